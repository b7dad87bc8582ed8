import { useTranslation } from 'react-i18next';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { SyncState } from '#shared/ports/sync.ts';

/** A state that there is anything to be said about. */
type RunningSync = Exclude<SyncState, { readonly kind: 'off' }>;

interface SyncTexts {
  /** For the chip. */
  readonly words: (state: RunningSync) => string;
  /** What it means and what to do, for staff. */
  readonly sentence: (state: RunningSync) => string;
}

/** What staff read about sync. @param today local day: times of other days are written with it */
export function useSyncTexts(today: string): SyncTexts {
  const { t } = useTranslation('sync');
  const moment = (at: number): string => {
    const instant = new Date(at);
    const time = clockTime(minuteOfDay(instant));
    const day = localDay(instant);
    return day === today ? time : t('overwritten.dayAndTime', { day: germanDate(day), time });
  };
  const withWaiting = (first: string, count: number): string =>
    count === 0 ? first : t('state.twoSentences', { first, second: t('state.waitHere', { count }) });
  return {
    words: (state) => {
      if (state.kind === 'in-step') return t('state.words.inStep');
      if (state.kind === 'filling') return t('state.words.filling', { count: state.remaining });
      if (state.kind === 'waiting') return t('state.words.waiting', { count: state.count });
      if (state.kind === 'offline') return t('state.words.offline', { at: moment(state.since) });
      return t('state.words.attention');
    },
    sentence: (state) => {
      if (state.kind === 'in-step') return t('state.sentence.inStep', { at: moment(state.at) });
      if (state.kind === 'filling')
        return t('state.sentence.filling', { done: state.done, remaining: state.remaining });
      if (state.kind === 'waiting') return t('state.sentence.waiting', { count: state.count });
      if (state.kind === 'offline')
        return withWaiting(t('state.sentence.offline', { at: moment(state.since) }), state.count);
      return withWaiting(t(`trouble.${state.trouble}.staff`), state.count);
    },
  };
}
