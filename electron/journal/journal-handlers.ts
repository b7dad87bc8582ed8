import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { Journal } from './journal.ts';

/** Answers the journal's calls. */
export function journalHandlers(
  journal: Journal,
): HandlersOf<'journal.status' | 'journal.append' | 'journal.read'> {
  return {
    'journal.status': async () => journal.status(),
    'journal.append': ({ seq, payload }) => journal.append(seq, payload),
    'journal.read': ({ fromSeq, maxBytes }) => journal.read(fromSeq, maxBytes),
  };
}
