/**
 * The chain of audit entries, one per workstation. Guarantees, against entries that are changed, removed, exchanged,
 * slipped in or written twice, by whomever: each entry holds the digest of the one before, and the newest one's number
 * and digest (the heads) are kept outside the entries, so that a removed end is noticed, too. The first entry of a new
 * chain holds the heads of the others, so that the chain before a restore can't be shortened afterwards either.
 */
import type { AuditEntry, ChainHead } from '../records/audit-entry.ts';

/** Where each chain ends, by workstation. */
export type ChainHeads = Readonly<Record<string, ChainHead>>;

/** Keyed digest of an entry under its id. */
export type EntryDigest = (id: string, entry: AuditEntry) => string;

const idPattern = /^([0-9a-f]{16})-([0-9a-z]{7})$/;

/** The id of an entry: ids of one chain sort by their numbers. */
export function entryId(workstationId: string, number: number): string {
  return `${workstationId}-${number.toString(36).padStart(7, '0')}`;
}

/** Which entry an id names; `undefined` for what is none of a chain. */
export function placeOf(id: string): { readonly workstationId: string; readonly number: number } | undefined {
  const [, workstationId, digits] = idPattern.exec(id) ?? [];
  if (workstationId === undefined || digits === undefined) return undefined;
  return { workstationId, number: Number.parseInt(digits, 36) };
}

/** What binds the next entry of a workstation to those before. */
export function nextLink(
  heads: ChainHeads,
  workstationId: string,
): Pick<AuditEntry, 'number' | 'previous' | 'continues'> {
  const head = heads[workstationId];
  if (head) return { number: head.number + 1, previous: head.digest };
  return { number: 1, previous: '', ...(Object.keys(heads).length > 0 ? { continues: heads } : {}) };
}

/** Whether two say the same. */
export function sameHeads(one: ChainHeads, other: ChainHeads): boolean {
  const ids = Object.keys(one);
  return (
    ids.length === Object.keys(other).length &&
    ids.every((id) => one[id]?.number === other[id]?.number && one[id]?.digest === other[id]?.digest)
  );
}

/**
 * What is wrong with an entry. `missing`: it is not there. `altered`: it, or the one before it, is not what was
 * written. `unreadable`: it does not open. `repeated`: its number was there already. `stray`: no chain knows of it.
 */
export type FaultKind = 'missing' | 'altered' | 'unreadable' | 'repeated' | 'stray';

export interface ChainFault {
  readonly kind: FaultKind;
  /** Empty where an id names none. */
  readonly workstationId: string;
  /** Of `missing` entries the first one. */
  readonly number: number;
  /** How many entries it is about. */
  readonly count: number;
}

/** One chain as it was walked. */
export interface WalkedChain {
  readonly workstationId: string;
  readonly entries: number;
  /** ISO instants of the first and the last entry that were readable. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** As the heads have it: compared with a printed one, it proves that nothing before it was changed. */
  readonly digest: string;
  /** It began when this one was already there: after a restore, or on another computer. */
  readonly continues: boolean;
}

export interface ChainFinding {
  readonly chains: readonly WalkedChain[];
  /** The first ones; there may be more than are kept. */
  readonly faults: readonly ChainFault[];
  readonly faultCount: number;
  /** Entries from before entries were linked. */
  readonly unlinked: number;
}

interface Walk {
  number: number;
  /** Of the last entry; `undefined` where it could not be read. */
  digest: string | undefined;
  entries: number;
  firstAt: string | null;
  lastAt: string | null;
  continues: boolean;
}

const keptFaults = 50;

/** Walks over entries, each chain's in ascending order, and says what is wrong with them. */
export class ChainWalk {
  readonly #digest: EntryDigest;
  readonly #heads: ChainHeads;
  readonly #walks = new Map<string, Walk>();
  /** What first entries say of the other chains: digests by workstation and number. */
  readonly #claims = new Map<string, Map<number, string>>();
  readonly #faults: ChainFault[] = [];
  #faultCount = 0;
  #unlinked = 0;

