import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import { type BadgeRow, groupPeople, presentRows, type Scope } from './badge-rows.ts';

export interface ScopeChoice {
  readonly scope: Scope;
  readonly groupId: string | null;
  /** `YYYY-MM-DD`. */
  readonly since: string | null;
}

/** Badges of the last fortnight's arrivals are what is printed most. */
export const usualSince = (today: string): string => addDays(today, -14);

/** Groups that run or will run, by name. */
export function useGroups(): readonly CourseGroupEntry[] {
  const groups = useEntries('courseGroup');
  const today = useServices().clock.today();
  return useMemo(
    () =>
      groups
        .filter(({ endsOn }) => endsOn >= today)
        .sort((one, other) => one.name.localeCompare(other.name, 'de')),
    [groups, today],
  );
}

/** Ids of who arrived on the day or after it; reads every person's record, so only when it is asked for. */
function useArrivals(since: string | null): ReadonlySet<string> | undefined {
  const { records } = useServices();
  return useLoaded(['participant'], async () => {
    if (since === null) return new Set<string>();
    const people = await records.all('participant');
    return new Set(people.filter(({ value }) => (value.arrivedOn ?? '') >= since).map(({ id }) => id));
  }, [since]);
}

/** The people that a choice means, by name; `undefined` while they are read. */
export function useScope({ scope, groupId, since }: ScopeChoice): readonly BadgeRow[] | undefined {
  const { clock, directory } = useServices();
  const people = useEntries('participant');
  const badges = useEntries('badge');
  const enrolments = useEntries('enrolment');
  const groups = useEntries('courseGroup');
  const arrivals = useArrivals(scope === 'arrived' ? since : null);
  const today = clock.today();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `enrolments` is what a group's places are read from
  return useMemo(() => {
    const rows = presentRows(people, badges, today).toSorted((one, other) =>
      byListName(one.person, other.person),
    );
    switch (scope) {
      case 'without':
        return rows.filter(({ badge }) => badge === undefined);
      case 'group': {
        const group = groups.find(({ id }) => id === groupId);
        if (!group) return [];
        const inGroup = groupPeople(group, directory.enrolmentsOf('groupId', group.id), today);
        return rows.filter(({ person }) => inGroup.has(person.id));
      }
      case 'arrived':
        return arrivals && rows.filter(({ person }) => arrivals.has(person.id));
      case 'all':
        return rows;
    }
  }, [people, badges, enrolments, groups, arrivals, scope, groupId, directory, today]);
}
