/**
 * Field stamps: which write last set each field, for the later merge of two workstations (last writer wins per
 * field). `'*'` stamps every field that has no stamp of its own, so that a record written at once carries one stamp.
 * In an attendance sheet, entries are stamped one by one as `entries/<id>`.
 */
export type FieldStamps = Readonly<Record<string, string>>;

const entriesField = 'entries';

function fieldsOf(record: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    if (name !== entriesField) fields.set(name, value);
    else
      for (const [id, entry] of Object.entries(value as Record<string, unknown>))
        fields.set(`${entriesField}/${id}`, entry);
  }
  return fields;
}

/** Stamps of a record after a write: changed and new fields get `stamp`, the others keep theirs. */
export function stampFields(
  before: { readonly record: Readonly<Record<string, unknown>>; readonly stamps: FieldStamps } | undefined,
  after: Readonly<Record<string, unknown>>,
  stamp: string,
): FieldStamps {
  if (!before) return { '*': stamp };
  const old = fieldsOf(before.record);
  const stamps: Record<string, string> = { ...before.stamps };
  for (const [name, value] of fieldsOf(after)) {
    if (!old.has(name) || JSON.stringify(old.get(name)) !== JSON.stringify(value)) stamps[name] = stamp;
  }
  for (const name of old.keys())
    if (name.startsWith(`${entriesField}/`) && !fieldsOf(after).has(name)) stamps[name] = stamp;
  return stamps;
}
