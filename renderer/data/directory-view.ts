import {
  type EntryOf,
  isInSheet,
  monthPart,
  type SessionEntry,
  type SheetEntry,
} from '#shared/domain/directory.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { DirectoryStore } from './directory-store.ts';
import { peopleSearch } from './people-search.ts';
import type { RowWrite } from './store.ts';

export interface DirectoryView extends DirectoryPort {
  /** All attendance sheets; opens the months of all years. */
  sheets(): Promise<readonly SheetEntry[]>;
  /** To be called after every committed write. */
  changed(kinds: ReadonlySet<RecordKind>, writes: readonly RowWrite[]): void;
}

/** What screens see of the directory: lists, search and the sessions of some days. */
export function directoryView(store: DirectoryStore, today: () => string): DirectoryView {
  const listeners = new Set<(kinds: ReadonlySet<RecordKind>) => void>();
  const tell = (kinds: ReadonlySet<RecordKind>): void => {
    for (const listener of listeners) listener(kinds);
  };
  // No list has changed when the index is complete: only what searches answer.
  const people = peopleSearch(store, today, () => tell(new Set()));
  const sheets = async (): Promise<readonly SheetEntry[]> => {
    const parts = Object.keys(store.parts).filter((part) => part.startsWith('attendanceSheet/'));
    await store.ensure(parts);
    return parts.flatMap((part) => store.list<'attendanceSheet'>(part));
  };
  return {
    get: (kind, id) => store.get(kind, id),
    list: (kind) => store.list(kind),
    enrolmentsOf: enrolmentIndex(() => store.list<'enrolment'>('enrolment')),
    searchPeople: people.search,
    peopleVersion: people.version,
    sessionsBetween: async (from, to) => {
      const months = monthsBetween(from, to);
      await store.ensure(
        months.flatMap((month) => [monthPart('session', month), monthPart('attendanceSheet', month)]),
      );
      return months.flatMap((month) =>
        store
          .list<'session'>(monthPart('session', month))
          .filter(({ date }) => date >= from && date <= to)
          .sort(bySchedule)
          .map((session): { session: SessionEntry; sheet: SheetEntry | undefined } => ({
            session,
            sheet: store.get<'attendanceSheet'>(monthPart('attendanceSheet', month), session.id),
          })),
      );
    },
    occupiedBetween: async (from, to) => {
      await store.ensure(monthsBetween(from, to).map((month) => monthPart('session', month)));
      return monthsBetween(from, to).flatMap((month) =>
        store
          .list<'session'>(monthPart('session', month))
          .filter(({ date, cancelled }) => date >= from && date <= to && !cancelled)
          .map((session) => {
            const group = store.get<'courseGroup'>('courseGroup', session.groupId);
            return { ...session, lead: session.lead ?? group?.lead ?? null, groupName: group?.name ?? '' };
          }),
      );
    },
    sheets,
    sheetsOf: async (participantId) =>
      (await sheets()).filter((sheet) => isInSheet(sheet, participantId)).map(({ id }) => id),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: (kinds, writes) => {
      people.changed(writes);
      tell(kinds);
    },
  };
}

const bySchedule = (a: SessionEntry, b: SessionEntry): number =>
  a.date.localeCompare(b.date) || a.startsAt - b.startsAt;

/** First days of the months that the days from `from` to `to` lie in. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(`${name}-01`);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** Finds places by group or person; an index is built once for every state of the list. */
function enrolmentIndex(list: () => readonly EntryOf['enrolment'][]): DirectoryPort['enrolmentsOf'] {
  const built = new WeakMap<
    object,
    Record<'groupId' | 'participantId', Map<string, EntryOf['enrolment'][]>>
  >();
  return (index, id) => {
    const all = list();
    const known = built.get(all) ?? {
      groupId: Map.groupBy(all, ({ groupId }) => groupId),
      participantId: Map.groupBy(all, ({ participantId }) => participantId),
    };
    built.set(all, known);
    return known[index].get(id) ?? [];
  };
}
