/**
 * A record taken apart into what is stamped and merged as one: a field, fields that go together, one entry of a map, one
 * item of a list. A unit's name is its first field, `entries/<id>` of an entry, `'*'` of the fields that a kind's rule
 * names nowhere and takes as one.
 */
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { MergeRule } from '#shared/domain/records/define.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The unit of the fields that a rule names nowhere and takes as one, and the stamp of fields without one of their own. */
export const rest = '*';

/** The map or list that a unit is an entry or item of. */
function containerOf({ entriesOf = [], itemsOf = [] }: MergeRule, unit: string): string | undefined {
  const slash = unit.indexOf('/');
  const field = unit.slice(0, Math.max(0, slash));
  return entriesOf.includes(field) || itemsOf.includes(field) ? field : undefined;
}

/** The unit that a field belongs to; a name that is one already stays. */
export function unitOf(rule: MergeRule, field: string): string {
  if (containerOf(rule, field) !== undefined) return field;
  const group = rule.together?.find((fields) => fields.includes(field));
  return group?.[0] ?? (rule.rest === undefined ? field : rest);
}

/** Names of the items of a list: their JSON, numbered from the second of the same on. */
function namedItems(field: string, items: readonly unknown[]): [string, unknown][] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const name = `${field}/${canonicalJson(item)}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return [count === 1 ? name : `${name} ${count}`, item];
  });
}

/** What each unit of a record holds: an entry or item itself, of the others their fields by name. */
export function unitsOf(rule: MergeRule, value: Fields): Map<string, unknown> {
  const units = new Map<string, unknown>(rule.rest === undefined ? [] : [[rest, {}]]);
  for (const [field, part] of Object.entries(value)) {
    if (part === undefined) continue;
    if (rule.entriesOf?.includes(field))
      for (const [id, entry] of Object.entries(part as Fields)) units.set(`${field}/${id}`, entry);
    else if (rule.itemsOf?.includes(field))
      for (const [name, item] of namedItems(field, part as readonly unknown[])) units.set(name, item);
    else {
      const unit = unitOf(rule, field);
      units.set(unit, { ...(units.get(unit) as Fields | undefined), [field]: part });
    }
  }
  return units;
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** The record of units, its fields and entries in the order of their names. */
export function recordOf(rule: MergeRule, units: Iterable<readonly [string, unknown]>): Fields {
  const { entriesOf = [], itemsOf = [] } = rule;
  const parts = Map.groupBy([...units].sort(byName), ([unit]) => containerOf(rule, unit));
  const fields = (parts.get(undefined) ?? []).flatMap(([, held]) => Object.entries(held as Fields));
  const maps = entriesOf.map((field): [string, unknown] => [
    field,
    Object.fromEntries(
      (parts.get(field) ?? []).map(([unit, entry]) => [unit.slice(field.length + 1), entry]),
    ),
  ]);
  const lists = itemsOf.map((field): [string, unknown] => [
    field,
    (parts.get(field) ?? []).map(([, item]) => item),
  ]);
  return Object.fromEntries([...fields, ...maps, ...lists].sort(byName));
}

/**
 * Whether a unit is an item of a list. Its name is what it says, so an item that was removed leaves nothing behind: not
 * even a stamp, in which it could still be read.
 */
export function isItem(rule: MergeRule, unit: string): boolean {
  const container = containerOf(rule, unit);
  return container !== undefined && (rule.itemsOf?.includes(container) ?? false);
}

/** Whether a unit holds fields by name. */
export function holdsFields(rule: MergeRule, unit: string): boolean {
  return containerOf(rule, unit) === undefined;
}
