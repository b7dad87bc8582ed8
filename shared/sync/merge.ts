/**
 * Two versions of one record become one. Guarantees, in whatever order, how often and by whichever way versions meet:
 * - the result is the same everywhere (commutative, associative, idempotent);
 * - an edit goes only when it was replaced by somebody who saw it; of edits that knew nothing of each other the later
 *   stamp counts, and the others stay in the record's history;
 * - an erased record stays erased, whatever the stamps say;
 * - what one version doesn't have without saying that it was removed, stays: fields of a newer app among it.
 * Both versions are of the present schema (renderer/data/record-codec.ts).
 */
import { canonicalJson, sameJson } from '#shared/domain/canonical-json.ts';
import type { MergeRule } from '#shared/domain/records/define.ts';
import type { ErasedRecord, RecordVersion } from './field-stamps.ts';
import {
  type Edits,
  knows,
  latestByWorkstation,
  latestOf,
  type RecordState,
  recordFrom,
  stateOf,
} from './record-state.ts';
import { isItem, rest } from './units.ts';

/**
 * What should not be. `fixed-twice`: what is written once was written by two that knew nothing of each other.
 * `stamp-twice`: one stamp on two different values, as by a copied profile. The result is the same everywhere, too.
 */
interface MergeAnomaly {
  readonly kind: 'fixed-twice' | 'stamp-twice';
  /** The unit (units.ts) that it is about. */
  readonly field: string;
}

export interface MergedVersion {
  readonly version: RecordVersion;
  readonly anomalies: readonly MergeAnomaly[];
}

/** Merges two versions of one record by the rule of its kind. */
export function mergeVersions(rule: MergeRule, one: RecordVersion, other: RecordVersion): MergedVersion {
  if ('erased' in one || 'erased' in other) return { version: stillErased(one, other), anomalies: [] };
  const states = [stateOf(rule, one), stateOf(rule, other)] as const;
  const anomalies: MergeAnomaly[] = [];
  const edits = new Map<string, Edits>();
  for (const unit of new Set([...states[0].edits.keys(), ...states[1].edits.keys()])) {
    const joined = joinedEdits(unit, ...states, () => anomalies.push({ kind: 'stamp-twice', field: unit }));
    if (joined.size > 0) edits.set(unit, joined);
    // Replaced by nothing: an app that did not know the field left it out. It did not mean to remove it.
    else if (!isItem(rule, unit)) edits.set(unit, latestOfBoth(unit, ...states));
    if (rule.rest === 'fixed' && unit === rest && differ(joined))
      anomalies.push({ kind: 'fixed-twice', field: unit });
  }
  const known = latestByWorkstation([...states[0].known.values(), ...states[1].known.values()]);
  return { version: recordFrom(rule, { edits, known }), anomalies };
}

function stillErased(one: RecordVersion, other: RecordVersion): ErasedRecord {
  const at = [one, other].flatMap((version) => ('erased' in version ? Object.values(version.stamps) : []));
  return { erased: true, stamps: { [rest]: at.sort().at(-1) ?? '' } };
}

const differ = (edits: Edits): boolean => new Set([...edits.values()].map(canonicalJson)).size > 1;

/** The edits of a unit that neither side has replaced in knowledge of them. */
function joinedEdits(
  unit: string,
  one: RecordState,
  other: RecordState,
  twice: () => void,
): ReadonlyMap<string, unknown> {
  const mine: Edits = one.edits.get(unit) ?? new Map();
  const theirs: Edits = other.edits.get(unit) ?? new Map();
  const joined = new Map<string, unknown>();
  for (const [stamp, value] of mine) {
    if (theirs.has(stamp)) {
      const [kept, differs] = sameOrGreater(value, theirs.get(stamp));
      joined.set(stamp, kept);
      if (differs) twice();
    } else if (!knows(other, stamp)) joined.set(stamp, value);
  }
  for (const [stamp, value] of theirs) if (!mine.has(stamp) && !knows(one, stamp)) joined.set(stamp, value);
  return joined;
}

function latestOfBoth(unit: string, one: RecordState, other: RecordState): Edits {
  const all = new Map([...(one.edits.get(unit) ?? []), ...(other.edits.get(unit) ?? [])]);
  const latest = latestOf(all);
  return new Map([[latest, all.get(latest)]]);
}

/** Of two values under one stamp the same one everywhere, and whether they differ. */
function sameOrGreater(one: unknown, other: unknown): readonly [unknown, boolean] {
  if (sameJson(one, other)) return [one, false];
  return [(canonicalJson(one) ?? '') > (canonicalJson(other) ?? '') ? one : other, true];
}
