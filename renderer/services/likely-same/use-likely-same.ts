import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { pairKey } from '#shared/domain/duplicates/duplicate-index.ts';
import type { LikelySame } from '#shared/domain/duplicates/likely-same.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { useEntries, useServices } from '../use-services.ts';
import { likelySameFinder } from './finder.ts';
import type { Candidate, Match } from './protocol.ts';

/** Somebody who is there and is likely the one who is entered. */
export interface LikelyPerson extends LikelySame {
  readonly person: PersonEntry;
}

/** Two people who are likely one. */
export interface LikelyCouple extends LikelySame {
  readonly key: string;
  readonly one: PersonEntry;
  readonly other: PersonEntry;
}

/** While somebody types, they are not looked for with every letter. */
const restMs = 150;

/** Nobody waits longer for an answer; who was not found by then is found among all pairs later. */
const mostMs = 4_000;

/** People who are likely the candidate, likeliest first. */
export async function findLikelySame(
  directory: DirectoryPort,
  candidate: Candidate,
): Promise<readonly LikelyPerson[]> {
  const late = new Promise<readonly Match[][]>((resolve) => setTimeout(resolve, mostMs, []));
  const [matches = []] = await Promise.race([likelySameFinder(directory).of([candidate]), late]);
  return matches.flatMap(({ id, ...same }) => {
    const person = directory.get('participant', id);
    return person ? [{ person, ...same }] : [];
  });
}

/** `findLikelySame` for somebody who is being entered, shortly after they stay as they are. */
export function useLikelySame(candidate: Candidate | undefined): readonly LikelyPerson[] {
  const { directory } = useServices();
  const people = useEntries('participant');
  const [found, setFound] = useState<readonly LikelyPerson[]>([]);
  const key = JSON.stringify(candidate);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the candidate; `people` are whom it is looked for among
  useEffect(() => {
    if (!candidate) {
      setFound([]);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      void findLikelySame(directory, candidate).then((likely) => {
        if (current) setFound((before) => (before.length + likely.length === 0 ? before : likely));
      });
    }, restMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [directory, people, key]);
  return found;
}

interface LikelyCouples {
  /** The likeliest first; `undefined` until they were found for the first time. */
  readonly couples: readonly LikelyCouple[] | undefined;
  /** From 0 to 100 while they are looked for. */
  readonly percent: number;
}

/** All pairs of people who are likely one and were not said to be two, kept up to date. @param isWaitedFor the screen is about them */
export function useLikelyCouples(isWaitedFor: boolean): LikelyCouples {
  const { directory } = useServices();
  const finder = likelySameFinder(directory);
  const { pairs, done, total } = useSyncExternalStore(
    isWaitedFor ? finder.subscribeWaiting : finder.subscribe,
    finder.current,
  );
  const people = useEntries('participant');
  const distinct = useEntries('distinctPeople');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `people` is what `directory.get` reads from
  const couples = useMemo(() => {
    if (!pairs) return undefined;
    const apart = new Set(distinct.map(({ people: [one, other] }) => pairKey(one, other)));
    return pairs
      .flatMap(({ one, other, ...same }): LikelyCouple[] => {
        const key = pairKey(one, other);
        const [first, second] = [directory.get('participant', one), directory.get('participant', other)];
        return first && second && !apart.has(key) ? [{ key, one: first, other: second, ...same }] : [];
      })
      .sort((a, b) => b.likelihood - a.likelihood || (a.key < b.key ? -1 : 1));
  }, [pairs, people, distinct, directory]);
  return { couples, percent: total === 0 ? 0 : Math.round((100 * done) / total) };
}
