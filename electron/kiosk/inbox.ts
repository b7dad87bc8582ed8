/**
 * The kiosk's inbox: what was acknowledged here is on the disk and is found again after a crash, a power cut or a full
 * disk at any moment, until it is taken out. An entry that was not acknowledged is there whole or not at all.
 *
 * The file is `inbox-<n>.wmk`; the one with the highest number counts. Entries are appended to it as long as everything
 * goes well. After any failure, after a start and to take entries out, all that remain are written whole into a file
 * of the next number, which takes over only when it is on the disk: bytes of a failed or late write lie in a file
 * that counts no more. Numbers are never used twice in a run.
 */
import { join } from 'node:path';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import type { DiskSpace } from '#electron/disk/free-disk.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { encodeEntries, encodeEntry, type InboxEntry, readEntries } from './inbox-file.ts';

export interface InboxDeps {
  /** Guarded, so that its failures are codes and its writes end. */
  readonly fs: FileSystem;
  /** Made on the first append. */
  readonly directory: string;
  readonly space: DiskSpace;
}

/** @throws CodedError `disk.full`, `disk.failed`, `disk.timeout` from each method; what failed may be tried again. */
export interface Inbox {
  /** Resolves when the entry is on the disk. */
  append(bytes: Uint8Array): Promise<void>;
  read(): Promise<{ entries: InboxEntry[]; damaged: boolean }>;
  /** Takes entries out by their numbers: `taken` for good, `aside` into a file beside the inbox. All others stay. */
  clear(which: { readonly taken: readonly number[]; readonly aside: readonly number[] }): Promise<void>;
}

/** What counts, as this run knows it. */
interface State {
  entries: readonly InboxEntry[];
  readonly damaged: boolean;
  /** The damaged file, until it is kept under another name; 0 if there is none. */
  damagedNumber: number;
  nextNumber: number;
  nextSeq: number;
  /** The file that counts, open at its end; `null`: the next append writes it anew. */
  open: { readonly file: OpenFile; end: number } | null;
}

const namePattern = /^inbox-([1-9]\d{0,9})\.wmk(\.new)?$/;
const nameOf = (number: number): string => `inbox-${number}.wmk`;

class FileInbox implements Inbox {
  readonly #deps: InboxDeps;
  readonly #alone = inTurn();
  #state: State | null = null;

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  append(bytes: Uint8Array): Promise<void> {
    return this.#alone(async () => {
      const state = await this.#loaded();
      await this.#deps.space.demandRoom();
      const entry = { seq: state.nextSeq++, bytes: new Uint8Array(bytes) };
      const open = state.open ?? (await this.#rewrite(state, state.entries));
      const frame = encodeEntry(entry, open.end);
      try {
        await open.file.write(frame, open.end);
        await open.file.sync();
      } catch (error) {
        giveUp(state);
        throw error;
      }
      open.end += frame.length;
      state.entries = [...state.entries, entry];
    });
  }

  read(): Promise<{ entries: InboxEntry[]; damaged: boolean }> {
    return this.#alone(async () => {
      const { entries, damaged } = await this.#loaded();
      return { entries: [...entries], damaged };
    });
  }

  clear({ taken, aside }: { readonly taken: readonly number[]; readonly aside: readonly number[] }) {
    return this.#alone(async () => {
      const state = await this.#loaded();
      const leaving = new Set([...taken, ...aside]);
      const staying = state.entries.filter(({ seq }) => !leaving.has(seq));
      if (staying.length === state.entries.length) return;
      await this.#putAside(state.entries.filter(({ seq }) => aside.includes(seq)));
      await this.#rewrite(state, staying);
      state.entries = staying;
    });
  }

  async #loaded(): Promise<State> {
    this.#state ??= await this.#load();
    return this.#state;
  }

  /** Changes nothing on the disk. */
  async #load(): Promise<State> {
    const { fs, directory } = this.#deps;
    await makeDurableDirectory(fs, directory);
    const found = (await fs.list(directory))
      .map((name) => namePattern.exec(name))
      .filter((name) => name !== null);
    const numbers = found.map(([, number]) => Number(number));
    const number = Math.max(
      0,
      ...found.filter(([, , isNew]) => !isNew).map(([, counting]) => Number(counting)),
    );
    const { entries, damaged } =
      number === 0 ? { entries: [], damaged: false } : await readEntries(fs, join(directory, nameOf(number)));
    return {
      entries,
      damaged,
      damagedNumber: damaged ? number : 0,
      nextNumber: Math.max(0, ...numbers) + 1,
      nextSeq: entries.reduce((most, { seq }) => Math.max(most, seq), 0) + 1,
      open: null,
    };
  }

  /** Lets a file with exactly these entries count, and opens it for appending. */
  async #rewrite(state: State, entries: readonly InboxEntry[]): Promise<NonNullable<State['open']>> {
    const { fs, directory } = this.#deps;
    // Should this fail half-way, the higher number may count already: nothing more goes into the old file.
    giveUp(state);
    const number = state.nextNumber++;
    const path = join(directory, nameOf(number));
    const bytes = encodeEntries(entries);
    await writeWholeFile(fs, path, bytes);
    state.open = { file: await fs.open(path, 'update'), end: bytes.length };
    await this.#removeBelow(number, state);
    return state.open;
  }

  /** Old files only take room; what can't go now goes the next time. A damaged one is kept under another name. */
  async #removeBelow(number: number, state: State): Promise<void> {
    const { fs, directory } = this.#deps;
    const at = (name: string): string => join(directory, name);
    try {
      const { damagedNumber } = state;
      if (damagedNumber > 0) await fs.rename(at(nameOf(damagedNumber)), at(`damaged-${damagedNumber}.wmk`));
      state.damagedNumber = 0;
      for (const name of await fs.list(directory)) {
        const match = namePattern.exec(name);
        if (match && Number(match[1]) < number) await fs.remove(at(name));
      }
    } catch {
      // As said above.
    }
  }

  async #putAside(entries: readonly InboxEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { fs, directory } = this.#deps;
    const path = join(directory, 'put-aside.wmk');
    const before = (await fs.readFile(path)) ?? new Uint8Array();
    await writeWholeFile(fs, path, Buffer.concat([before, encodeEntries(entries)]));
  }
}

function giveUp(state: State): void {
  // Whether closing succeeds changes nothing.
  state.open?.file.close().catch(() => undefined);
  state.open = null;
}

/** The inbox in `deps.directory`. Nothing is read before the first call. */
export function createInbox(deps: InboxDeps): Inbox {
  return new FileInbox(deps);
}
