/**
 * Writes the ready rows of a roster, batch by batch. Guarantees: a batch is saved whole or not at all, and after a
 * stop, by a person or by a refusal, it is known of every row whether it was saved.
 */

import type { Refusal } from '#shared/domain/commands/define.ts';
import { importBatchSize } from '#shared/domain/commands/participants.ts';
import type { Participant } from '#shared/domain/records/participant.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';

export interface ReadyRow {
  readonly line: number;
  readonly person: Participant;
}

/** How the import ended; the rows that were saved were told on the way. */
export type ImportEnd =
  | { readonly how: 'complete' }
  | { readonly how: 'cancelled' }
  | { readonly how: 'refused'; readonly refusal: Refusal };

/** Saves rows until all are, `signal` asks to stop, or a batch is refused. `onSaved` gets line and id of each. */
export async function importRows(
  rows: readonly ReadyRow[],
  commands: CommandPort,
  signal: AbortSignal,
  onSaved: (batch: readonly (readonly [line: number, id: string])[]) => void,
): Promise<ImportEnd> {
  for (let at = 0; at < rows.length; at += importBatchSize) {
    if (signal.aborted) return { how: 'cancelled' };
    const batch = rows.slice(at, at + importBatchSize);
    const answer = await commands.execute('participant.import', { rows: batch.map(({ person }) => person) });
    if (!answer.ok) return { how: 'refused', refusal: answer.error };
    onSaved(batch.map(({ line }, place) => [line, answer.value.ids[place] ?? ''] as const));
  }
  return { how: 'complete' };
}
