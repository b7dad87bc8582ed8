import { EventEmitter } from 'node:events';
import { type Chromium, startChromium } from './chromium.ts';
import { control } from './control.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type RequestListener = (details: { url: string }, callback: (response: { cancel?: boolean }) => void) => void;
type CheckHandler = ((contents: null, permission: never, origin: string, details: never) => boolean) | null;
type AskHandler =
  | ((contents: unknown, permission: string, answer: (granted: boolean) => void, details: unknown) => void)
  | null;

/** What a page asks of camera and microphone, in Electron's words. */
export type AskedMedia = {
  readonly mediaTypes: readonly ('video' | 'audio')[];
  readonly requestingUrl: string;
};

const permissions = [
  'geolocation',
  'notifications',
  'audioCapture',
  'videoCapture',
  'midi',
  'midiSysex',
  'sensors',
  'clipboardReadWrite',
  'clipboardSanitizedWrite',
  'backgroundSync',
  'durableStorage',
  'idleDetection',
  'localFonts',
  'nfc',
  'displayCapture',
  'storageAccess',
  'windowManagement',
  'wakeLockScreen',
] as const;

/** Electron's `Session` over one Chromium process, which is started when the first window needs it. */
export class StandInSession
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
    >
{
  readonly #profile: string | undefined;
  readonly #handlers = new Map<string, ProtocolHandler>();
  #listener: RequestListener | undefined;
  #check: CheckHandler = null;
  #ask: AskHandler = null;
  #chromium: Promise<Chromium> | undefined;

  /** @param profile Chromium's folder; `undefined` for a session that keeps nothing. */
  constructor(profile: string | undefined) {
    super();
    this.#profile = profile;
  }

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      this.#handlers.set(scheme, handler);
    },
  } satisfies Pick<Electron.Protocol, 'handle'>;

  readonly webRequest = {
    onBeforeRequest: (listener: unknown): void => {
      this.#listener = listener as RequestListener;
    },
  } satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>;

  setPermissionRequestHandler(handler: unknown): void {
    this.#ask = handler as AskHandler;
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.#check = handler as CheckHandler;
  }

  setDevicePermissionHandler(_handler: unknown): void {}

  setSpellCheckerEnabled(_enabled: boolean): void {}

  /** Asks main for camera and microphone as Electron does, and lets Chromium answer the page accordingly. */
  async askForMedia(contents: unknown, asked: AskedMedia): Promise<void> {
    const details = { ...asked, isMainFrame: true };
    const granted = await new Promise<boolean>((resolve) => {
      if (this.#ask) this.#ask(contents, 'media', resolve, details);
      else resolve(true);
    });
    const { browser } = (await this.chromium()).connection;
    for (const type of asked.mediaTypes) {
      const name = type === 'video' ? 'camera' : 'microphone';
      const setting = granted ? 'granted' : 'denied';
      await browser.send('Browser.setPermission', { permission: { name }, setting });
    }
  }

  /** The answer to a request of the page, `undefined` if it is refused. @param address as main knows it. */
  async answer(address: string, method: string): Promise<Response | undefined> {
    const listener = this.#listener;
    if (listener) {
      const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) =>
        listener({ url: address }, resolve),
      );
      if (cancel) return undefined;
    }
    const handler = this.#handlers.get(address.slice(0, address.indexOf(':')));
    return await handler?.({ url: address, method } as Request);
  }

  /** The running browser. */
  chromium(): Promise<Chromium> {
    this.#chromium ??= this.#start();
    return this.#chromium;
  }

  /** Ends the browser, if it runs, and waits until its files are closed. */
  async end(): Promise<void> {
    const chromium = await this.#chromium?.catch(() => undefined);
    await chromium?.connection.browser.send('Browser.close').catch(() => undefined);
    await chromium?.ended;
  }

  async #start(): Promise<Chromium> {
    const chromium = await startChromium(this.#profile, control.attached);
    const media = { videoCapture: 'video', audioCapture: 'audio' } as const;
    const granted = permissions.filter((name) => {
      const mediaType = name in media ? media[name as keyof typeof media] : undefined;
      const details = { isMainFrame: true, ...(mediaType === undefined ? {} : { mediaType }) };
      const asked = mediaType === undefined ? name : 'media';
      return this.#check?.(null, asked as never, 'app://host/', details as never) ?? true;
    });
    const { browser } = chromium.connection;
    // Granting some refuses all others.
    await browser.send('Browser.grantPermissions', { permissions: granted }).catch(() => undefined);
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    await browser.send('Target.setDiscoverTargets', { discover: true });
    return chromium;
  }
}

const sessions = new Map<string, StandInSession>();

function sessionAt(key: string, profile: string | undefined): StandInSession {
  const known = sessions.get(key) ?? new StandInSession(profile);
  sessions.set(key, known);
  return known;
}

/** Electron's `session` module, as far as the app uses it. */
export const session = {
  fromPath: (path: string, _options?: Electron.FromPathOptions): Electron.Session =>
    sessionAt(path, path) as unknown as Electron.Session,
  fromPartition: (partition: string, _options?: Electron.FromPartitionOptions): Electron.Session => {
    if (partition.startsWith('persist:')) throw new Error('The stand-in keeps sessions by path only');
    return sessionAt(partition, undefined) as unknown as Electron.Session;
  },
} satisfies Pick<typeof Electron.session, 'fromPath' | 'fromPartition'>;

/** Ends every browser that was started. */
export async function endSessions(): Promise<void> {
  await Promise.all([...sessions.values()].map((one) => one.end()));
}
