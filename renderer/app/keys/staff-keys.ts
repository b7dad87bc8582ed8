import type { OpenedData } from '#renderer/data/open-data.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { DataKeysPort } from '#shared/ports/data-keys.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';

interface StaffKeysDeps {
  readonly vault: Pick<Vault, 'rotateEpoch'>;
  readonly session: VaultSession;
  readonly commands: CommandPort;
  readonly resealing: Pick<
    OpenedData['resealing'],
    'current' | 'subscribe' | 'isDue' | 'run' | 'finish' | 'fail'
  >;
  /** Takes what was sealed again off the disk, as it was before. */
  readonly compactJournal: () => Promise<Result<unknown, string>>;
  readonly now: () => Date;
  /** A new key has begun here. */
  readonly begun: () => void;
}

/** The port, and what goes on in the background whoever is signed in. */
export interface StaffKeys extends DataKeysPort {
  /** Seals again what lies under older keys, if anything may. To be called after the start and when a key has begun. */
  goOn(): Promise<void>;
}

/**
 * The keys of the data. A new one is noted before it begins; that everything lies under it is noted when the journal
 * holds nothing else any more.
 */
export function staffKeys(deps: StaffKeysDeps): StaffKeys {
  const { vault, session, commands, resealing, compactJournal, now, begun: told } = deps;
  let under: Promise<void> | undefined;

  async function goOnOnce(): Promise<void> {
    // Another key may begin while the journal is compacted.
    while (resealing.isDue) {
      const sealed = await resealing.run();
      if (!sealed.ok) return;
      const compacted = await compactJournal();
      if (!compacted.ok) return resealing.fail(compacted.error);
      resealing.finish(sealed.value);
      await commands.execute('vault.resealed', { ids: [facilityId] });
    }
  }

  // Locked meanwhile: the next unlock goes on.
  const goOn = (): Promise<void> => {
    under ??= goOnOnce()
      .catch(() => undefined)
      .finally(() => {
        under = undefined;
      });
    return under;
  };

  return {
    since: () => new Date(session.verifiedHeader().epochs.at(-1)?.createdAt ?? 0),
    current: resealing.current,
    subscribe: resealing.subscribe,
    begin: async () => {
      const noted = await commands.execute('vault.beginKey', { ids: [facilityId] });
      if (!noted.ok) return noted;
      const begun = await vault.rotateEpoch(session, now()).catch(unforeseen);
      if (!begun.ok) return err({ code: failureOf(begun.error).code });
      told();
      void goOn();
      return ok(undefined);
    },
    goOn,
  };
}
