/**
 * What reading each snapshot back said last, and when. Kept in a small file, so that a snapshot that was found damaged is
 * not offered as good after the next start. A file that is lost or unreadable only means that all are read again.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import type { BackupPlace } from '#shared/ipc/contract/backup.ts';

const verdict = z.strictObject({
  /** Milliseconds since 1970. */
  at: z.number().int(),
  whole: z.boolean(),
});
type Verdict = z.infer<typeof verdict>;
const stored = z.strictObject({ here: z.record(z.string(), verdict), away: z.record(z.string(), verdict) });

export interface Verdicts {
  of(place: BackupPlace, name: string): Verdict | undefined;
  note(place: BackupPlace, name: string, verdict: Verdict): Promise<void>;
  /** Forgets what is said of other snapshots than these. */
  keepOnly(place: BackupPlace, names: readonly string[]): void;
  /** Names of snapshots that were found damaged. */
  damaged(place: BackupPlace): readonly string[];
}

/** So long a verdict holds before the file is read again. */
const holdsMs = 7 * 24 * 3_600_000;

/** The snapshot that is to be read next: the one whose verdict is the oldest, if that holds no longer. */
export function nextToVerify<T extends { readonly verifiedAt: number | null; readonly whole: boolean }>(
  snapshots: readonly T[],
  now: number,
): T | undefined {
  const at = (snapshot: T): number => snapshot.verifiedAt ?? Number.NEGATIVE_INFINITY;
  return snapshots
    .filter((snapshot) => snapshot.whole && (now - at(snapshot) >= holdsMs || at(snapshot) > now))
    .toSorted((a, b) => at(a) - at(b))[0];
}

/** The verdicts in `directory`. */
export async function openVerdicts(fs: FileSystem, directory: string): Promise<Verdicts> {
  const path = join(directory, 'verified-snapshots.json');
  const bytes = await fs.readFile(path).catch(() => null);
  const known = { here: new Map<string, Verdict>(), away: new Map<string, Verdict>() };
  try {
    const parsed = bytes && stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    for (const place of ['here', 'away'] as const)
      for (const [name, said] of Object.entries(parsed?.[place] ?? {})) known[place].set(name, said);
  } catch {
    // Everything is read again in its turn.
  }
  return {
    of: (place, name) => known[place].get(name),
    note: async (place, name, said) => {
      known[place].set(name, said);
      const text = JSON.stringify({
        here: Object.fromEntries(known.here),
        away: Object.fromEntries(known.away),
      });
      await makeDurableDirectory(fs, directory);
      await writeWholeFile(fs, path, Buffer.from(text));
    },
    keepOnly: (place, names) => {
      const kept = new Set(names);
      for (const name of known[place].keys()) if (!kept.has(name)) known[place].delete(name);
    },
    damaged: (place) => [...known[place]].flatMap(([name, { whole }]) => (whole ? [] : [name])),
  };
}
