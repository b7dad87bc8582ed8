import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import type { RecoveryPort } from '#shared/ports/recovery.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';
import { recoverySheetOutlets } from './recovery-sheet-outlets.ts';

interface StaffRecoveryDeps {
  readonly vault: Pick<Vault, 'renewRecovery'>;
  readonly session: VaultSession;
  readonly commands: CommandPort;
  readonly documents: DocumentPort;
  readonly now: () => Date;
  /** A new key for the data has begun. */
  readonly keyBegun: () => void;
}

/** The recovery code as administrators have it once the vault is open. A change is noted before it is made. */
export function staffRecovery(deps: StaffRecoveryDeps): RecoveryPort {
  const { vault, session, commands, documents, now } = deps;
  return {
    ...recoverySheetOutlets(documents, now),
    since: () => {
      const { recovery, createdAt } = session.verifiedHeader();
      return new Date(recovery.createdAt ?? createdAt);
    },
    renew: () => {
      const pending = vault.renewRecovery(session, now());
      return {
        recoveryCode: pending.recoveryCode,
        discard: pending.discard,
        confirm: async (typed) => {
          const checked = pending.check(typed);
          if (!checked.ok) return err({ code: failureOf(checked.error).code });
          const noted = await commands.execute('recovery.renew', { ids: [facilityId] });
          if (!noted.ok) return noted;
          const confirmed = await pending.confirm(typed).catch(unforeseen);
          if (confirmed.ok) deps.keyBegun();
          return confirmed.ok ? ok(undefined) : err({ code: failureOf(confirmed.error).code });
        },
      };
    },
  };
}
