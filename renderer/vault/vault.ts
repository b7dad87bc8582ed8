/** The vault as `app` sees it: the functions of this folder over one host, with the header written after each change. */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import type { NewAccount, NewPassphrase } from './accounts.ts';
import { addAccount, changeRole, disableAccount, resetPassphrase, rotateEpoch } from './administration.ts';
import { wipe } from './bytes.ts';
import { changePassphrase, type PassphraseChange } from './change-passphrase.ts';
import { createVault, type PendingVault, type VaultSetup } from './create-vault.ts';
import type { VaultHeader } from './header.ts';
import { HeaderChanges, type HeaderClaim, type TakenHeader } from './header-changes.ts';
import { addIssuerKey, strikeOffIssuer } from './issuer-keys.ts';
import { type MadeJoinFile, makeJoinFile } from './join-file.ts';
import { joinFingerprint } from './join-fingerprint.ts';
import { beginJoin, type JoiningVault } from './join-site.ts';
import { type LockScreen, readFacilityName, readLockScreen, staffAccounts } from './lock-screen.ts';
import { isStrong } from './passphrase-strength.ts';
import { prepareStretching } from './passphrase-stretching.ts';
import { type RecoveredVault, recoverWithCode } from './recover.ts';
import { type PendingRecovery, pendingRecovery, replaceRecovery } from './renew-recovery.ts';
import { deriveSiteValues, type SiteValues } from './site-values.ts';
import { type Unlocked, unlock } from './unlock.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import type { VaultSession } from './vault-session.ts';
import { attempt, loadSiteSecret, readHeader, writeHeader } from './vault-storage.ts';
import {
  addWorkstation,
  type NamedWorkstation,
  type NewWorkstation,
  namedWorkstations,
  renameWorkstation,
  revokeWorkstation,
} from './workstations.ts';

type Done<T = void> = Promise<Result<T, VaultFailure>>;

export class Vault {
  readonly #host: VaultHost;
  readonly #changes: HeaderChanges;

  constructor(host: VaultHost) {
    this.#host = host;
    this.#changes = new HeaderChanges(host);
  }

  /** From now on what administrators change is stored on the sync server first; `null`: there is none. */
  claimThrough(claim: HeaderClaim | null): void {
    this.#changes.claimThrough(claim);
  }

  /** Takes over what a verified header of another workstation has and this one does not. */
  takeHeader(session: VaultSession, theirs: VaultHeader): Done<TakenHeader> {
    return this.#changes.take(session, theirs);
  }

  /** What opens and names the values that the site's workstations share beside the records. */
  async siteValues(session: VaultSession): Done<SiteValues> {
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const values = await deriveSiteValues(secret.value, session.verifiedHeader().facilityId);
    wipe(secret.value);
    return ok(values);
  }

  lockScreen(): Done<LockScreen> {
    prepareStretching();
    return readLockScreen(this.#host);
  }

  /** First set-up; see `PendingVault` for the second step. */
  async create(setup: VaultSetup): Done<PendingVault> {
    const { passphrase, administratorName, facilityName = '' } = setup;
    if (!(await isStrong(passphrase, [administratorName, facilityName])))
      return err({ code: 'weak-passphrase' });
    return createVault(this.#host, setup);
  }

  unlock(accountId: string, passphrase: string): Done<Unlocked> {
    return unlock(this.#host, accountId, passphrase);
  }

  /**
   * Unlocks with a temporary passphrase by choosing another in its place. Nothing is open before the new one is on the
   * disk.
   */
  async chooseFirstPassphrase(accountId: string, temporary: string, chosen: string): Done<Unlocked> {
    const header = await readHeader(this.#host);
    if (!header.ok) return header;
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const change = { accountId, oldPassphrase: temporary, newPassphrase: chosen };
    const next = await this.#changePassphrase(header.value, secret.value, change);
    wipe(secret.value);
    if (!next.ok) return next;
    const written = await writeHeader(this.#host, next.value);
    return written.ok ? this.unlock(accountId, chosen) : written;
  }

  recoverWithCode(typed: string): Done<RecoveredVault> {
    return recoverWithCode(this.#host, typed);
  }

  /** Changes one's own passphrase. The old one is asked for: someone may have left the desk unlocked. */
  async changePassphrase(session: VaultSession, oldPassphrase: string, newPassphrase: string): Done {
    const { accountId } = session.signedIn;
    return this.#changes.change(session, (header, siteSecret) =>
      this.#changePassphrase(header, siteSecret, { accountId, oldPassphrase, newPassphrase }),
    );
  }

  /** All accounts there ever were, by name. */
  async accounts(session: VaultSession): Done<readonly StaffAccount[]> {
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const accounts = await staffAccounts(session.verifiedHeader(), secret.value);
    wipe(secret.value);
    return ok(accounts);
  }

  addAccount(session: VaultSession, person: NewAccount): Done {
    return this.#changes.change(session, (header, secret) =>
      addAccount(header, session.keyHolder(), secret, person),
    );
  }

  /**
   * Disables an account and begins a new epoch. What was written before stays sealed under the former keys until it is
   * sealed again (data/resealing.ts).
   */
  disableAccount(session: VaultSession, accountId: string, now: Date): Done {
    return this.#changes.change(session, (header) =>
      disableAccount(header, session.keyHolder(), accountId, now),
    );
  }

  changeRole(session: VaultSession, accountId: string, role: Role): Done {
    return this.#changes.change(session, (header) =>
      changeRole(header, session.keyHolder(), accountId, role),
    );
  }

  /** Also opens a disabled account again. */
  resetPassphrase(session: VaultSession, accountId: string, passphrase: NewPassphrase): Done {
    return this.#changes.change(session, (header, secret) =>
      resetPassphrase(header, session.keyHolder(), secret, accountId, passphrase),
    );
  }

  /** Draws a new recovery code; once it was typed back, the old one is dead. */
  renewRecovery(session: VaultSession, now: Date): PendingRecovery {
    return pendingRecovery((code) =>
      this.#changes.change(session, (header, secret) =>
        replaceRecovery(header, session.keyHolder(), secret, code, now),
      ),
    );
  }

