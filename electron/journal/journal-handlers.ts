import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { Compactor } from './compactor.ts';
import type { Journal } from './journal.ts';

/** Answers the journal's calls. */
export function journalHandlers(
  journal: Journal,
  compactor: Compactor,
): HandlersOf<`journal.${'status' | 'append' | 'read' | 'compact'}`> {
  return {
    'journal.status': async () => journal.status(),
    'journal.append': ({ seq, payload }) => journal.append(seq, payload),
    'journal.read': ({ fromSeq, maxBytes }) => journal.read(fromSeq, maxBytes),
    'journal.compact': () => compactor.compact(),
  };
}
