import { readFileSync } from 'node:fs';
import { readTable } from '#renderer/features/import/read-table.ts';
import { type PersonEntry, project } from '#shared/domain/directory.ts';
import { entryFor } from '#shared/domain/roster/entries.ts';
import { guessMapping } from '#shared/domain/roster/mapping.ts';
import { tableOf } from '#shared/domain/roster/table.ts';
import type { MadeRoster } from './made-roster.ts';

const file = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** The facility's own roster, read as the import reads it, with the pairs that are known to be one person. */
export async function residents(): Promise<MadeRoster> {
  const read = await readTable(new Uint8Array(file('residents.csv')), {});
  if (!read.ok) throw new Error(read.error);
  const table = tableOf(read.value.rows, true);
  const mapping = guessMapping(table.headers);
  const people = table.rows.flatMap((row): PersonEntry[] => {
    const { person } = entryFor(row, mapping, '2026-11-23').read;
    const record = person && { ...person, formerNumbers: [], mergedInto: null };
    const projected = record && project('participant', record.number ?? '', record);
    return projected ? [projected.entry] : [];
  });
  const same = file('residents-same-person.csv')
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line): [string, string] => {
      const [one = '', other = ''] = line.split(',');
      return [one, other];
    });
  return { people, same };
}
