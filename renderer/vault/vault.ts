/** The vault as `app` sees it: the functions of this folder over one host, with the header written after each change. */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { NewAccount } from './accounts.ts';
import { addAccount, disableAccount, resetPassphrase, rotateEpoch } from './administration.ts';
import { wipe } from './bytes.ts';
import { changePassphrase } from './change-passphrase.ts';
import { createVault, type PendingVault, type VaultSetup } from './create-vault.ts';
import type { VaultHeader } from './header.ts';
import { addIssuerKey, strikeOffIssuer } from './issuer-keys.ts';
import { type LockScreen, readLockScreen } from './lock-screen.ts';
import { type RecoveredVault, recoverWithCode } from './recover.ts';
import { type Unlocked, unlock } from './unlock.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import type { VaultSession } from './vault-session.ts';
import { attempt, loadSiteSecret, readHeader, writeHeader } from './vault-storage.ts';

type Done<T = void> = Promise<Result<T, VaultFailure>>;

export class Vault {
  readonly #host: VaultHost;

  constructor(host: VaultHost) {
    this.#host = host;
  }

  lockScreen(): Done<LockScreen> {
    return readLockScreen(this.#host);
  }

  /** First set-up; see `PendingVault` for the second step. */
  create(setup: VaultSetup): Done<PendingVault> {
    return createVault(this.#host, setup);
  }

  unlock(accountId: string, passphrase: string): Done<Unlocked> {
    return unlock(this.#host, accountId, passphrase);
  }

  recoverWithCode(typed: string): Done<RecoveredVault> {
    return recoverWithCode(this.#host, typed);
  }

  /** Changes one's own passphrase. The old one is asked for: someone may have left the desk unlocked. */
  async changePassphrase(session: VaultSession, oldPassphrase: string, newPassphrase: string): Done {
    const { accountId } = session.signedIn;
    return this.#change(session, async (header, siteSecret) => {
      const throttle = await attempt(this.#host);
      if (!throttle.ok) return throttle;
      const next = await changePassphrase(header, siteSecret, { accountId, oldPassphrase, newPassphrase });
      if (next.ok) {
        await this.#host.throttleSucceeded();
        return next;
      }
      if (next.error.code !== 'wrong-old-passphrase') return err(next.error);
      return err({ code: 'wrong-passphrase', ...throttle.value });
    });
  }

  addAccount(session: VaultSession, person: NewAccount): Done {
    return this.#change(session, (header, secret) => addAccount(header, session.keyHolder(), secret, person));
  }

  disableAccount(session: VaultSession, accountId: string): Done {
    return this.#change(session, (header) => disableAccount(header, session.keyHolder(), accountId));
  }

  resetPassphrase(session: VaultSession, accountId: string, passphrase: string): Done {
    return this.#change(session, (header, secret) =>
      resetPassphrase(header, session.keyHolder(), secret, accountId, passphrase),
    );
  }

  rotateEpoch(session: VaultSession, now: Date): Done {
    return this.#change(session, (header) => rotateEpoch(header, session.keyHolder(), now));
  }

  /**
   * Gives this workstation a key for certificates if it never had one: a vault of an earlier version, or a workstation
   * that joined. For others than administrators it does nothing; writes only where something changes.
   */
  async ensureIssuerKey(session: VaultSession, workstationId: string, today: string): Done {
    if (session.signedIn.role !== 'administrator') return ok(undefined);
    const known = session.verifiedHeader().issuers ?? [];
    if (known.some((issuer) => issuer.workstationId === workstationId)) return ok(undefined);
    return this.#change(session, (header) => addIssuerKey(header, session.keyHolder(), workstationId, today));
  }

  /** A fresh key for a workstation whose last one was struck off. */
  addIssuerKey(session: VaultSession, workstationId: string, today: string): Done {
    return this.#change(session, (header) => addIssuerKey(header, session.keyHolder(), workstationId, today));
  }

  /** Strikes a workstation's key off, from a day on that is not in the future. */
  strikeOffIssuer(session: VaultSession, keyId: string, from: string, today: string): Done {
    return this.#change(session, (header) =>
      strikeOffIssuer(header, session.keyHolder(), keyId, from, today),
    );
  }

  /** Reads and verifies the header, changes it, writes it, and lets the session go on with it. */
  async #change(
    session: VaultSession,
    change: (header: VaultHeader, siteSecret: Uint8Array) => Promise<Result<VaultHeader, VaultFailure>>,
  ): Done {
    const header = await readHeader(this.#host);
    if (!header.ok) return header;
    if ((await session.adopt(header.value)) !== 'adopted') return err({ code: 'header-altered' });
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const next = await change(header.value, secret.value);
    wipe(secret.value);
    if (!next.ok) return next;
    const written = await writeHeader(this.#host, next.value);
    if (!written.ok) return written;
    return (await session.adopt(next.value)) === 'adopted' ? ok(undefined) : err({ code: 'header-altered' });
  }
}
