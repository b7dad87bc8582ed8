import { soundDistance, type Word } from '#shared/domain/names/lexicon.ts';
import { slips, slipsAllowed } from '#shared/domain/search/typos.ts';
import type { NameForm } from './name-forms.ts';

export type NameReason =
  | 'same-name'
  | 'same-original'
  | 'other-spelling'
  | 'other-script'
  | 'swapped-names'
  | 'shorter-name'
  | 'name-slip';

/** How two names fit together. */
export interface NameEvidence {
  /** From 0 to 1: how well the names fit as those of one person. */
  readonly quality: number;
  readonly reasons: readonly NameReason[];
  /** The words that both have, as the first of the two writes them. */
  readonly shared: readonly Word[];
}

/** A slip of the pen only in words so long that it does not make another name. */
const shortestSlip = 5;

interface Fit {
  readonly cost: number;
  readonly slip: boolean;
}

function wordFit(one: Word, other: Word): Fit | undefined {
  const apart = soundDistance(one, other);
  if (apart !== undefined) return { cost: apart, slip: false };
  if (one.inLatin !== other.inLatin) return undefined;
  const [a, b] = one.inLatin ? [one.latin, other.latin] : [one.text, other.text];
  const length = Math.min(a.length, b.length);
  if (length < shortestSlip) return undefined;
  const most = slipsAllowed(length);
  const count = slips(a, b, most, false);
  return count > most ? undefined : { cost: 0.4 + 0.4 * count, slip: true };
}

interface Pairing {
  readonly pairs: readonly (readonly [number, number])[];
  readonly cost: number;
  readonly slips: number;
  /** Pairs that stand in another order. */
  readonly turned: number;
}

/** More words found, else closer, else in the same order. */
function better(one: Pairing, other: Pairing): boolean {
  if (one.pairs.length !== other.pairs.length) return one.pairs.length > other.pairs.length;
  if (Math.abs(one.cost - other.cost) > 1e-9) return one.cost < other.cost;
  return one.turned < other.turned;
}

const unpaired: Pairing = { pairs: [], cost: 0, slips: 0, turned: 0 };

/** The best way to put the words of two names together, each with one at most. */
function pairing(one: readonly Word[], other: readonly Word[]): Pairing {
  const fits = one.map((word) => other.map((theirs) => wordFit(word, theirs)));
  const from = (at: number, used: number): Pairing => {
    if (at === one.length) return unpaired;
    let best = from(at + 1, used);
    for (const [to, fit] of (fits[at] ?? []).entries()) {
      if (fit === undefined || used & (1 << to)) continue;
      const rest = from(at + 1, used | (1 << to));
      const next: Pairing = {
        pairs: [[at, to], ...rest.pairs],
        cost: rest.cost + fit.cost,
        slips: rest.slips + (fit.slip ? 1 : 0),
        turned: rest.turned + rest.pairs.filter(([, later]) => later < to).length,
      };
      if (better(next, best)) best = next;
    }
    return best;
  };
  return from(0, 0);
}

/** Quality of forms by how they differ; each is what remains of 1. */
const keeps = { slip: 0.4, swapped: 0.5, shorter: 0.3, oneOfMany: 0.3 } as const;

/** The units with two neighbours drawn together, for each pair of neighbours. */
const drawnTogether = ({ units, joined }: NameForm): (readonly Word[])[] =>
  joined.map((word, at) => [...units.slice(0, at), word, ...units.slice(at + 2)]);

function compareForms(one: NameForm, other: NameForm): NameEvidence | undefined {
  const apart = one.units.length - other.units.length;
  const plain = compareUnits(one, one.units, other, other.units);
  if (apart !== 1 && apart !== -1) return plain;
  const [longer, shorter] = apart === 1 ? [one, other] : [other, one];
  return drawnTogether(longer).reduce((best, units) => {
    const next =
      apart === 1
        ? compareUnits(one, units, shorter, shorter.units)
        : compareUnits(shorter, shorter.units, longer, units);
    return next && (!best || prefers(next, best)) ? next : best;
  }, plain);
}

function compareUnits(
  one: NameForm,
  ours: readonly Word[],
  other: NameForm,
  theirs: readonly Word[],
): NameEvidence | undefined {
  const { pairs, cost, slips: slipped, turned } = pairing(ours, theirs);
  const [fewer, more] = [Math.min(ours.length, theirs.length), Math.max(ours.length, theirs.length)];
  if (pairs.length < fewer || fewer === 0) return undefined;
  const shorter = more > fewer;
  const quality =
    Math.max(0.3, 1 - cost / (2 * fewer)) *
    keeps.slip ** slipped *
    (turned > 0 ? keeps.swapped : 1) *
    (shorter ? keeps.shorter * (fewer === 1 ? keeps.oneOfMany : 1) : 1);
  const sameScript = ours[0]?.inLatin === theirs[0]?.inLatin;
  const same = one.folded === other.folded;
  const reasons: NameReason[] = [];
  if (same)
    reasons.push(one.kind === 'original' && other.kind === 'original' ? 'same-original' : 'same-name');
  else if (!sameScript) reasons.push('other-script');
  else if (cost > 0 && slipped === 0) reasons.push('other-spelling');
  else if (slipped === 0 && turned === 0 && !shorter) reasons.push('other-spelling');
  if (slipped > 0) reasons.push('name-slip');
  if (turned > 0) reasons.push('swapped-names');
  if (shorter) reasons.push('shorter-name');
  return { quality, reasons, shared: pairs.flatMap(([at]) => ours[at] ?? []) };
}

/** Names in their own script that do not fit, though the Latin spellings do: محمد and محمود as Mohamad. */
const contradicted = 0.002;

/**
 * How well two people's names fit, over all their spellings and scripts; `undefined` for different names. Whichever way
 * round, quality and reasons are the same.
 */
export function nameEvidence(
  ones: readonly NameForm[],
  others: readonly NameForm[],
): NameEvidence | undefined {
  let best: NameEvidence | undefined;
  let originals: 'none' | 'same' | 'fit' | 'differ' = 'none';
  for (const one of ones)
    for (const other of others) {
      const evidence = compareForms(one, other);
      if (one.kind === 'original' && other.kind === 'original')
        originals = one.folded === other.folded ? 'same' : evidence ? 'fit' : 'differ';
      if (evidence && (best === undefined || prefers(evidence, best))) best = evidence;
    }
  if (best === undefined) return undefined;
  if (originals === 'differ') return { ...best, quality: best.quality * contradicted };
  const reasons =
    originals === 'same' ? [...new Set([...best.reasons, 'same-original' as const])] : best.reasons;
  return { ...best, reasons: [...reasons].sort() };
}

function prefers(one: NameEvidence, other: NameEvidence): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality;
  return one.reasons.join() < other.reasons.join();
}
