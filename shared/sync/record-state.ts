/**
 * A record as a set of edits, each with its stamp: an observed-remove set (Bieniusa et al., "An optimized conflict-free
 * replicated set", 2012) for every unit of the record. `known` says of each workstation up to which of its stamps this
 * record knows everything: an edit that is known and not in the set was replaced by somebody who saw it. So no clock has
 * to be trusted to tell an overwritten edit from one that the other desk could not know of.
 *
 * Guarantees that the same set of edits is always the same stamped record, byte for byte.
 */
import type { MergeRule } from '#shared/domain/records/define.ts';
import type { FieldStamps, OverwrittenEdit, StampedRecord } from './field-stamps.ts';
import { workstationOf } from './stamp.ts';
import { type Fields, holdsFields, recordOf, rest, unitOf, unitsOf } from './units.ts';

/** What was written, by stamp; `undefined`: removed. The latest one is what the record says. */
export type Edits = ReadonlyMap<string, unknown>;

export interface RecordState {
  /** By unit; each has at least one edit. */
  readonly edits: ReadonlyMap<string, Edits>;
  /** By workstation. */
  readonly known: ReadonlyMap<string, string>;
}

/** Whether an edit with this stamp is known, be it still there or replaced. */
export function knows({ known }: RecordState, stamp: string): boolean {
  return stamp <= (known.get(workstationOf(stamp)) ?? '');
}

/** The stamp of the edit that counts. */
export function latestOf(edits: Edits): string {
  let latest = '';
  for (const stamp of edits.keys()) if (stamp >= latest) latest = stamp;
  return latest;
}

/** Of each workstation the latest of these stamps. */
export function latestByWorkstation(stamps: Iterable<string>): Map<string, string> {
  const known = new Map<string, string>();
  for (const stamp of stamps) {
    const workstation = workstationOf(stamp);
    if (stamp > (known.get(workstation) ?? '')) known.set(workstation, stamp);
  }
  return known;
}

/** The state that a stamped record says. */
export function stateOf(rule: MergeRule, record: StampedRecord): RecordState {
  const { stamps, history = [], seen = [] } = record;
  const units = unitsOf(rule, record.value);
  const edits = new Map<string, Map<string, unknown>>();
  const add = (unit: string, stamp: string, value: unknown): void => {
    const there = edits.get(unit) ?? new Map<string, unknown>();
    edits.set(unit, there);
    if (!there.has(stamp)) there.set(stamp, value);
  };
  for (const [unit, stamp] of writtenAt(rule, stamps, units)) add(unit, stamp, units.get(unit));
  for (const edit of history)
    for (const [unit, value] of regrouped(rule, edit, units)) add(unit, edit.stamp, value);
  const known = latestByWorkstation([
    ...Object.values(stamps),
    ...history.map(({ stamp }) => stamp),
    ...seen,
  ]);
  return { edits, known };
}

/** When each unit was written: the latest of its fields. Units that are not there were removed. */
function writtenAt(
  rule: MergeRule,
  stamps: FieldStamps,
  units: ReadonlyMap<string, unknown>,
): Map<string, string> {
  const at = new Map<string, string>();
  const later = (unit: string, stamp: string): void => {
    if (stamp >= (at.get(unit) ?? '')) at.set(unit, stamp);
  };
  for (const [field, stamp] of Object.entries(stamps)) if (field !== rest) later(unitOf(rule, field), stamp);
  const others = stamps[rest] ?? '';
  for (const [unit, value] of units)
    for (const field of stampedFields(rule, unit, value))
      if (field === rest || stamps[field] === undefined) later(unit, others);
  return at;
}

/** An overwritten edit in the units that there are now: another version of the app may have grouped fields otherwise. */
function regrouped(
  rule: MergeRule,
  { field, value }: OverwrittenEdit,
  units: ReadonlyMap<string, unknown>,
): [string, unknown][] {
  const written = holdsFields(rule, field) ? Object.entries((value ?? {}) as Fields) : [];
  if (written.length === 0) return [[unitOf(rule, field), value]];
  return [...Map.groupBy(written, ([name]) => unitOf(rule, name))].map(([unit, fields]) => [
    unit,
    unit === field
      ? Object.fromEntries(fields)
      : { ...(units.get(unit) as Fields | undefined), ...Object.fromEntries(fields) },
  ]);
}

/** The stamped record of a state, with its value in the order of names. */
export function recordFrom(rule: MergeRule, state: RecordState): StampedRecord {
  const present: [string, unknown][] = [];
  const removed: [string, string][] = [];
  const written: [string, string][] = [];
  const history: OverwrittenEdit[] = [];
  for (const [unit, edits] of state.edits) {
    const latest = latestOf(edits);
    const value = edits.get(latest);
    if (value === undefined) removed.push([unit, latest]);
    else {
      present.push([unit, value]);
      for (const field of stampedFields(rule, unit, value)) written.push([field, latest]);
    }
    for (const [stamp, overwritten] of edits)
      if (stamp !== latest)
        history.push({ field: unit, stamp, ...(overwritten === undefined ? {} : { value: overwritten }) });
  }
  history.sort((a, b) => (a.stamp === b.stamp ? order(a.field, b.field) : order(a.stamp, b.stamp)));
  const stamps = compact(written, removed);
  const shown = latestByWorkstation([...Object.values(stamps), ...history.map(({ stamp }) => stamp)]);
  const seen = [...state.known.values()]
    .filter((stamp) => stamp > (shown.get(workstationOf(stamp)) ?? ''))
    .sort(order);
  return {
    value: recordOf(rule, present),
    stamps,
    ...(seen.length > 0 ? { seen } : {}),
    ...(history.length > 0 ? { history } : {}),
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Every field of a unit has the stamp, so that a version of the app that groups them otherwise reads it as well. */
function stampedFields(rule: MergeRule, unit: string, value: unknown): readonly string[] {
  return unit === rest || !holdsFields(rule, unit) ? [unit] : Object.keys(value as Fields);
}

/** `'*'` stands for what it stamps itself, or else for the earliest stamp. */
function compact(
  written: readonly (readonly [string, string])[],
  removed: readonly (readonly [string, string])[],
): FieldStamps {
  const whole = written.find(([field]) => field === rest)?.[1];
  const others = whole ?? written.map(([, stamp]) => stamp).sort(order)[0];
  const own = [...written.filter(([, stamp]) => stamp !== others), ...removed];
  return Object.fromEntries([
    ...(others === undefined ? [] : [[rest, others] as const]),
    ...own.sort(([one], [other]) => order(one, other)),
  ]);
}
