import type { PersonEntry } from '#shared/domain/directory.ts';
import type { LikelySame } from '#shared/domain/duplicates/likely-same.ts';
import type { RowRef } from '#shared/domain/roster/same-person.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { Reviewing } from './import-state.ts';
import type { ReviewRow } from './review-rows.ts';

/** Somebody who may be the person of a row, and why. */
export interface PossibleSame {
  readonly as: RowRef;
  readonly person: Omit<PersonEntry, 'id'>;
  readonly reasons: LikelySame['reasons'];
}

type Known = Pick<Reviewing, 'entries' | 'likely'>;

/** Who may be the person of a row: who is likely the same, and whoever has the number already. */
export function possibleSame(
  { entry: { line, choice }, problems }: ReviewRow,
  { entries, likely }: Known,
  directory: Pick<DirectoryPort, 'get'>,
): readonly PossibleSame[] {
  const personOf = (as: RowRef): Omit<PersonEntry, 'id'> | undefined => {
    if ('personId' in as) return directory.get('participant', as.personId);
    const row = entries.find((entry) => entry.line === as.line);
    return row && !row.skipped && row.read.person ? { ...row.read.person, formerNumbers: [] } : undefined;
  };
  const sameNumber = problems.flatMap(({ code, personId, values }): { readonly as: RowRef }[] => {
    if (code === 'number-known' && personId !== undefined) return [{ as: { personId } }];
    return code === 'number-twice' ? [{ as: { line: Number(values.line) } }] : [];
  });
  const all = [
    ...(likely.get(line) ?? []).filter(({ as }) => !('line' in as && as.line > line)),
    ...sameNumber.map((owner) => ({ ...owner, reasons: ['same-number'] as const })),
  ];
  const seen = new Set<string>();
  const found = all.flatMap(({ as, reasons }): PossibleSame[] => {
    const key = JSON.stringify(as);
    const person = personOf(as);
    if (!person || seen.has(key)) return [];
    seen.add(key);
    return [{ as, person, reasons }];
  });
  if (choice?.kind !== 'same') return found;
  const chosen = JSON.stringify(choice.as);
  const person = personOf(choice.as);
  const known = found.filter(({ as }) => JSON.stringify(as) === chosen);
  return known.length > 0 || !person ? known : [{ as: choice.as, person, reasons: [] }];
}
