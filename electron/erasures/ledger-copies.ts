/**
 * The erasure ledger's copies in the second place: one file for each computer, so that no two of them write the same.
 *
 * Guarantees, against a crash at any moment, a share that goes away and a file that somebody damaged: a copy is replaced
 * only by one that has all its entries and was read back; what is not whole, or of another facility, gives no entries,
 * is said, and is never written over – a damaged file is put aside under a name of its own. The entries are sealed, as
 * on the computer itself; what the file tells besides is the facility's random id.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { writeChecked } from '#electron/disk/growing-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { LedgerProblem } from '#shared/ipc/contract/backup.ts';
import { mostEntries, mostEntryBytes } from '#shared/ipc/contract/erasures.ts';
import { ledgerFile } from './ledger-file.ts';

/** What the copies in a folder have together, and what is wrong with one of them. */
export interface TakenLedger {
  readonly entries: readonly Uint8Array[];
  readonly problem: LedgerProblem | null;
}

export interface KeepLedger {
  /** The folder of the ledger on this computer. */
  readonly vault: string;
  readonly folder: string;
  /** 32 hex digits. */
  readonly facilityId: string;
  readonly workstationId: string;
}

/** Each entry may be a third longer in base64. */
const entry = z.base64().max(Math.ceil(mostEntryBytes / 3) * 4);
const stored = z.strictObject({
  format: z.literal(1),
  facilityId: z.string(),
  sha256: z.string(),
  entries: z.array(entry).max(mostEntries),
});

const checksum = (facilityId: string, entries: readonly string[]): string =>
  hash('sha256', [facilityId, ...entries].join('\n'), 'hex');

function encode(facilityId: string, entries: readonly string[]): Buffer {
  return Buffer.from(
    JSON.stringify({ format: 1, facilityId, sha256: checksum(facilityId, entries), entries }),
  );
}

type Read = { readonly entries: readonly string[]; readonly problem: LedgerProblem | null };
const unusable = (problem: LedgerProblem): Read => ({ entries: [], problem });

function decode(bytes: Uint8Array, ours: string): Read {
  try {
    const { facilityId, sha256, entries } = stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    if (checksum(facilityId, entries) !== sha256) return unusable('damaged');
    return facilityId === ours ? { entries, problem: null } : unusable('foreign');
  } catch {
    return unusable('damaged');
  }
}

/** `wegmarke-<facility>-erasures-<computer>.json`; several facilities and computers may share a folder. */
const copyName = (facilityId: string, workstationId: string): string =>
  `wegmarke-${facilityId.slice(0, 8)}-erasures-${workstationId}.json`;
const pattern = /^wegmarke-([0-9a-f]{8})-erasures-[0-9a-f]{16}\.json(\.damaged(?:-\d+)?)?$/;

/** What lies in a folder of this facility: copies, and damaged ones that were put aside. */
interface Found {
  readonly copies: ReadonlyMap<string, Read>;
  readonly aside: readonly string[];
}

async function look(fs: FileSystem, folder: string, facilityId: string): Promise<Found> {
  const copies = new Map<string, Read>();
  const aside: string[] = [];
  for (const name of await fs.list(folder)) {
    const [, facility, isAside] = pattern.exec(name) ?? [];
    if (facility !== facilityId.slice(0, 8)) continue;
    if (isAside !== undefined) aside.push(name);
    else {
      const bytes = await fs.readFile(join(folder, name)).catch(() => null);
      copies.set(name, bytes ? decode(bytes, facilityId) : unusable('unreadable'));
    }
  }
  return { copies, aside };
}

/** The worst of what is wrong: of damaged and unreadable ones it is not known what they say. */
function worst(problems: readonly (LedgerProblem | null)[]): LedgerProblem | null {
  const order = ['damaged', 'unreadable', 'foreign'] as const;
  return order.find((problem) => problems.includes(problem)) ?? null;
}

const together = (copies: Found['copies']): Set<string> =>
  new Set([...copies.values()].flatMap(({ entries }) => entries));
const bytesOf = (entries: readonly string[]): Uint8Array[] =>
  entries.map((one) => new Uint8Array(Buffer.from(one, 'base64')));

/** What the copies in `folder` have together. Only reads. @throws CodedError `disk.…` if the folder can't be listed. */
export async function takeLedger(fs: FileSystem, folder: string, facilityId: string): Promise<TakenLedger> {
  const { copies } = await look(fs, folder, facilityId);
  const entries = [...together(copies)];
  // No site has so many: somebody made them up.
  if (entries.length > mostEntries) return { entries: [], problem: 'damaged' };
  return { entries: bytesOf(entries), problem: worst([...copies.values()].map(({ problem }) => problem)) };
}

async function putAside(fs: FileSystem, folder: string, name: string): Promise<void> {
  const taken = new Set(await fs.list(folder));
  let free = `${name}.damaged`;
  for (let count = 2; taken.has(free); count++) free = `${name}.damaged-${count}`;
  await fs.rename(join(folder, name), join(folder, free));
  await fs.syncDirectory(folder);
}

/** The ledger on this computer; one of which no copy is whole has nothing to give, and can be mended from the folder. */
async function ledgerHere(fs: FileSystem, vault: string): Promise<readonly string[]> {
  const entries = await ledgerFile(fs, vault)
    .read()
    .catch((error: unknown) => {
      if (error instanceof CodedError && error.code === 'erasures.damaged') return [];
      throw error;
    });
  return entries.map((bytes) => Buffer.from(bytes).toString('base64'));
}

/**
 * Brings this computer's copy in the folder up to date: it has everything that the ledger here and all copies there have
 * together. Answers what the ledger here lacks of that, and what is wrong in the folder; `damaged` as long as a damaged
 * file lies there, also after it was put aside.
 * @throws CodedError `disk.…` if the folder can't be reached, or this computer's own copy can't be read or written.
 */
export async function keepLedger(
  fs: FileSystem,
  { vault, folder, facilityId, workstationId }: KeepLedger,
): Promise<TakenLedger> {
  const here = await ledgerHere(fs, vault);
  const { copies, aside } = await look(fs, folder, facilityId);
  const ownName = copyName(facilityId, workstationId);
  const own = copies.get(ownName);
  if (own?.problem === 'unreadable') throw new CodedError('disk.failed');
  for (const [name, { problem }] of copies) {
    if (problem === 'damaged' || (problem === 'foreign' && name === ownName))
      await putAside(fs, folder, name);
  }
  const all = new Set([...together(copies), ...here]);
  const written = new Set(own?.entries);
  if (all.size > mostEntries) throw new CodedError('erasures.damaged');
  if (all.size > written.size) {
    const bytes = encode(facilityId, [...all]);
    await writeChecked(
      fs,
      join(folder, ownName),
      (file) => file.append(bytes),
      async (path) => {
        const back = await fs.readFile(path);
        if (!back || !bytes.equals(back)) throw new CodedError('disk.failed');
      },
    );
  }
  const known = new Set(here);
  return {
    entries: bytesOf([...all].filter((one) => !known.has(one))),
    problem: worst([
      aside.length > 0 ? 'damaged' : null,
      ...[...copies.values()].map(({ problem }) => problem),
    ]),
  };
}
