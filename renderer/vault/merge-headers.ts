/**
 * Two headers of one vault become one, for workstations that meet over the sync server.
 *
 * Guarantees: the administrators' part is taken whole from one of the two, so that it stays what was signed; a
 * passphrase that its owner changed at one PC counts at all of them; whatever order headers meet in, all end with the
 * same. Both headers have to be verified before (header-signature.ts).
 */
import { canonicalJson } from './canonical-json.ts';
import type { Account, PassphraseSlot, VaultHeader } from './header.ts';
import { signedText } from './header-signature.ts';

/** What two headers make together. */
export interface MergedHeaders {
  /** With `generation` of `ours`, which each PC counts for itself. */
  readonly header: VaultHeader;
  /** The one whose signed part was not taken, if both were signed for the same revision: two changes knew nothing of each other. */
  readonly overruled: VaultHeader | null;
}

/** 1, 0 or -1: how the signed part of `a` stands to that of `b`. Revisions decide, and between equal ones the text. */
function compareSigned(a: VaultHeader, b: VaultHeader): number {
  if (a.revision !== b.revision) return Math.sign(a.revision - b.revision);
  const [textOfA, textOfB] = [signedText(a), signedText(b)];
  return textOfA === textOfB ? 0 : textOfA > textOfB ? 1 : -1;
}

function laterSlot(a: PassphraseSlot, b: PassphraseSlot): PassphraseSlot {
  const [changesOfA, changesOfB] = [a.changes ?? 0, b.changes ?? 0];
  if (changesOfA !== changesOfB) return changesOfA > changesOfB ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

/** The account with the slot that was changed last, of those that hold the account's own private key. */
function withLatestSlot(account: Account, other: VaultHeader): Account {
  const twin = other.accounts.find(({ id }) => id === account.id);
  // After a reset there is another key pair, which an older slot does not hold.
  if (twin?.publicKey !== account.publicKey) return account;
  return { ...account, passphraseSlot: laterSlot(account.passphraseSlot, twin.passphraseSlot) };
}

/** Merges; which of the two comes first matters for `generation` only. */
export function mergeHeaders(ours: VaultHeader, theirs: VaultHeader): MergedHeaders {
  const order = compareSigned(ours, theirs);
  const [winner, other] = order >= 0 ? [ours, theirs] : [theirs, ours];
  const header = {
    ...winner,
    generation: ours.generation,
    accounts: winner.accounts.map((account) => withLatestSlot(account, other)),
  };
  return { header, overruled: order !== 0 && ours.revision === theirs.revision ? other : null };
}

/** Whether two headers are the same but for `generation`. */
export const isSameHeader = (a: VaultHeader, b: VaultHeader): boolean =>
  canonicalJson({ ...a, generation: 0 }) === canonicalJson({ ...b, generation: 0 });
