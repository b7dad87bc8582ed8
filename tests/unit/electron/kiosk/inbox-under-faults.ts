/** Runs an inbox over a faulty file system, remembers what it answered, and checks what is found afterwards. */

import type { FileSystem } from '#electron/disk/file-system.ts';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { createInbox, type Inbox } from '#electron/kiosk/inbox.ts';
import type { FaultFileSystem } from '#tests/unit/electron/disk/fault-file-system.ts';

export const directory = '/data/kiosk';

export type Weaken = (fs: FileSystem) => FileSystem;

export function openInbox(fs: FileSystem, weaken: Weaken = (same) => same): Inbox {
  const space = diskSpace(async () => Number.MAX_SAFE_INTEGER);
  return createInbox({ fs: guardFileSystem(weaken(fs), 2), directory, space });
}

/** `append`: an entry of that length. `clear`: every second entry for good, every third aside. */
export type Step =
  | { readonly kind: 'append'; readonly length: number }
  | { readonly kind: 'clear' }
  | { readonly kind: 'restart' };

/** What was answered, by the entries' texts. */
export interface Told {
  readonly tried: Set<string>;
  readonly appended: Set<string>;
  /** Asked to be cleared; `gone` if that was answered. */
  readonly clearing: Set<string>;
  readonly gone: Set<string>;
}

export const nothingTold = (): Told => ({
  tried: new Set(),
  appended: new Set(),
  clearing: new Set(),
  gone: new Set(),
});

export const copyTold = ({ tried, appended, clearing, gone }: Told): Told => ({
  tried: new Set(tried),
  appended: new Set(appended),
  clearing: new Set(clearing),
  gone: new Set(gone),
});

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

async function clear(inbox: Inbox, told: Told): Promise<void> {
  const { entries } = await inbox.read();
  const taken = entries.filter((_, at) => at % 2 === 0);
  const aside = entries.filter((_, at) => at % 3 === 1);
  const leaving = new Set([...taken, ...aside].map(({ bytes }) => textOf(bytes)));
  for (const text of leaving) told.clearing.add(text);
  await inbox.clear({ taken: taken.map(({ seq }) => seq), aside: aside.map(({ seq }) => seq) });
  for (const text of leaving) told.gone.add(text);
}

/** Does the steps until the power is cut; a failure is heard and the next step tried. */
export async function perform(steps: readonly Step[], told: Told, fs: FaultFileSystem, weaken?: Weaken) {
  let inbox = openInbox(fs, weaken);
  for (const step of steps) {
    if (fs.isOff) return;
    if (step.kind === 'restart') inbox = openInbox(fs, weaken);
    else if (step.kind === 'clear') await clear(inbox, told).catch(() => undefined);
    else {
      const text = `${told.tried.size}:`.padEnd(step.length, '.');
      told.tried.add(text);
      await inbox.append(Buffer.from(text, 'latin1')).then(
        () => told.appended.add(text),
        () => undefined,
      );
    }
  }
}

/** Throws where the inbox is not what was answered. */
export async function check(fs: FileSystem, told: Told): Promise<void> {
  const { entries, damaged } = await openInbox(fs).read();
  const texts = entries.map(({ bytes }) => textOf(bytes));
  if (damaged) throw new Error('reported damage where there is none');
  if (new Set(texts).size !== texts.length) throw new Error('an entry is there twice');
  if (new Set(entries.map(({ seq }) => seq)).size !== entries.length)
    throw new Error('a number is there twice');
  for (const text of texts) {
    if (!told.tried.has(text)) throw new Error('an entry is there that nobody wrote');
    if (told.gone.has(text)) throw new Error('an entry is back that was taken out');
  }
  for (const text of told.appended) {
    if (!told.clearing.has(text) && !texts.includes(text)) throw new Error('an acknowledged entry is lost');
  }
}
