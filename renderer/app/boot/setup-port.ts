import type { SetupPort } from '#renderer/features/setup/setup-port.ts';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { Boot } from './boot.ts';
import { failureOf, unforeseen } from './vault-failure-code.ts';

const printDpi = 300;

/** By the system's own dialog: the sheet is printed once. */
const onPaper = { kind: 'recovery-sheet', paper: 'A4', landscape: false, choice: null } as const;

/** The first set-up over the vault, the documents and the data. */
export function setupPort(boot: Boot): SetupPort {
  const { vault, documents, now } = boot.deps;
  const sheet = async (recoveryCode: string, facilityName: string): Promise<Uint8Array> => {
    const { makeRecoverySheet } = await import('#renderer/documents/make-documents.ts');
    return makeRecoverySheet({ facilityName, code: recoveryCode, createdOn: localDay(now()) });
  };
  return {
    judge: passphraseStrength,
    prepare: async ({ facilityName, place, administratorName, passphrase }) => {
      const { workstationId } = boot;
      const made = await vault
        .create({ facilityName, administratorName, passphrase, workstationId, now: now() })
        .catch(unforeseen);
      if (!made.ok) return err(failureOf(made.error));
      const { recoveryCode, discard } = made.value;
      return ok({
        recoveryCode,
        discard,
        confirm: async (typed) => {
          const session = await made.value.confirmRecoveryCode(typed).catch(unforeseen);
          if (!session.ok) return err(failureOf(session.error));
          await boot.enter(session.value, { name: facilityName, place, programme: null });
          return ok(undefined);
        },
      });
    },
    saveSheet: async (code, facilityName) => {
      const pdf = await sheet(code, facilityName).catch(() => undefined);
      return pdf ? documents.save('recovery-sheet', 'pdf', pdf) : err({ code: 'document.failed' });
    },
    printSheet: async (code, facilityName) => {
      const pdf = await sheet(code, facilityName).catch(() => undefined);
      if (!pdf) return err({ code: 'document.failed' });
      const { renderPages } = await import('#renderer/documents/render-pages.ts');
      return documents.print(onPaper, renderPages(pdf, printDpi));
    },
  };
}
