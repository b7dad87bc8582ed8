import type { PersonEntry } from '#shared/domain/directory.ts';
import { foldName } from './fold.ts';

/**
 * The key that orders people by family name, then given name, then number: letters with marks stand with their base
 * letter (DIN 5007-1). Compare with `<`; unique by id.
 */
export function personSortKey(person: Pick<PersonEntry, 'id' | 'given' | 'family' | 'number'>): string {
  const [first, second] = person.family === null ? [person.given, ''] : [person.family, person.given];
  return [foldName(first), foldName(second), person.number ?? '', person.id].join('\u0000');
}
