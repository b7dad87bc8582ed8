import { Dexie } from 'dexie';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/App.tsx';
import { Boot, type BootDeps } from '#renderer/app/boot/boot.ts';
import { type OpenedData, openData } from '#renderer/data/open-data.ts';
import { rehearse } from '#renderer/data/rehearsal.ts';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { Vault } from '#renderer/vault/vault.ts';
import type { AppInfo } from '#shared/ipc/contract/app.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { MemoryJournal, MemoryLedger } from '#tests/browser/data/harness.ts';
import { type MemoryHost, memoryHost } from '#tests/browser/vault/memory-host.ts';
import { memoryBackupHost } from './memory-backup-host.ts';
import { type MemoryKiosk, memoryKiosk } from './memory-kiosk.ts';
import '#renderer/ui/theme/fonts.css';
import { memoryDocuments } from '#tests/memory/memory-documents.ts';
import { noSyncHost } from '#tests/memory/no-sync-host.ts';

interface StartOptions {
  readonly language?: 'de' | 'en';
  readonly dataFolderProblem?: AppInfo['dataFolderProblem'];
}

/** A computer: what main keeps, and the database. The app can be started on it again and again. */
export class Computer {
  readonly host: MemoryHost = memoryHost();
  readonly journal = new MemoryJournal();
  readonly kiosk: MemoryKiosk = memoryKiosk();
  readonly backup = memoryBackupHost(this.journal);
  /** What the data folder was called before restores. */
  replacedWorkstations: string[] = [];
  database = `test-${crypto.randomUUID()}`;
  readonly saved: { readonly kind: string; readonly pdf: Uint8Array }[] = [];
  now = new Date(2026, 10, 23, 9, 5);
  reloads = 0;
  boot: Boot | undefined;
  #unmount: (() => void) | undefined;
  #data: OpenedData | undefined;

  /** Starts the whole app as the window does, with main's part in memory. */
  async start({ language = 'de', dataFolderProblem = 'none' }: StartOptions = {}): Promise<void> {
    await this.stop();
    await setupI18n(language);
    document.documentElement.lang = language;
    const boot = new Boot(this.#deps(dataFolderProblem));
    const place = document.body.appendChild(document.createElement('div'));
    place.id = 'root';
    const root = createRoot(place);
    root.render(<App boot={boot} />);
    this.boot = boot;
    this.#unmount = () => {
      root.unmount();
      place.remove();
    };
    await boot.start();
  }

  async stop(): Promise<void> {
    await this.#data?.close();
    this.#data = undefined;
    this.#unmount?.();
    this.#unmount = undefined;
    window.location.hash = '';
  }

  async remove(): Promise<void> {
    await this.stop();
    await Dexie.delete(this.database);
  }

  /** The services of the open app, to put records in. */
  services(): AppServices {
    const state = this.boot?.current();
    if (state?.phase !== 'open') throw new Error('the app is not open');
    return state.services;
  }

  #deps(dataFolderProblem: AppInfo['dataFolderProblem']): BootDeps {
    return {
      info: async () => ({
        ok: true,
        value: {
          version: '0.0.0',
          shell: 'test',
          platform: 'linux',
          locale: 'de-DE',
          replacedWorkstations: this.replacedWorkstations,
          workstationId: '0123456789abcdef',
          dataFolderProblem,
        },
      }),
      vault: new Vault(this.host),
      sync: noSyncHost,
      prepareData: () => undefined,
      openData: async (deps) => {
        this.#data = await openData({
          ...deps,
          journal: this.journal,
          ledger: new MemoryLedger(),
          databaseName: this.database,
        });
        return this.#data;
      },
      documents: memoryDocuments({
        save: async (kind, _format, pdf) => {
          this.saved.push({ kind, pdf });
          return { ok: true, value: true };
        },
      }),
      kiosk: this.kiosk,
      backup: this.backup,
      rehearse,
      reload: () => {
        this.reloads += 1;
        void this.start();
      },
      now: () => this.now,
      randomBytes,
      expectNext: () => undefined,
    };
  }
}
