/** Design §7, one test per assertion, in the running app. */

import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { test } from './fixture.ts';
import { filmOf, readFromCamera } from './made-film.ts';

type Answer = { readonly ok: boolean; readonly code?: string; readonly value?: unknown };

const ask = (page: Page, name: string, args?: unknown): Promise<Answer> =>
  page.evaluate(
    async ([callName, callArgs]) => {
      const { host } = window as unknown as { host: { call(name: unknown, args: unknown): Promise<Answer> } };
      return await host.call(callName, callArgs);
    },
    [name, args] as const,
  );

/** A file of the build that is a script, by address. */
const script = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');

test('the page has no Node: no require, no process, no module', async ({ wegmarke }) => {
  const found = await wegmarke.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('window.host is frozen and has call and on, nothing else', async ({ wegmarke }) => {
  const host = await wegmarke.page.evaluate(() => {
    const { host } = window as unknown as { host: object };
    const before = host;
    try {
      (window as unknown as { host: object }).host = {};
    } catch {
      // Refusing with an error is as good as refusing silently.
    }
    const same = (window as unknown as { host: object }).host === before;
    return { names: Object.keys(host).toSorted(), frozen: Object.isFrozen(host), same };
  });
  expect(host).toEqual({ names: ['call', 'on'], frozen: true, same: true });
});

test('nothing else of main is on the window', async ({ wegmarke }) => {
  const names = await wegmarke.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
    frame.remove();
    return Object.getOwnPropertyNames(window).filter(
      (name) => !plain.has(name) && !/^\d+$|playwright/.test(name),
    );
  });
  expect(names.filter((name) => /ipc|electron|binding|cdp|^[br][0-9a-f]{32}$/i.test(name))).toEqual([]);
  expect(names).toContain('host');
});

test('a frame within the page has no host', async ({ wegmarke }) => {
  const has = await wegmarke.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return 'host' in (frame.contentWindow ?? {});
  });
  expect(has).toBe(false);
});

test('a call that the contract does not know is refused', async ({ wegmarke }) => {
  expect(await ask(wegmarke.page, 'fs.readFile', '/etc/passwd')).toEqual({
    ok: false,
    code: 'ipc.bad-arguments',
  });
});

test('arguments that do not parse are refused', async ({ wegmarke }) => {
  const bad = { kind: 'certificate', format: 'pdf', bytes: 'not bytes', path: '/tmp/x' };
  expect(await ask(wegmarke.page, 'documents.save', bad)).toEqual({
    ok: false,
    code: 'ipc.bad-arguments',
  });
});

test('main answers the app page', async ({ wegmarke }) => {
  const { ok, value } = await ask(wegmarke.page, 'app.info');
  expect(ok).toBe(true);
  expect(value).toMatchObject({ shell: wegmarke.shell, dataFolderProblem: 'none' });
});

for (const path of [
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/assets/../../main/main.js',
  '/%2e%2e%2fmain%2fmain.js',
  '/index.html%00.js',
  '/.hidden',
]) {
  test(`a path that leads out of the app is 404: ${path}`, async ({ wegmarke }) => {
    const status = await wegmarke.page.evaluate(async (address) => {
      const element = document.createElement('script');
      element.src = address;
      const outcome = new Promise<string>((resolve) => {
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
      });
      document.head.append(element);
      return await outcome;
    }, path);
    expect(status).toBe('refused');
  });
}

test('the page, its scripts and what is not found carry the policy', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const policies = new Map<string, string | undefined>();
  page.on('response', (response) => {
    policies.set(new URL(response.url()).pathname, response.headers()['content-security-policy']);
  });
  await page.reload();
  await page.evaluate(async () => {
    const image = new Image();
    const ended = new Promise((resolve) => {
      image.onerror = resolve;
    });
    image.src = '/nothing.png';
    await ended;
  });
  const main = new URL(await script(page)).pathname;
  for (const path of ['/index.html', main, '/nothing.png']) {
    const policy = policies.get(path) ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("connect-src 'none'");
    expect(policy, path).not.toContain("'unsafe-inline'");
    expect(policy, path).not.toContain("'unsafe-eval'");
  }
});

test('the nonce is fresh for every answer', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const nonce = (): Promise<string> =>
    page.evaluate(() => document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '');
  const first = await nonce();
  await page.reload();
  const second = await nonce();
  expect(first).toMatch(/^[\w+/=]{24}$/);
  expect(second).toMatch(/^[\w+/=]{24}$/);
  expect(second).not.toBe(first);
});

test('an inline script and an inline style do nothing', async ({ wegmarke }) => {
  const effect = await wegmarke.page.evaluate(() => {
    const inline = document.createElement('script');
    inline.textContent = 'window.ran = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 3px solid red }';
    document.head.append(inline, style);
    return { ran: 'ran' in window, outline: getComputedStyle(document.body).outlineStyle };
  });
  expect(effect).toEqual({ ran: false, outline: 'none' });
});

test('eval is refused', async ({ wegmarke }) => {
  // In a task of its own: what the inspector's protocol runs by itself may use eval.
  const outcome = await wegmarke.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()));
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'other');
          }
        });
      }),
  );
  expect(outcome).toBe('EvalError');
});