  rotateEpoch(session: VaultSession, now: Date): Done {
    return this.#changes.change(session, (header) => rotateEpoch(header, session.keyHolder(), now));
  }

  /**
   * Makes the file with which another PC asks to join, and its code; administrators only. `addressFile`: the server's
   * address, as its kit wrote it.
   */
  async invite(session: VaultSession, addressFile: string, now: Date): Done<MadeJoinFile> {
    if (session.signedIn.role !== 'administrator') return err({ code: 'not-administrator' });
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const { facilityId } = session.verifiedHeader();
    const facilityName = await readFacilityName(session.verifiedHeader(), secret.value);
    const { trustAnchor } = session.keyHolder();
    const contents = { facilityId, facilityName, addressFile, siteSecret: secret.value, trustAnchor };
    const made = await makeJoinFile(contents, now);
    wipe(secret.value);
    return ok(made);
  }

  /** Opens such a file at a PC without a vault. Nothing is stored before an administrator has taken the PC in. */
  beginJoin(file: string, typedCode: string, now: Date): Done<JoiningVault> {
    return beginJoin(this.#host, file, typedCode, now);
  }

  /** Groups of digits that tell a PC that asks to join; its screen shows the same. */
  fingerprint(
    session: VaultSession,
    pc: { readonly workstationId: string; readonly publicKey: string },
  ): Promise<readonly string[]> {
    return joinFingerprint(session.verifiedHeader().facilityId, pc);
  }

  /** All workstations that ever belonged to the site, in the order in which they came. */
  async workstations(session: VaultSession): Done<readonly NamedWorkstation[]> {
    const secret = await loadSiteSecret(this.#host);
    if (!secret.ok) return secret;
    const workstations = await namedWorkstations(session.verifiedHeader(), secret.value);
    wipe(secret.value);
    return ok(workstations);
  }

  /** Takes a workstation into the site, or gives one that is in it another name and key at the server. */
  addWorkstation(session: VaultSession, workstation: NewWorkstation, now: Date): Done {
    return this.#changes.change(session, (header, secret) =>
      addWorkstation(header, session.keyHolder(), secret, workstation, now),
    );
  }

  renameWorkstation(session: VaultSession, id: string, name: string): Done {
    return this.#changes.change(session, (header, secret) =>
      renameWorkstation(header, session.keyHolder(), secret, id, name),
    );
  }

  /** Takes a workstation out of the site and begins a new epoch. `ownId`: of this one, which can't. */
  revokeWorkstation(session: VaultSession, id: string, ownId: string, now: Date): Done {
    return this.#changes.change(session, (header) =>
      revokeWorkstation(header, session.keyHolder(), id, ownId, now),
    );
  }

  /**
   * Gives this workstation a key for certificates if it never had one: a vault of an earlier version, or a workstation
   * that joined. For others than administrators it does nothing; writes only where something changes.
   */
  async ensureIssuerKey(session: VaultSession, workstationId: string, today: string): Done {
    if (session.signedIn.role !== 'administrator') return ok(undefined);
    const known = session.verifiedHeader().issuers ?? [];
    if (known.some((issuer) => issuer.workstationId === workstationId)) return ok(undefined);
    return this.#changes.change(session, (header) =>
      addIssuerKey(header, session.keyHolder(), workstationId, today),
    );
  }

  /** A fresh key for a workstation whose last one was struck off. */
  addIssuerKey(session: VaultSession, workstationId: string, today: string): Done {
    return this.#changes.change(session, (header) =>
      addIssuerKey(header, session.keyHolder(), workstationId, today),
    );
  }

  /** Strikes a workstation's key off, from a day on that is not in the future. */
  strikeOffIssuer(session: VaultSession, keyId: string, from: string, today: string): Done {
    return this.#changes.change(session, (header) =>
      strikeOffIssuer(header, session.keyHolder(), keyId, from, today),
    );
  }

  /** The next header with another passphrase, if it is strong enough and the old one is right; a wrong one counts. */
  async #changePassphrase(
    header: VaultHeader,
    siteSecret: Uint8Array,
    change: PassphraseChange,
  ): Promise<Result<VaultHeader, VaultFailure>> {
    const names = await staffAccounts(header, siteSecret);
    const own = names.filter(({ id }) => id === change.accountId).map(({ name }) => name);
    if (!(await isStrong(change.newPassphrase, own))) return err({ code: 'weak-passphrase' });
    const throttle = await attempt(this.#host);
    if (!throttle.ok) return throttle;
    const next = await changePassphrase(header, siteSecret, change);
    if (!next.ok && next.error.code === 'wrong-old-passphrase')
      return err({ code: 'wrong-passphrase', ...throttle.value });
    if (next.ok || next.error.code === 'same-passphrase') await this.#host.throttleSucceeded();
    return next.ok ? next : err(next.error as VaultFailure);
  }
}
