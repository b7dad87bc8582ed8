/**
 * The stand-in's half inside the page: a `require('electron')` for the preload with `contextBridge` and
 * `ipcRenderer` over one CDP binding, which is taken off `window` before any script of the page runs.
 *
 * `runInPage` is sent as source text; it must not refer to anything outside of itself.
 */

type Names = { readonly binding: string; readonly receiver: string };
type Listener = (event: object, ...args: unknown[]) => void;

function runInPage(names: Names, preload: (require: (name: string) => unknown) => void): void {
  const holder = globalThis as unknown as Record<string, unknown>;
  const send = holder[names.binding] as (text: string) => void;
  delete holder[names.binding];
  window.open = (address): null => {
    send(`open\n${new URL(String(address ?? 'about:blank'), location.href).href}`);
    return null;
  };
  // As in Electron, the preload runs in the top frame only.
  if (window.top !== window || location.protocol === 'about:') return;

  const encode = (value: unknown): string => {
    const bytes: string[] = [];
    const mark = (part: unknown): unknown => {
      if (part === undefined) return { $: 'u' };
      if (part instanceof Uint8Array) {
        bytes.push((part as Uint8Array & { toBase64(): string }).toBase64());
        return { $: bytes.length - 1 };
      }
      if (Array.isArray(part)) return part.map(mark);
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, mark(inner)]));
    };
    const json = JSON.stringify(mark(value));
    return [json, ...bytes].join('\n');
  };
  const decode = (text: string): unknown => {
    const [json = 'null', ...bytes] = text.split('\n');
    const fromBase64 = (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64;
    const unmark = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(unmark);
      if (typeof part !== 'object' || part === null) return part;
      const marked = (part as { readonly $?: unknown }).$;
      if (marked === 'u') return undefined;
      if (typeof marked === 'number') return fromBase64.call(Uint8Array, bytes[marked] ?? '');
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, unmark(inner)]));
    };
    return unmark(JSON.parse(json));
  };

  const waiting = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;
  // Main takes this off the window as soon as the context exists and keeps it as a remote object.
  Object.defineProperty(holder, names.receiver, {
    configurable: true,
    enumerable: false,
    value: (kind: 'answer' | 'error' | 'event', name: string, text: string): void => {
      if (kind === 'event') {
        for (const listener of listeners.get(name) ?? []) listener({}, ...(decode(text) as unknown[]));
        return;
      }
      const call = waiting.get(name);
      waiting.delete(name);
      if (kind === 'error') call?.reject(new Error(text));
      else call?.resolve(decode(text));
    },
  });

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(String(lastId), { resolve, reject });
        send(`${lastId}\n${channel}\n${encode(args)}`);
      }),
    on: (channel: string, listener: Listener): void => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener: (channel: string, listener: Listener): void => {
      listeners.get(channel)?.delete(listener);
    },
  };
  // Chromium would ask a person; Electron asks main, each time.
  const media = navigator.mediaDevices;
  const getUserMedia = media?.getUserMedia.bind(media);
  if (media)
    media.getUserMedia = async (constraints): Promise<MediaStream> => {
      const types = (['video', 'audio'] as const).filter((type) => constraints?.[type]);
      await new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(`media${lastId}`, { resolve, reject });
        send(`media${lastId}\n${types.join(',')}\n${location.href}`);
      });
      return await getUserMedia(constraints);
    };
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      Object.defineProperty(window, key, { value: freeze(api), enumerable: true });
    },
  };
  preload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`A sandboxed preload can't load ${name}`);
  });
}

/** The init script that runs `preloadSource` (CommonJS) as Electron would, before the page's own scripts. */
export function initScript(names: Names, preloadSource: string): string {
  const preload = `(require) => { const module = { exports: {} }; const exports = module.exports;\n${preloadSource}\n}`;
  return `(${runInPage.toString()})(${JSON.stringify(names)}, ${preload});`;
}
