import type { LikelySameFinder } from '#renderer/services/likely-same/finder.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { RosterEntry } from '#shared/domain/roster/entries.ts';
import type { LikelyRow } from '#shared/domain/roster/same-person.ts';

/** Rows that are compared before somebody else may ask the worker; more where it goes fast. */
const fewest = 10;
const most = 500;
const aimMs = 100;
/** What was found is told no more often: the whole list is judged anew each time. */
const toldEveryMs = 400;
/** So many are shown for a row at most. */
const mostLikely = 5;

/** Who is likely the person of some rows, by line. */
export type FoundRows = readonly (readonly [line: number, likely: readonly LikelyRow[]])[];

const rowId = (line: number): string => `line ${line}`;

/** Rows that were handed over are recognised by being the same object. */
const handed = new WeakMap<RosterEntry, PersonEntry>();

function personOf(entry: RosterEntry): PersonEntry | undefined {
  const person = entry.read.person;
  if (!person) return undefined;
  const known = handed.get(entry);
  if (known) return known;
  const { given, family, spellings, original, number, birth, languages, room } = person;
  const made: PersonEntry = {
    ...{ id: rowId(entry.line), given, family, spellings, original, number, birth, languages, room },
    ...{ formerNumbers: [], departedOn: null },
  };
  handed.set(entry, made);
  return made;
}

/**
 * Compares rows with the people who are there and with one another, in parts. `onFound` gets what was found of each
 * line; it is called until all are compared or `signal` asks to stop.
 */
export async function compareRows(
  finder: LikelySameFinder,
  entries: readonly RosterEntry[],
  lines: readonly number[],
  signal: AbortSignal,
  onFound: (found: FoundRows) => void,
): Promise<void> {
  const rows = entries.flatMap((entry) => personOf(entry) ?? []);
  const known = new Map(entries.map(({ line }) => [rowId(line), line]));
  let size = fewest;
  let untold: FoundRows[number][] = [];
  let toldAt = performance.now();
  for (let at = 0; at < lines.length && !signal.aborted; ) {
    const part = lines.slice(at, at + size);
    const began = performance.now();
    const found = await finder.ofRows(rows, part.map(rowId));
    if (signal.aborted) return;
    for (const [place, line] of part.entries()) {
      const likely = (found[place] ?? []).slice(0, mostLikely).map(({ id, ...same }): LikelyRow => {
        const other = known.get(id);
        return { ...same, as: other === undefined ? { personId: id } : { line: other } };
      });
      untold.push([line, likely]);
    }
    at += part.length;
    size = performance.now() - began > aimMs ? Math.max(fewest, size >> 1) : Math.min(most, size * 2);
    if (at < lines.length && performance.now() - toldAt < toldEveryMs) continue;
    onFound(untold);
    untold = [];
    toldAt = performance.now();
  }
}
