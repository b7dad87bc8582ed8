/**
 * What each kind of document was printed with last, in the clear: names of printers, which the operating system shows
 * to everybody at this computer, and no word about what was printed or when. It lies in the user's own folder,
 * because printers are set up for each user.
 */

import { dirname } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { type DocumentKind, documentKind } from '#shared/ipc/contract/documents.ts';
import { type PrintChoice, printChoice } from '#shared/ipc/contract/printing.ts';

export type LastChoices = {
  readonly of: (kind: DocumentKind) => Promise<PrintChoice | null>;
  /** Never fails: what can't be kept is asked for again. */
  readonly keep: (kind: DocumentKind, choice: PrintChoice) => Promise<void>;
};

const stored = z.partialRecord(documentKind, printChoice);
type Stored = z.infer<typeof stored>;

function decode(bytes: Uint8Array | null): Stored {
  try {
    return bytes ? stored.parse(JSON.parse(new TextDecoder().decode(bytes))) : {};
  } catch {
    return {};
  }
}

/** The choices in the file at `path`. */
export function lastChoices(fs: FileSystem, path: string): LastChoices {
  const alone = inTurn();
  const load = async (): Promise<Stored> => decode(await fs.readFile(path).catch(() => null));
  return {
    of: (kind) => alone(async () => (await load())[kind] ?? null),
    keep: (kind, choice) =>
      alone(async () => {
        const content: Stored = { ...(await load()), [kind]: choice };
        await makeDurableDirectory(fs, dirname(path));
        await writeWholeFile(fs, path, Buffer.from(JSON.stringify(content)));
      }).catch(() => undefined),
  };
}