  /**
   * @param heads where the chains end.
   * @param firsts the first entry of each chain, as far as it is readable.
   */
  constructor(digest: EntryDigest, heads: ChainHeads, firsts: readonly AuditEntry[]) {
    this.#digest = digest;
    this.#heads = heads;
    for (const { continues } of firsts) {
      for (const [workstationId, head] of Object.entries(continues ?? {})) {
        const claims = this.#claims.get(workstationId) ?? new Map<number, string>();
        this.#claims.set(workstationId, claims.set(head.number, head.digest));
      }
    }
  }

  /** Takes the next entry; `undefined`: it is there but does not open. */
  take(id: string, entry: AuditEntry | undefined): void {
    const place = placeOf(id);
    if (!place) {
      if (entry?.number === 0) this.#unlinked += 1;
      else this.#fault(entry ? 'stray' : 'unreadable', '', 0);
      return;
    }
    const { workstationId, number } = place;
    const head = this.#heads[workstationId];
    const walk = this.#walkOf(workstationId);
    if (!head || number > head.number || number < 1) this.#fault('stray', workstationId, number);
    else if (number <= walk.number) this.#fault('repeated', workstationId, number);
    else this.#step(walk, { id, workstationId, number }, entry);
  }

  #step(
    walk: Walk,
    { id, workstationId, number }: { id: string; workstationId: string; number: number },
    entry: AuditEntry | undefined,
  ): void {
    if (number > walk.number + 1) {
      this.#fault('missing', workstationId, walk.number + 1, number - walk.number - 1);
      walk.digest = undefined;
    }
    walk.number = number;
    walk.entries += 1;
    if (entry) this.#read(walk, id, entry);
    else {
      walk.digest = undefined;
      this.#fault('unreadable', workstationId, number);
    }
  }

  #walkOf(workstationId: string): Walk {
    const known = this.#walks.get(workstationId);
    if (known) return known;
    const walk = { number: 0, digest: '', entries: 0, firstAt: null, lastAt: null, continues: false };
    this.#walks.set(workstationId, walk);
    return walk;
  }

  #read(walk: Walk, id: string, entry: AuditEntry): void {
    const { workstationId = '', number = 0 } = placeOf(id) ?? {};
    const isInPlace = entry.number === number && entry.workstationId === workstationId;
    const isLinked = walk.digest === undefined || entry.previous === walk.digest;
    walk.digest = this.#digest(id, entry);
    const claimed = this.#claims.get(workstationId)?.get(number) ?? walk.digest;
    if (!isInPlace || !isLinked || claimed !== walk.digest) this.#fault('altered', workstationId, number);
    walk.firstAt ??= entry.at;
    walk.lastAt = entry.at;
    if (number === 1) walk.continues = entry.continues !== undefined;
  }

  #fault(kind: FaultKind, workstationId: string, number: number, count = 1): void {
    this.#faultCount += count;
    if (this.#faults.length < keptFaults) this.#faults.push({ kind, workstationId, number, count });
  }

  /** What was found; to be asked once, after the last entry. */
  finish(): ChainFinding {
    const chains: WalkedChain[] = [];
    for (const [workstationId, head] of Object.entries(this.#heads)) {
      const walk = this.#walkOf(workstationId);
      const missing = head.number - walk.number;
      if (missing > 0) this.#fault('missing', workstationId, walk.number + 1, missing);
      else if (walk.digest !== undefined && walk.digest !== head.digest)
        this.#fault('altered', workstationId, head.number);
      const { entries, firstAt, lastAt, continues } = walk;
      chains.push({ workstationId, entries, firstAt, lastAt, digest: head.digest, continues });
    }
    for (const [workstationId, claims] of this.#claims) this.#lookForClaimed(workstationId, claims);
    return { chains, faults: this.#faults, faultCount: this.#faultCount, unlinked: this.#unlinked };
  }

  /** A first entry speaks of a chain that is not there, or goes less far. */
  #lookForClaimed(workstationId: string, claims: ReadonlyMap<number, string>): void {
    const known = this.#heads[workstationId]?.number ?? 0;
    const claimed = Math.max(...claims.keys());
    if (claimed > known) this.#fault('missing', workstationId, known + 1, claimed - known);
  }
}
