/**
 * Compares people off the window's own thread. Guarantees that a question is answered after what was told before it,
 * and within some milliseconds even while all pairs are being looked for: those are found in slices.
 */
import type { PersonEntry } from '#shared/domain/directory.ts';
import {
  createDuplicateIndex,
  type DuplicateIndex,
  pairKey,
} from '#shared/domain/duplicates/duplicate-index.ts';
import { createLexicon } from '#shared/domain/names/lexicon.ts';
import type { Candidate, FromWorker, LikelyPair, Match, ToWorker } from './protocol.ts';

const sliceMs = 30;
/** Left to the window after each slice while nobody waits for the pairs (milliseconds): a staff PC may have two cores. */
const restMs = 90;
/** How often progress is told. */
const toldEveryMs = 250;

const lexicon = createLexicon();
const known = { people: new Map<string, PersonEntry>(), rows: new Map<string, PersonEntry>() };
let peopleIndex: DuplicateIndex | undefined;
let rowsIndex: DuplicateIndex | undefined;

const tell = (message: FromWorker): void => self.postMessage(message);

function indexOf(withRows: boolean): DuplicateIndex {
  if (withRows) {
    rowsIndex ??= createDuplicateIndex([...known.people.values(), ...known.rows.values()], { lexicon });
    return rowsIndex;
  }
  peopleIndex ??= createDuplicateIndex([...known.people.values()], { lexicon });
  return peopleIndex;
}

const matches = (index: DuplicateIndex, candidate: Candidate): Match[] =>
  index.of(candidate).map(({ person, likelihood, reasons }) => ({ id: person.id, likelihood, reasons }));

/** All pairs of people that were found, and whom there is still to compare. */
const pairs = new Map<string, LikelyPair>();
const unchecked = new Set<string>();
let watching = false;
let running = false;
/** Somebody looks at how far it is. */
let isWaitedFor = false;
let total = 0;
let toldAt = 0;

function forget(id: string): void {
  for (const [key, { one, other }] of pairs) if (one === id || other === id) pairs.delete(key);
}

function check(id: string): void {
  const person = known.people.get(id);
  if (!person) return;
  // The same way round whoever is compared first; ids are random, so neither side is preferred.
  for (const { id: other, ...same } of matches(indexOf(false), person))
    pairs.set(
      pairKey(id, other),
      id < other ? { one: id, other, ...same } : { one: other, other: id, ...same },
    );
}

function slice(): void {
  const until = performance.now() + sliceMs;
  for (const id of unchecked) {
    unchecked.delete(id);
    check(id);
    if (performance.now() > until) break;
  }
  if (unchecked.size > 0) {
    if (performance.now() - toldAt > toldEveryMs) {
      toldAt = performance.now();
      tell({ kind: 'progress', done: total - unchecked.size, total });
    }
    // Questions that came in meanwhile go first.
    setTimeout(slice, isWaitedFor ? 0 : restMs);
    return;
  }
  running = false;
  tell({ kind: 'pairs', pairs: [...pairs.values()] });
}

function run(): void {
  if (!watching || running) return;
  running = true;
  total = unchecked.size;
  setTimeout(slice, 0);
}

function take({ known: which, put, removed }: Extract<ToWorker, { readonly kind: 'known' }>): void {
  for (const id of removed) known[which].delete(id);
  for (const person of put) known[which].set(person.id, person);
  rowsIndex = undefined;
  if (which === 'rows') return;
  peopleIndex = undefined;
  for (const id of removed) {
    unchecked.delete(id);
    forget(id);
  }
  for (const { id } of put) {
    if (pairs.size > 0) forget(id);
    unchecked.add(id);
  }
  run();
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'known':
      return take(data);
    case 'watch':
      watching = true;
      isWaitedFor = data.isWaitedFor;
      return run();
    case 'of': {
      const index = indexOf(false);
      return tell({
        kind: 'found',
        turn: data.turn,
        found: data.candidates.map((each) => matches(index, each)),
      });
    }
    case 'of-rows': {
      const index = indexOf(true);
      const found = data.ids.map((id) => {
        const row = known.rows.get(id);
        return row ? matches(index, row) : [];
      });
      return tell({ kind: 'found', turn: data.turn, found });
    }
  }
});
