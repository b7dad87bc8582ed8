/**
 * A file system in memory that promises no more than `FileSystem` says. It keeps apart what programs see (the page
 * cache) and what is on the disk. At a power cut every byte that was not fsync'd may be lost, kept, torn at any place
 * or be on the disk before an earlier one; a length may be there without its bytes; a name whose folder was not
 * fsync'd may be missing, and a rename undone. After a failed fsync the bytes may be lost although programs still see
 * them, and the next fsync succeeds without writing them.
 */
import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

/** A change to a file's bytes that is not fsync'd yet. */
type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

function applied(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    const kept = content.subarray(0, change.length);
    return Buffer.concat([kept, Buffer.alloc(change.length - kept.length)]);
  }
  const result = Buffer.alloc(Math.max(content.length, change.at + change.bytes.length));
  content.copy(result);
  change.bytes.copy(result, change.at);
  return result;
}

/** A write of which only some stretches reached the disk; the others are as before, zero or anything. */
function tornWrite(content: Buffer, change: Extract<Change, { kind: 'write' }>, random: Random): Buffer {
  const result = applied(content, change);
  const stretches = 1 + Math.floor(random() * 3);
  for (let count = 0; count < stretches; count++) {
    const from = change.at + Math.floor(random() * (change.bytes.length + 1));
    const to = from + Math.floor(random() * (change.at + change.bytes.length - from + 1));
    const noise = random() < 0.3;
    for (let position = from; position < to; position++) {
      result[position] = noise ? Math.floor(random() * 256) : (content[position] ?? 0);
    }
  }
  const isCut = random() < 0.3;
  if (!isCut) return result;
  const shorter = change.at + Math.floor(random() * change.bytes.length);
  return result.subarray(0, Math.max(shorter, content.length));
}

class Inode {
  seen = Buffer.alloc(0);
  onDisk = Buffer.alloc(0);
  unsynced: Change[] = [];

  change(change: Change): void {
    this.seen = Buffer.from(applied(this.seen, change));
    this.unsynced.push(change);
  }

  sync(): void {
    for (const change of this.unsynced.splice(0)) this.onDisk = Buffer.from(applied(this.onDisk, change));
  }

  /** Some changes reach the disk, none is tried again; what programs see may fall back to what is there. */
  failSync(random: Random): void {
    this.onDisk = this.powerCut('some', random);
    this.unsynced = [];
    if (random() < 0.5) this.seen = Buffer.from(this.onDisk);
  }

  powerCut(keep: Keep, random: Random): Buffer<ArrayBuffer> {
    let content: Buffer = this.onDisk;
    if (keep === 'none') return Buffer.from(content);
    const changes = [...this.unsynced];
    if (keep === 'some') changes.sort(() => random() - 0.5);
    for (const change of changes) {
      const fate = keep === 'all' ? 1 : random();
      if (fate >= 0.6) content = applied(content, change);
      else if (fate >= 0.25 && change.kind === 'write') content = tornWrite(content, change, random);
    }
    return Buffer.from(content);
  }

  clone(): Inode {
    const copy = new Inode();
    copy.seen = Buffer.from(this.seen);
    copy.onDisk = Buffer.from(this.onDisk);
    copy.unsynced = [...this.unsynced];
    return copy;
  }
}

/** A change to names that is not fsync'd yet. */
interface NameChange {
  readonly removed: string | null;
  readonly added: { readonly path: string; readonly inode: Inode } | null;
}

function applyNames(names: Map<string, Inode>, { removed, added }: NameChange): void {
  if (removed !== null) names.delete(removed);
  if (added) names.set(added.path, added.inode);
}

const placeOf = ({ removed, added }: NameChange): string => dirname(added?.path ?? removed ?? '/');

/** How much of what was not fsync'd a power cut leaves. */
export type Keep = 'none' | 'all' | 'some';
/** `late`: never answers, and takes effect a moment later. */
export type Fault = 'ENOSPC' | 'EIO' | 'late';

/** Thrown by everything from the power cut on. */
class PowerCut extends Error {}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

export class FaultFileSystem implements FileSystem {
  /** Changing operations so far: each is a moment at which power may be cut. */
  steps = 0;
  syncs = 0;
  isOff = false;
  /** The step at which power is cut. */
  cutAt = Number.POSITIVE_INFINITY;
  /** Failures by step. */
  faults: ReadonlyMap<number, Fault> = new Map();
  readonly #random: Random;
  readonly #seen = new Map<string, Inode>();
  readonly #onDisk = new Map<string, Inode>();
  #unsynced: NameChange[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** The disk as the next start finds it after a power cut now. */
  afterPowerCut(keep: Keep, random: Random): FaultFileSystem {
    const next = new FaultFileSystem(random);
    const names = new Map(this.#onDisk);
    for (const change of this.#unsynced) {
      if (keep === 'all' || (keep === 'some' && random() < 0.5)) applyNames(names, change);
    }
    for (const [path, inode] of names) {
      const left = new Inode();
      left.seen = inode.powerCut(keep, random);
      left.onDisk = Buffer.from(left.seen);
      next.#seen.set(path, left);
      next.#onDisk.set(path, left);
    }
    return next;
  }

  /** What the next start finds when only the program was ended: all is seen, but no more than before is on the disk. */
  afterKill(random: Random): FaultFileSystem {
    const next = new FaultFileSystem(random);
    const clones = new Map<Inode, Inode>();
    const clone = (inode: Inode): Inode => {
      const copy = clones.get(inode) ?? inode.clone();
      clones.set(inode, copy);
      return copy;
    };
    for (const [path, inode] of this.#seen) next.#seen.set(path, clone(inode));
    for (const [path, inode] of this.#onDisk) next.#onDisk.set(path, clone(inode));
    next.#unsynced = this.#unsynced.map(({ removed, added }) => ({
      removed,
      added: added && { path: added.path, inode: clone(added.inode) },
    }));
    return next;
  }

