import type { UnlockPort } from '#renderer/features/unlock/unlock-port.ts';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { Boot } from './boot.ts';
import { failureOf, unforeseen } from './vault-failure-code.ts';

/** Unlocking and recovery over the vault; success opens the data. */
export function unlockPort(boot: Boot): UnlockPort {
  const { vault, prepareData } = boot.deps;
  return {
    judge: passphraseStrength,
    unlock: async (accountId, passphrase) => {
      prepareData();
      const unlocked = await vault.unlock(accountId, passphrase).catch(unforeseen);
      if (!unlocked.ok) return err(failureOf(unlocked.error));
      await boot.enter(unlocked.value.session);
      return ok(undefined);
    },
    chooseFirst: async (accountId, temporary, chosen) => {
      const unlocked = await vault.chooseFirstPassphrase(accountId, temporary, chosen).catch(unforeseen);
      if (!unlocked.ok) return err(failureOf(unlocked.error));
      await boot.enter(unlocked.value.session);
      return ok(undefined);
    },
    recover: async (typed) => {
      const opened = await vault.recoverWithCode(typed).catch(unforeseen);
      if (!opened.ok) return err(failureOf(opened.error));
      const recovered = opened.value;
      return ok({
        administrators: recovered.accounts.filter(({ role }) => role === 'administrator'),
        discard: recovered.discard,
        restore: async () => {
          const restored = await recovered.restoreSiteSecret().catch(unforeseen);
          return restored.ok ? restored : err(failureOf(restored.error));
        },
        setPassphrase: async (accountId, passphrase) => {
          const unlocked = await recovered.setPassphrase(accountId, passphrase).catch(unforeseen);
          if (!unlocked.ok) return err(failureOf(unlocked.error));
          await boot.enter(unlocked.value.session);
          return ok(undefined);
        },
      });
    },
  };
}
