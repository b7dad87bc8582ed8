/**
 * What of an import outlives a lock: the file's bytes, and what staff said of its columns and rows. The rest is made
 * again from them.
 */
import type { RosterEntry } from '#shared/domain/roster/entries.ts';
import type { ColumnTarget } from '#shared/domain/roster/mapping.ts';
import type { ImportState } from './import-state.ts';
import type { FileFacts, ReadOptions } from './read-table.ts';

export const importAddress = '/people/import';

/** Bytes of the largest file that is kept. Lists of a facility have some hundred kilobytes. */
export const mostKeptBytes = 8 * 1024 * 1024;

export interface KeptImport {
  readonly name: string;
  /** The file, in base64. */
  readonly bytes: string;
  readonly options: ReadOptions;
  readonly hasHeader: boolean;
  readonly mapping: readonly ColumnTarget[];
  /** As far as they were checked. */
  readonly entries: readonly RosterEntry[] | null;
  /** Whether the rows were being looked at. */
  readonly isReview: boolean;
  readonly saved: readonly (readonly [line: number, personId: string])[];
}

const optionsOf = (facts: FileFacts): ReadOptions =>
  facts.kind === 'csv' ? { encoding: facts.encoding, delimiter: facts.delimiter } : { sheet: facts.sheet };

/** What is kept of this state; `undefined`: there is nothing to lose. */
export function keptOf(state: ImportState, bytes: string | undefined): KeptImport | undefined {
  if (bytes === undefined || !('file' in state) || state.step === 'done') return undefined;
  const { file, read, hasHeader, mapping } = state;
  return {
    ...{ name: file.name, bytes, options: optionsOf(read.facts), hasHeader, mapping },
    entries: 'entries' in state ? state.entries : state.step === 'mapping' ? state.earlier : null,
    isReview: 'entries' in state,
    saved: 'saved' in state ? [...state.saved] : [],
  };
}

/** The file as it was chosen. */
export const keptFile = ({ name, bytes }: KeptImport): File =>
  new File([Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0))], name);

/** A file's bytes in base64; `undefined`: it is too large to be kept, or can't be read. */
export async function bytesToKeep(file: File): Promise<string | undefined> {
  if (file.size > mostKeptBytes) return undefined;
  return await new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => resolve(undefined));
    reader.readAsDataURL(file);
  });
}
