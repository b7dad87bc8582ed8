/** What Enter would do with somebody, in few words. */
import type { TFunction } from 'i18next';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { DeskVerdict } from '#shared/domain/desk/fitting-session.ts';
import type { DeskNames } from './desk-names.ts';

export function verdictText(verdict: DeskVerdict, names: DeskNames, t: TFunction<'desk'>): string {
  switch (verdict.kind) {
    case 'check-in': {
      const session = names.session(verdict.at);
      return verdict.late === null ? session : t('verdict.late', { session, minutes: verdict.late });
    }
    case 'already': {
      const { late } = verdict.mark;
      return late === null
        ? t('verdict.alreadyHere')
        : t('verdict.already', { time: clockTime(verdict.at.session.startsAt + late) });
    }
    case 'choose':
      return t('verdict.choose', { count: verdict.sessions.length });
    case 'walk-in':
    case 'full': {
      const [first] = verdict.sessions;
      const count = verdict.sessions.length;
      const isFull = verdict.kind === 'full';
      if (first && count === 1)
        return t(isFull ? 'verdict.full' : 'verdict.walkIn', { session: names.session(first) });
      return t(isFull ? 'verdict.fulls' : 'verdict.walkIns', { count });
    }
    case 'no-session':
      return verdict.next ? t('verdict.next', { session: names.session(verdict.next) }) : t('verdict.none');
    case 'departed':
      return t('verdict.departed', { date: germanDate(verdict.since) });
  }
}
