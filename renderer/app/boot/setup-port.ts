import type { SetupPort } from '#renderer/features/setup/setup-port.ts';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import { err, ok } from '#shared/domain/result.ts';
import { recoverySheetOutlets } from '../recovery/recovery-sheet-outlets.ts';
import type { Boot } from './boot.ts';
import { failureOf, unforeseen } from './vault-failure-code.ts';

/** The first set-up over the vault, the documents and the data. */
export function setupPort(boot: Boot): SetupPort {
  const { vault, documents, now } = boot.deps;
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
    ...recoverySheetOutlets(documents, now),
  };
}
