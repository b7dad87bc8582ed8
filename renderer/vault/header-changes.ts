/**
 * The one place where the header of an open vault changes.
 *
 * Guarantees: one change at a time; nothing is changed that was not verified. Where a site has a sync server, what
 * administrators change is stored there first, by compare-and-set, and here only then: two PCs never sign different
 * things for one revision. What was stored there and not here, because the power failed in between, comes back with
 * the next `take`.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { wipe } from './bytes.ts';
import type { VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { isSameHeader, mergeHeaders } from './merge-headers.ts';
import { strayEpochs, takeInEpochs } from './reconcile.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import type { VaultSession } from './vault-session.ts';
import { loadSiteSecret, readHeader, writeHeader } from './vault-storage.ts';

/** What became of a header that was to be stored for all workstations. */
export type Claimed =
  | { readonly kind: 'stored' }
  /** Another one lies there, with something that `present` does not have. It is verified. */
  | { readonly kind: 'other'; readonly header: VaultHeader }
  | { readonly kind: 'refused'; readonly failure: VaultFailure };

/** The way to the header that all workstations share. */
export interface HeaderClaim {
  /** Stores `next`, which was made of `present`, for all workstations, if nothing else has come there meanwhile. */
  claim(present: VaultHeader, next: VaultHeader): Promise<Claimed>;
  /** Something changed here that is published later: a passphrase. */
  changed(): void;
}

/** What came of a header of another workstation. */
export interface TakenHeader {
  /** The header that is here now. */
  readonly header: VaultHeader;
  /** Another one than before. */
  readonly changed: boolean;
  /** It has a newer key for the data. */
  readonly keyBegun: boolean;
  /** The signed-in account may not go on like this: disabled, of another role, or reset. The header is on the disk. */
  readonly signedOut: boolean;
  /** Two administrators' changes knew nothing of each other; one of them has to be made again. */
  readonly overruled: boolean;
}

/** Between a claim and the next, another workstation was faster so often that something is wrong. */
const mostAttempts = 5;

type Change = (header: VaultHeader, siteSecret: Uint8Array) => Promise<Result<VaultHeader, VaultFailure>>;

export class HeaderChanges {
  readonly #host: VaultHost;
  #claim: HeaderClaim | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: VaultHost) {
    this.#host = host;
  }

  /** From now on signed changes go this way first; `null`: there is no sync server. */
  claimThrough(claim: HeaderClaim | null): void {
    this.#claim = claim;
  }

  /** Reads and verifies the header, changes it, stores it, and lets the session go on with it. */
  change(session: VaultSession, change: Change): Promise<Result<void, VaultFailure>> {
    return this.#alone(() => this.#change(session, change));
  }

  /** Takes over what a verified header of another workstation has and this one does not. */
  take(session: VaultSession, theirs: VaultHeader): Promise<Result<TakenHeader, VaultFailure>> {
    return this.#alone(async () => {
      const present = await this.#present(session);
      return present.ok ? this.#take(session, present.value, theirs) : present;
    });
  }

  async #change(session: VaultSession, change: Change): Promise<Result<void, VaultFailure>> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const present = await this.#present(session);
      if (!present.ok) return present;
      const secret = await loadSiteSecret(this.#host);
      if (!secret.ok) return secret;
      const next = await change(present.value, secret.value);
      wipe(secret.value);
      if (!next.ok) return next;
      const claimed = await this.#claimed(present.value, next.value);
      if (claimed.kind === 'refused') return err(claimed.failure);
      if (claimed.kind === 'stored') return this.#keep(session, next.value);
      const taken = await this.#take(session, present.value, claimed.header);
      if (!taken.ok) return taken;
      if (taken.value.signedOut) return err({ code: 'account-disabled' });
    }
    return err({ code: 'server-silent' });
  }

  async #claimed(present: VaultHeader, next: VaultHeader): Promise<Claimed> {
    const claim = this.#claim;
    if (!claim) return { kind: 'stored' };
    if (next.revision !== present.revision) return claim.claim(present, next);
    // One's own passphrase: needs no signature and may change offline.
    setTimeout(() => claim.changed());
    return { kind: 'stored' };
  }

  async #present(session: VaultSession): Promise<Result<VaultHeader, VaultFailure>> {
    const header = await readHeader(this.#host);
    if (!header.ok) return header;
    return (await session.adopt(header.value)) === 'adopted' ? header : err({ code: 'header-altered' });
  }

  async #keep(session: VaultSession, header: VaultHeader): Promise<Result<void, VaultFailure>> {
    const written = await writeHeader(this.#host, header);
    if (!written.ok) return written;
    return (await session.adopt(header)) === 'adopted' ? ok(undefined) : err({ code: 'header-altered' });
  }

  async #take(
    session: VaultSession,
    present: VaultHeader,
    theirs: VaultHeader,
  ): Promise<Result<TakenHeader, VaultFailure>> {
    if (!(await verifyHeader(theirs, session.keyHolder().trustAnchor)))
      return err({ code: 'header-altered' });
    const { header, overruled } = mergeHeaders(present, theirs);
    const merged = overruled ? await this.#reconciled(session, header, overruled) : ok(header);
    if (!merged.ok) return merged;
    const next = { ...merged.value, generation: present.generation + 1 };
    const unchanged = { header: present, changed: false, keyBegun: false, signedOut: false };
    if (isSameHeader(present, next)) return ok({ ...unchanged, overruled: overruled !== null });
    const written = await writeHeader(this.#host, next);
    if (!written.ok) return written;
    const signedOut = !goesOn(session, present, next);
    if (!signedOut && (await session.adopt(next)) !== 'adopted') return err({ code: 'header-altered' });
    const keyBegun = next.epochs.at(-1)?.id !== present.epochs.at(-1)?.id;
    return ok({ header: next, changed: true, keyBegun, signedOut, overruled: overruled !== null });
  }

  /**
   * With no key of the overruled header lost. Where there is one, only an administrator can take it in; until one is
   * signed in here, nothing is taken.
   */
  async #reconciled(
    session: VaultSession,
    header: VaultHeader,
    overruled: VaultHeader,
  ): Promise<Result<VaultHeader, VaultFailure>> {
    if (strayEpochs(header, overruled).length === 0) return ok(header);
    const next = await takeInEpochs(header, overruled, session.keyHolder());
    if (!next.ok) return next.error.code === 'not-administrator' ? err({ code: 'headers-differ' }) : next;
    const claimed = await this.#claimed(header, next.value);
    if (claimed.kind === 'stored') return next;
    return err(claimed.kind === 'refused' ? claimed.failure : { code: 'headers-differ' });
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** Whether the session's account is in the next header what it was when it signed in. */
function goesOn({ signedIn }: VaultSession, present: VaultHeader, next: VaultHeader): boolean {
  const before = present.accounts.find(({ id }) => id === signedIn.accountId);
  const account = next.accounts.find(({ id }) => id === signedIn.accountId);
  return (
    account?.status === 'active' && account.role === signedIn.role && account.publicKey === before?.publicKey
  );
}