test('the page can fetch nothing, not even the app itself', async ({ wegmarke }) => {
  const outcome = await wegmarke.page.evaluate(async () => {
    const attempts = ['/index.html', 'https://example.com/', 'http://127.0.0.1:9/'].map((address) =>
      fetch(address).then(
        () => 'fetched',
        () => 'refused',
      ),
    );
    return await Promise.all(attempts);
  });
  expect(outcome).toEqual(['refused', 'refused', 'refused']);
});

test('a worker can fetch nothing: its answer carries the policy too', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const answered = page.waitForResponse((response) => response.url().endsWith('?worker'));
  await page.evaluate(
    async (address) => {
      new Worker(`${address}?worker`, { type: 'module' });
    },
    await script(page),
  );
  const headers = (await answered).headers();
  expect(headers['content-security-policy']).toContain("connect-src 'none'");
});

test('a blob worker is refused', async ({ wegmarke }) => {
  const outcome = await wegmarke.page.evaluate(async () => {
    const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    return await new Promise<string>((resolve) => {
      try {
        const worker = new Worker(source);
        worker.onmessage = () => resolve('ran');
        worker.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
  });
  expect(outcome).toBe('refused');
});

test('window.open opens nothing', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const before = page.context().pages().length;
  expect(await page.evaluate(() => String(window.open('https://example.com/')))).toBe('null');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => page.context().pages().length).toBe(before);
  expect(await wegmarke.openedOutside()).toEqual([]);
});

for (const address of ['https://example.com/', '/other.html', 'file:///etc/passwd']) {
  test(`the page can't go elsewhere: ${address}`, async ({ wegmarke }) => {
    const { page } = wegmarke;
    const here = page.url();
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.waitForTimeout(400);
    expect(page.url()).toBe(here);
    expect((await ask(page, 'app.info')).ok).toBe(true);
  });
}

test('a frame can load nothing', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
  });
  await page.waitForTimeout(300);
  expect(page.frames().some((frame) => frame.url().startsWith('https://example.com'))).toBe(false);
});

for (const name of ['camera', 'microphone', 'geolocation', 'notifications', 'midi']) {
  test(`permission is denied: ${name}`, async ({ wegmarke }) => {
    const state = await wegmarke.page.evaluate(
      async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state,
      name,
    );
    expect(state).toBe('denied');
  });
}

test('asking for the camera is refused', async ({ wegmarke }) => {
  const outcome = await wegmarke.page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test.describe('the camera', () => {
  const film = join(tmpdir(), `wegmarke-camera-${process.pid}.y4m`);
  test.use({
    appArgs: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  test.beforeAll(() => writeFile(film, filmOf('4711081512340742')));
  test.afterAll(() => rm(film, { force: true }));

  const askForCamera = (page: Page, constraints: MediaStreamConstraints): Promise<string> =>
    page.evaluate(
      (wanted) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (stream) => {
            for (const track of stream.getTracks()) track.stop();
            return 'given';
          },
          () => 'refused',
        ),
      constraints,
    );

  test('is given while the app scans, without sound, and what it sees can be read', async ({ wegmarke }) => {
    const { page } = wegmarke;
    expect(await askForCamera(page, { video: true })).toBe('refused');
    expect(await ask(page, 'camera.begin')).toEqual({ ok: true });
    expect(await askForCamera(page, { video: true, audio: true })).toBe('refused');
    expect(await askForCamera(page, { audio: true })).toBe('refused');
    expect(await askForCamera(page, { video: true })).toBe('given');
    expect(await readFromCamera(page)).toEqual({ kind: 'read', text: '4711081512340742' });
    expect(await ask(page, 'camera.end')).toEqual({ ok: true });
    expect(await askForCamera(page, { video: true })).toBe('refused');
  });

  test('is refused again once the page is loaded anew', async ({ wegmarke }) => {
    const { page } = wegmarke;
    await ask(page, 'camera.begin');
    expect(await askForCamera(page, { video: true })).toBe('given');
    await page.reload();
    expect(await askForCamera(page, { video: true })).toBe('refused');
  });
});

test('the app asks the network for nothing', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.waitForLoadState('load');
  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('blob:'))).toEqual([]);
  expect(await wegmarke.refusedRequests()).toEqual([]);
});

test('the window is told when the screen is locked and when the computer sleeps', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await page.evaluate(() => {
    const holder = window as unknown as {
      host: { on(name: string, f: (p: unknown) => void): void };
      heard: unknown[];
    };
    holder.heard = [];
    holder.host.on('app.lockRequested', (payload) => holder.heard.push(payload));
  });
  await wegmarke.power('lock-screen');
  await wegmarke.power('suspend');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toEqual([{ reason: 'screen-locked' }, { reason: 'suspended' }]);
});

test('locking throws the page away', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await page.evaluate(() => Object.assign(window, { opened: 'a secret' }));
  const loaded = page.waitForEvent('load');
  // The answer may be thrown away with the page.
  await Promise.all([loaded, ask(page, 'app.lock').catch(() => undefined)]);
  expect(await page.evaluate(() => 'opened' in window)).toBe(false);
});
