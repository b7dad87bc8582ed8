import type { ImportSession } from '#renderer/features/import/import-session.ts';
import type { ImportState } from '#renderer/features/import/import-state.ts';

/** The state that the session reaches at last. */
export function reached(session: ImportSession, step: ImportState['step']): Promise<ImportState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.current().step === step) resolve(session.current());
    };
    session.subscribe(look);
    look();
  });
}
