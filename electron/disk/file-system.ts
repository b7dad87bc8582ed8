/**
 * The narrow part of a file system that the stores of main rest on. What it promises is little, on purpose: bytes
 * are safe after `sync`, a name (a new file, a rename) is safe after `syncDirectory` of its folder, and nothing is
 * safe before. The stores are tested over an implementation that takes away everything beyond that.
 */

/** An open file. Positions and lengths are bytes. */
export interface OpenFile {
  /** Fills `into` from `position` on; answers how many bytes there were, fewer only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Writes all of `bytes` at `position` or fails; after a failure any part of it may have been written. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Returns when the file's bytes and length are on the disk. After a failure nothing is known of either. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** `read`: an existing file, to read. `update`: an existing file, to read and write. `create`: a new one, never an existing. */
export type OpenMode = 'read' | 'update' | 'create';

export interface FileSystem {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  /** The whole file, or `null` if there is none. */
  readFile(path: string): Promise<Uint8Array | null>;
  /** Bytes of the file. */
  size(path: string): Promise<number>;
  /** Names in a folder, in no order. */
  list(directory: string): Promise<readonly string[]>;
  /** Makes the folder and those above it; one that exists is fine. */
  makeDirectory(directory: string): Promise<void>;
  /** Takes the place of an existing file in one step. */
  rename(from: string, to: string): Promise<void>;
  /** A file that does not exist is fine. */
  remove(path: string): Promise<void>;
  /**
   * Returns when the names in the folder are on the disk. Windows has no such call: there NTFS logs names itself and
   * keeps their order, and flushing a file flushes that log, so the call does nothing.
   */
  syncDirectory(directory: string): Promise<void>;
}

/** The `code` of a Node error (`ENOENT`, `ENOSPC` …), if it is one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
