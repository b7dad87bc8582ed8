/**
 * Search over the people of the directory. The index is made in slices after unlock, so that the window goes on drawing;
 * until it is complete, whoever is not in it yet is found by the beginnings of their words. It dies with the window.
 */
import type { BadgeEntry, EntryOf, PersonEntry } from '#shared/domain/directory.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';
import type { PeopleIndex } from '#shared/domain/search/people-index.ts';
import { findByBeginnings } from '#shared/domain/search/plain-search.ts';
import type { DirectoryStore } from './directory-store.ts';
import { nextIdle, nextTask } from './next-task.ts';
import type { RowWrite } from './store.ts';

export interface PeopleSearch {
  search(text: string, limit: number): readonly PersonEntry[];
  /** Another number whenever `search` may answer otherwise. */
  version(): number;
  /** To be called after every committed write. */
  changed(writes: readonly RowWrite[]): void;
}

/** What search reads of the directory. */
type People = Pick<DirectoryStore, 'list' | 'get'>;

/** So long the window may be held up while the index is made. */
const sliceMs = 16;
/** People who are put into the index together. */
const together = 50;
/** People whose names are searched for practice. */
const practised = 12;
/** Under this name the window's own measures tell how long the index took; each slice with `-slice` behind it. */
const peopleIndexMeasure = 'people-index';

/** `onReady` is called once, when the index is complete. */
export function peopleSearch(store: People, today: () => string, onReady: () => void): PeopleSearch {
  const badges = badgeNumbers(store);
  const waiting = new Map(store.list<'participant'>('participant').map((person) => [person.id, person]));
  let index: PeopleIndex | undefined;
  let version = 0;

  const build = async (): Promise<void> => {
    const { createPeopleIndex } = await import('#shared/domain/search/people-index.ts');
    const begun = performance.now();
    index = createPeopleIndex([], { today, badgesOf: badges.of });
    while (waiting.size > 0) {
      const start = performance.now();
      do {
        const next: PersonEntry[] = [];
        for (const person of waiting.values()) if (next.push(person) === together) break;
        index.put(next);
        for (const { id } of next) waiting.delete(id);
      } while (waiting.size > 0 && performance.now() - start < sliceMs);
      performance.measure(`${peopleIndexMeasure}-slice`, { start });
      await nextTask();
    }
    performance.measure(peopleIndexMeasure, { start: begun });
    version += 1;
    onReady();
    await practise(index);
  };
  // A failure must be seen: the window has no search without it.
  build().catch((error: unknown) => reportError(error));

  const put = (person: PersonEntry): void => {
    if (index && !waiting.has(person.id)) index.put([person]);
    else waiting.set(person.id, person);
  };
  return {
    search: (text, limit) => {
      const found = index?.search(text, limit) ?? [];
      return waiting.size === 0 || found.length >= limit
        ? found
        : [...found, ...findByBeginnings([...waiting.values()], text, limit - found.length)];
    },
    version: () => version,
    changed: (writes) => {
      for (const { kind, plain, after } of writes) {
        if (kind === 'participant') {
          waiting.delete(plain.id);
          if (after) put(after.entry as EntryOf['participant']);
          else index?.remove(plain.id);
        } else if (kind === 'badge') {
          for (const id of badges.changed(plain.id, after?.entry as BadgeEntry | undefined)) {
            const person = store.get<'participant'>('participant', id);
            if (person) put(person);
          }
        } else continue;
        version += 1;
      }
    },
  };
}

/**
 * Searches for some of the people themselves, so that what the index makes when it is first asked, and what the window
 * compiles, is there before the first letter. One search in an idle moment each.
 */
async function practise(index: PeopleIndex): Promise<void> {
  const everybody = index.search('', practised);
  for (const { given, family } of everybody) {
    for (const text of [given.slice(0, 1), given, `${family ?? ''} ${given.slice(0, 2)}`]) {
      await nextIdle();
      index.search(text, Number.POSITIVE_INFINITY);
    }
  }
}

interface BadgeNumbers {
  of(participantId: string): readonly string[];
  /** Takes a written badge over; answers with the people whose numbers have changed. */
  changed(id: string, badge: BadgeEntry | undefined): readonly string[];
}

/** The numbers of badges in use, by person. */
function badgeNumbers(store: People): BadgeNumbers {
  const inUse = new Map<string, BadgeEntry>();
  const byPerson = new Map<string, Set<string>>();
  const take = (badge: BadgeEntry): void => {
    if (!isActiveBadge(badge)) return;
    inUse.set(badge.id, badge);
    const own = byPerson.get(badge.participantId) ?? new Set();
    byPerson.set(badge.participantId, own.add(badge.number));
  };
  for (const badge of store.list<'badge'>('badge')) take(badge);
  return {
    of: (participantId) => [...(byPerson.get(participantId) ?? [])],
    changed: (id, badge) => {
      const before = inUse.get(id);
      inUse.delete(id);
      if (before?.participantId) byPerson.get(before.participantId)?.delete(before.number);
      if (badge) take(badge);
      return [before?.participantId, badge?.participantId].filter((owner) => owner !== undefined);
    },
  };
}
