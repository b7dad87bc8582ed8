import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { EnrolmentEntry } from '#shared/domain/directory.ts';
import { type Enrolled, type OpenGroup, risenByDay } from '#shared/domain/enrolling.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { Occupancy } from '#shared/domain/waiting-list.ts';

/** More people than this are counted instead of named. */
const mostNamed = 4;

/** A group as one of several to choose from: its offer and period, and how full it is. */
interface GroupChoice {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly note: string;
  readonly disabled: boolean;
}

interface EnrolmentTexts {
  /** Who got a place, and who waits at which place in the line. */
  enrolled(outcome: Enrolled): string;
  /** A sentence about what was done, followed by who moved up for it and from when. */
  withRisen(done: string, groupId: string, participantIds: readonly string[]): string;
  /** Who moved up in a group, and from when. */
  risen(groupId: string, participantIds: readonly string[]): string;
  /** A group to choose, for somebody who holds `place` in it; who is there already can't choose it. */
  choice(group: OpenGroup, place: EnrolmentEntry | undefined): GroupChoice;
}

/** Sentences about places and waiting lists, the same wherever somebody is enrolled or leaves. */
export function useEnrolmentTexts(): EnrolmentTexts {
  const { t, i18n } = useTranslation('enrolment');
  const { directory, clock } = useServices();
  return useMemo(() => {
    const name = (id: string | undefined): string => {
      const person = id === undefined ? undefined : directory.get('participant', id);
      return person ? fullName(person) : '';
    };
    const joined = (sentences: readonly string[]): string =>
      sentences.reduce((first, second) => t('twoSentences', { first, second }));
    const rise = (date: string, people: readonly string[]): string => {
      const values = { count: people.length, date: germanDate(date) };
      const names = new Intl.ListFormat(i18n.language).format(people.map(name));
      return people.length > mostNamed ? t('risenMany', values) : t('risen', { ...values, names });
    };
    const occupancyText = ({ free, waiting }: Occupancy): string => {
      if (free === null) return t('noLimit');
      if (free > 0) return t('free', { count: free });
      return waiting > 0 ? t('fullAndWaiting', { count: waiting }) : t('full');
    };
    const detail = ({ group, offer }: OpenGroup): string => {
      const values = { offer: offer?.title ?? '' };
      return group.startsOn > clock.today()
        ? t('startsOn', { ...values, from: germanDate(group.startsOn) })
        : t('runsUntil', { ...values, to: germanDate(group.endsOn) });
    };
    const risen: EnrolmentTexts['risen'] = (groupId, participantIds) =>
      joined([...risenByDay(directory, groupId, participantIds)].map(([date, people]) => rise(date, people)));
    return {
      risen,
      enrolled: ({ placed, waiting }) => {
        const first = waiting[0]?.position ?? 0;
        const last = waiting.at(-1)?.position ?? 0;
        const sentences = [
          ...(placed.length > 0 ? [t('placed', { count: placed.length, name: name(placed[0]) })] : []),
          ...(waiting.length > 0
            ? [t('waits', { count: waiting.length, name: name(waiting[0]?.participantId), first, last })]
            : []),
        ];
        return sentences.length === 0 ? t('nobodyNew') : joined(sentences);
      },
      withRisen: (done, groupId, people) =>
        people.length === 0 ? done : joined([done, risen(groupId, people)]),
      choice: (open, place) => ({
        ...{ key: open.group.id, name: open.group.name, detail: detail(open), disabled: place !== undefined },
        note: place ? t(place.waitingSince === null ? 'there' : 'onList') : occupancyText(open.occupancy),
      }),
    };
  }, [t, i18n, directory, clock]);
}
