/**
 * What a workstation does to a stamped record by itself: it writes, dismisses overwritten edits, tidies the history. None
 * of it is undone by a merge with a version that does not know of it (merge.ts).
 */
import { sameJson } from '#shared/domain/canonical-json.ts';
import type { MergeRule } from '#shared/domain/records/define.ts';
import type { OverwrittenEdit, StampedRecord } from './field-stamps.ts';
import { type Edits, latestOf, type RecordState, recordFrom, stateOf } from './record-state.ts';
import { notBefore, workstationOf } from './stamp.ts';
import { type Fields, isItem, rest, unitsOf } from './units.ts';

/**
 * A record after a write: what changed gets a stamp and replaces what the writer saw there; the history stays.
 *
 * @param before the record as the writer saw it; `undefined`: it is new
 * @param stamp of the write; where the record knows later ones, the first after those is taken
 */
export function written<V extends Fields>(
  rule: MergeRule,
  before: StampedRecord | undefined,
  value: V,
  stamp: string,
): StampedRecord<V> {
  if (!before) return { value, stamps: { [rest]: stamp } };
  const state = stateOf(rule, before);
  const units = unitsOf(rule, value);
  const latestKnown = [...state.known.values()].sort().at(-1) ?? '';
  const at = notBefore(stamp, latestKnown);
  const edits = new Map(state.edits);
  let changes = false;
  for (const unit of new Set([...edits.keys(), ...units.keys()])) {
    const there: Edits = edits.get(unit) ?? new Map();
    const stood = there.get(latestOf(there));
    if (sameJson(stood, units.get(unit))) continue;
    changes = true;
    if (isItem(rule, unit) && !units.has(unit)) {
      edits.delete(unit);
      continue;
    }
    // Whoever overwrites a value has seen it, whoever else wrote the same.
    const others = [...there].filter(([, other]) => !sameJson(other, stood));
    edits.set(unit, new Map([...others, [at, units.get(unit)]]));
  }
  const known = changes ? new Map([...state.known, [workstationOf(at), at]]) : state.known;
  return { ...recordFrom(rule, { edits, known }), value };
}

/** The record without what it keeps of overwritten edits: of people who are erased nothing stays in a history. */
export function withoutHistory<V extends Fields>(
  rule: MergeRule,
  record: StampedRecord<V>,
): StampedRecord<V> {
  return kept(rule, record, () => false);
}

/** The record after somebody has dismissed an overwritten edit, or taken it. */
export function dismissed<V extends Fields>(
  rule: MergeRule,
  record: StampedRecord<V>,
  { field, stamp }: Pick<OverwrittenEdit, 'field' | 'stamp'>,
): StampedRecord<V> {
  return kept(rule, record, (edit) => edit.field !== field || edit.stamp !== stamp);
}

/** The overwritten edits that say something else than the record: what is to be shown. */
export function overwrittenEdits(rule: MergeRule, record: StampedRecord): readonly OverwrittenEdit[] {
  if (!record.history) return [];
  const units = unitsOf(rule, record.value);
  return record.history.filter(({ field, value }) => !sameJson(value, units.get(field)));
}

/** Overwritten edits that a record keeps at most, and characters of JSON that they may take. */
export const mostKept = 100;
const mostKeptCharacters = 200_000;

export interface Tidied<V = Fields> {
  readonly record: StampedRecord<V>;
  /** What had to go although nobody has seen it: the oldest. To be noted by whoever stores the record. */
  readonly dropped: readonly OverwrittenEdit[];
}

/**
 * The record as it is stored after a merge: without overwritten edits that say the same as the record, and no more of
 * the others than are kept.
 */
export function tidied<V extends Fields>(rule: MergeRule, record: StampedRecord<V>): Tidied<V> {
  if (!record.history) return { record, dropped: [] };
  const open = overwrittenEdits(rule, record);
  const room = new Set<OverwrittenEdit>();
  let characters = 0;
  for (const edit of open.toReversed()) {
    characters += JSON.stringify(edit).length;
    if (room.size === mostKept || characters > mostKeptCharacters) break;
    room.add(edit);
  }
  return {
    record: room.size === record.history.length ? record : kept(rule, record, (edit) => room.has(edit)),
    dropped: open.filter((edit) => !room.has(edit)),
  };
}

/** The record with the overwritten edits that `keeps` says. They stay known: a merge does not bring them back. */
function kept<V extends Fields>(
  rule: MergeRule,
  record: StampedRecord<V>,
  keeps: (edit: OverwrittenEdit) => boolean,
): StampedRecord<V> {
  if (!record.history) return record;
  const { known } = stateOf(rule, record);
  const { edits } = stateOf(rule, { ...record, history: record.history.filter(keeps) });
  const state: RecordState = { edits, known };
  return { ...recordFrom(rule, state), value: record.value };
}
