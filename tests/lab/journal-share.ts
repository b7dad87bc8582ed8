import type { JournalPort } from '#renderer/data/journal-port.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** What so many check-ins took, one after the other, and what of it was the way to main's journal and back. */
export interface JournalShare {
  readonly allMs: number;
  readonly journalMs: number;
  /** Main makes one fsync for each (tests/unit/electron/journal). */
  readonly appends: number;
}

/** The journal, with a clock beside it. */
export function timedJournal(
  journal: JournalPort,
): JournalPort & { taken(): { ms: number; appends: number } } {
  let ms = 0;
  let appends = 0;
  return {
    status: () => journal.status(),
    read: (...given) => journal.read(...given),
    append: async (seq, payload) => {
      const begun = performance.now();
      try {
        return await journal.append(seq, payload);
      } finally {
        ms += performance.now() - begun;
        appends += 1;
      }
    },
    taken: () => ({ ms, appends }),
  };
}

/** Checks everybody who has a place in the session in, by one command each. */
export async function journalShare(
  { commands, directory }: AppServices,
  journal: ReturnType<typeof timedJournal>,
  { sessionId, badges }: { readonly sessionId: string; readonly badges: readonly string[] },
): Promise<JournalShare> {
  const owners = new Map(directory.list('badge').map(({ number, participantId }) => [number, participantId]));
  const before = journal.taken();
  const begun = performance.now();
  for (const badge of badges) {
    const participantId = owners.get(badge) ?? '';
    const answer = await commands.execute('attendance.checkIn', {
      ...{ sessionId, participantId, at: null, entryId: null },
      ...{ via: 'desk', overCapacity: true, reason: null },
    });
    if (!answer.ok) throw new Error(answer.error.code);
  }
  const allMs = performance.now() - begun;
  const after = journal.taken();
  return { allMs, journalMs: after.ms - before.ms, appends: after.appends - before.appends };
}
