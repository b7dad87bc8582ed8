/**
 * Whether the server still is the one that this workstation knows. Against a server that was set up anew, put back from
 * a backup, or is another's: publishing there, or waiting there for what never comes, would look like being in step.
 */

import type { StreamIdentity, SyncEntry } from '#shared/ports/sync-transport.ts';

/** What a workstation keeps of its server. */
export interface KnownStream {
  readonly createdAt: string;
  /** The newest sequence that it has seen. */
  readonly sequence: number;
  /** Some entries that it saw and when they were stored: a copy that was written on since has others in their places. */
  readonly marks: readonly StreamMark[];
}

interface StreamMark {
  readonly revision: number;
  readonly storedAt: string;
}

/**
 * `first`: none was known. `emptied`: a new bucket with nothing in it. `another`: a new or another bucket that holds
 * something, of whatever facility. `older`: this bucket as it was before, whether or not it was written on since.
 */
export type Lineage = 'same' | 'first' | 'emptied' | 'another' | 'older';

/** @param stored what the server has now at the revisions of the marks; nothing where a later write replaced it */
export function lineageOf(
  known: KnownStream | undefined,
  found: StreamIdentity,
  stored: ReadonlyMap<number, string>,
): Lineage {
  if (!known) return 'first';
  if (found.createdAt !== known.createdAt) return found.lastSequence === 0 ? 'emptied' : 'another';
  if (found.lastSequence < known.sequence) return 'older';
  const otherwise = known.marks.some(({ revision, storedAt }) => {
    const there = stored.get(revision);
    return there !== undefined && there !== storedAt;
  });
  return otherwise ? 'older' : 'same';
}

/** Marks that are kept: the oldest ones, which a copy of any age has, and the newest. */
const mostMarks = 16;

/** What is known of the server after these entries, which follow on what was known. */
export function noted(
  known: KnownStream,
  entries: readonly Pick<SyncEntry, 'revision' | 'storedAt'>[],
): KnownStream {
  const newest = entries.at(-1);
  if (!newest || newest.revision <= known.sequence) return known;
  const { revision, storedAt } = newest;
  const before =
    known.marks.length < mostMarks ? known.marks : known.marks.filter((_, at) => at !== mostMarks / 2);
  return { ...known, sequence: revision, marks: [...before, { revision, storedAt }] };
}
