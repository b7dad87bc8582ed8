/**
 * The running kiosk: its sealed store and key on the disk, its inbox, and whether the window is a kiosk.
 *
 * Guarantees, against a power cut at any moment: a kiosk whose start was answered is there again at the next start; one
 * that was ended is not. The store is written last and deleted first, so a store never stands without having had its
 * key. The inbox is no part of that: it outlives every kiosk.
 */
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { RemovableSecret } from '#electron/keystore/removable-secret.ts';
import type { KioskStart } from '#shared/ipc/contract/kiosk.ts';
import type { Inbox } from './inbox.ts';

export interface KioskDeps {
  readonly fs: FileSystem;
  readonly directory: string;
  readonly key: RemovableSecret;
  readonly inbox: Inbox;
  /** Makes the window a kiosk, or an ordinary window again. */
  readonly turn: (on: boolean) => void;
}

type KioskCalls =
  | 'kiosk.start'
  | 'kiosk.open'
  | 'kiosk.append'
  | 'kiosk.readInbox'
  | 'kiosk.clearInbox'
  | 'kiosk.end';

/** Answers the kiosk's calls. Where a store lies on the disk, the window is a kiosk from the beginning. */
export async function kioskHandlers(deps: KioskDeps): Promise<HandlersOf<KioskCalls>> {
  const { fs, directory, key, inbox, turn } = deps;
  const path = join(directory, 'store.wmk');
  const alone = inTurn();
  let isOn = (await fs.readFile(path)) !== null;
  if (isOn) turn(true);

  const set = (on: boolean): void => {
    isOn = on;
    turn(on);
  };
  const remove = async (): Promise<void> => {
    if ((await fs.readFile(path)) !== null) {
      await fs.remove(path);
      await fs.syncDirectory(directory);
    }
    await key.remove();
  };
  const start = async (kiosk: KioskStart): Promise<void> => {
    await makeDurableDirectory(fs, directory);
    // An older store must not be found with the new key.
    await remove();
    await key.store(kiosk.key);
    await writeWholeFile(fs, path, kiosk.store);
    set(true);
  };
  const open = async (): Promise<KioskStart | null> => {
    const store = await fs.readFile(path);
    const opened = store && (await key.load());
    if (store && opened) {
      set(true);
      return { store: new Uint8Array(store), key: opened };
    }
    set(false);
    await remove();
    return null;
  };

  return {
    'kiosk.start': (kiosk) => alone(() => start(kiosk)),
    'kiosk.open': () => alone(open),
    'kiosk.append': async (entry) => {
      if (!isOn) throw new CodedError('kiosk.off');
      await inbox.append(entry);
    },
    'kiosk.readInbox': () => inbox.read(),
    'kiosk.clearInbox': (which) => inbox.clear(which),
    'kiosk.end': () =>
      alone(async () => {
        set(false);
        await remove();
      }),
  };
}