  /** A file's bytes as a program sees them, for tests that damage them. */
  contentOf(path: string): Buffer {
    return Buffer.from(this.#inode(path).seen);
  }

  /** Puts a file there as if it had always been on the disk. */
  place(path: string, content: Uint8Array): void {
    const inode = new Inode();
    inode.seen = Buffer.from(content);
    inode.onDisk = Buffer.from(content);
    this.#seen.set(path, inode);
    this.#onDisk.set(path, inode);
  }

  async open(path: string, mode: 'read' | 'update' | 'create'): Promise<OpenFile> {
    if (mode !== 'create') {
      this.#demandPower();
      return this.#file(this.#inode(path));
    }
    if (this.#seen.has(path)) throw failure('EEXIST');
    const inode = new Inode();
    await this.#step(() => this.#rename({ removed: null, added: { path, inode } }));
    return this.#file(inode);
  }

  async readFile(path: string): Promise<Uint8Array | null> {
    this.#demandPower();
    const inode = this.#seen.get(path);
    return inode ? Buffer.from(inode.seen) : null;
  }

  async size(path: string): Promise<number> {
    this.#demandPower();
    return this.#inode(path).seen.length;
  }

  async list(directory: string): Promise<readonly string[]> {
    this.#demandPower();
    const below = [...this.#seen.keys()].filter((path) => path.startsWith(`${directory}/`));
    return [...new Set(below.map((path) => path.slice(directory.length + 1).split('/')[0] ?? ''))];
  }

  async makeDirectory(): Promise<void> {
    this.#demandPower();
  }

  async rename(from: string, to: string): Promise<void> {
    const inode = this.#inode(from);
    await this.#step(() => this.#rename({ removed: from, added: { path: to, inode } }));
  }

  async remove(path: string): Promise<void> {
    if (!this.#seen.has(path)) return;
    await this.#step(() => this.#rename({ removed: path, added: null }));
  }

  async syncDirectory(directory: string): Promise<void> {
    await this.#step(() => undefined);
    const isHere = (change: NameChange): boolean => placeOf(change) === directory;
    for (const change of this.#unsynced.filter(isHere)) applyNames(this.#onDisk, change);
    this.#unsynced = this.#unsynced.filter((change) => !isHere(change));
  }

  #rename(change: NameChange): void {
    applyNames(this.#seen, change);
    this.#unsynced.push(change);
  }

  #inode(path: string): Inode {
    const inode = this.#seen.get(path);
    if (!inode) throw failure('ENOENT');
    return inode;
  }

  #demandPower(): void {
    if (this.isOff) throw new PowerCut();
  }

  /**
   * One moment. `effect` is what programs see of it; on a failure `partly` happens instead. When power is cut in it,
   * the effect is under way and what of it reaches the disk is open.
   */
  async #step(effect: () => void, partly: () => void = () => undefined): Promise<void> {
    this.#demandPower();
    this.steps++;
    const fault = this.faults.get(this.steps);
    if (this.steps >= this.cutAt) {
      effect();
      this.isOff = true;
      throw new PowerCut();
    }
    if (fault === 'late') {
      setTimeout(effect, 4 + this.#random() * 20);
      await new Promise(() => undefined);
    }
    if (fault) {
      partly();
      throw failure(fault);
    }
    effect();
  }

  #file(inode: Inode): OpenFile {
    return {
      read: async (into, position) => {
        this.#demandPower();
        return inode.seen.subarray(position, position + into.length).copy(into);
      },
      write: (bytes, position) => {
        const copy = Buffer.from(bytes);
        const part = copy.subarray(0, Math.floor(this.#random() * (copy.length + 1)));
        return this.#step(
          () => inode.change({ kind: 'write', at: position, bytes: copy }),
          () => inode.change({ kind: 'write', at: position, bytes: part }),
        );
      },
      truncate: (length) => this.#step(() => inode.change({ kind: 'truncate', length })),
      sync: async () => {
        this.syncs++;
        await this.#step(
          () => undefined,
          () => inode.failSync(this.#random),
        );
        inode.sync();
      },
      close: async () => undefined,
    };
  }
}

/** The ways in which a run that stopped may be found at the next start. */
export function leftovers(fs: FaultFileSystem, seed: number): readonly FaultFileSystem[] {
  return [
    fs.afterPowerCut('none', seededRandom(seed)),
    fs.afterPowerCut('all', seededRandom(seed)),
    fs.afterPowerCut('some', seededRandom(seed + 1)),
    fs.afterPowerCut('some', seededRandom(seed + 2)),
    fs.afterKill(seededRandom(seed + 3)),
  ];
}
