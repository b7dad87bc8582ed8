/**
 * Writes the rows of a roster, batch by batch. Guarantees: a batch is saved whole or not at all, and after a stop, by a
 * person or by a refusal, it is known of every row whether it was saved. A number that somebody was given meanwhile is
 * given to nobody else: the batch is not written, and the rows are to be looked at again.
 */

import type { Refusal } from '#shared/domain/commands/define.ts';
import { knownNumbers, numberKey } from '#shared/domain/roster/entries.ts';
import type { ImportBatch } from '#shared/domain/roster/import-plan.ts';
import { refKey } from '#shared/domain/roster/same-person.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** How the import ended; the rows that were saved were told on the way. */
export type ImportEnd =
  | { readonly how: 'complete' }
  | { readonly how: 'cancelled' }
  /** Something that stands against rows came up since they were checked. */
  | { readonly how: 'outdated' }
  | { readonly how: 'refused'; readonly refusal: Refusal };

/** Lines that are saved, with the person that each ended up in. */
type Saved = readonly (readonly [line: number, id: string])[];

/** Whether a number of the batch belongs to somebody else by now. */
function isOutdated({ added, news }: ImportBatch, known: ReadonlyMap<string, string>): boolean {
  const taken = (number: string | null | undefined, id: string | undefined): boolean => {
    const owner = number ? known.get(numberKey(number)) : undefined;
    return owner !== undefined && owner !== id;
  };
  return (
    added.some(({ person }) => taken(person.number, undefined)) ||
    news.some(({ id, changes }) => taken(changes.number, id))
  );
}

/** Saves batches until all are, `signal` asks to stop, or one is refused. `onSaved` gets what each accounts for. */
export async function importRows(
  batches: readonly ImportBatch[],
  { commands, directory }: Pick<AppServices, 'commands' | 'directory'>,
  signal: AbortSignal,
  onSaved: (saved: Saved) => void,
): Promise<ImportEnd> {
  /** The records that lines of earlier batches became. */
  const made = new Map<string, string>();
  for (const batch of batches) {
    if (signal.aborted) return { how: 'cancelled' };
    if (isOutdated(batch, knownNumbers(directory.list('participant')))) return { how: 'outdated' };
    const places = new Map(batch.added.map(({ line }, place) => [refKey({ line }), place]));
    const refOf = (ref: ImportBatch['apart'][number][number]): string | number =>
      'personId' in ref ? ref.personId : (places.get(refKey(ref)) ?? made.get(refKey(ref)) ?? '');
    const { added, news, apart, lines } = batch;
    if (added.length + news.length > 0) {
      const answer = await commands.execute('participant.import', {
        rows: added.map(({ person }) => person),
        takenOver: news.map(({ id, changes }) => ({ id, changes })),
        apart: apart.map(([one, other]) => [refOf(one), refOf(other)]),
      });
      if (!answer.ok) return { how: 'refused', refusal: answer.error };
      for (const [place, { line }] of added.entries())
        made.set(refKey({ line }), answer.value.ids[place] ?? '');
    }
    onSaved(
      lines.map(({ line, target }) => [
        line,
        'personId' in target ? target.personId : (made.get(refKey(target)) ?? ''),
      ]),
    );
  }
  return { how: 'complete' };
}
