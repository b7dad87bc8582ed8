import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appProtocol, pathOf } from '#electron/security/app-protocol.ts';

describe('pathOf', () => {
  it.each([
    ['app://host/', 'index.html'],
    ['app://host/index.html', 'index.html'],
    ['app://host/assets/index-a1_B.js?x#y', 'assets/index-a1_B.js'],
  ])('%s is %s', (address, path) => {
    expect(pathOf(address)).toBe(path);
  });

  it.each([
    'app://host/../package.json',
    'app://host/a/../../b.js',
    'app://host/%2e%2e/b.js',
    'app://host/..%2fb.js',
    'app://host/a\\..\\b.js',
    'app://host//etc/passwd',
    'app://host/C:/Windows/win.ini',
    'app://host/.env',
    'app://host/a%00.js',
    'app://other/index.html',
    'app://host.evil/index.html',
    'file:///index.html',
    'https://host/index.html',
  ])('%s is none of the app', (address) => {
    expect(pathOf(address)).toBeUndefined();
  });
});

describe('appProtocol', () => {
  let folder = '';
  const get = (address: string, method = 'GET'): Promise<Response> => {
    const pages = (path: string) =>
      path === 'print/1/page.html'
        ? { type: 'text/html; charset=utf-8', body: new TextEncoder().encode('page') }
        : undefined;
    return appProtocol(join(folder, 'renderer'), pages)({ url: address, method } as Request);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wegmarke-protocol-'));
    mkdirSync(join(folder, 'renderer'));
    writeFileSync(join(folder, 'secret.js'), 'secret');
    writeFileSync(
      join(folder, 'renderer', 'index.html'),
      '<script nonce="__CSP_NONCE__"></script><i nonce="__CSP_NONCE__">',
    );
    writeFileSync(join(folder, 'renderer', 'a.js'), '"__CSP_NONCE__"');
    writeFileSync(join(folder, 'renderer', 'a.exe'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('puts the same fresh nonce into page and policy', async () => {
    const texts = await Promise.all(
      [0, 1].map(async () => {
        const response = await get('app://host/');
        const [, nonce = ''] =
          /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
        expect(await response.text()).toBe(`<script nonce="${nonce}"></script><i nonce="${nonce}">`);
        return nonce;
      }),
    );
    expect(texts[0]).not.toBe(texts[1]);
  });

  it('leaves scripts as they are', async () => {
    const response = await get('app://host/a.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('"__CSP_NONCE__"');
  });

  it.each(['app://host/../secret.js', 'app://host/missing.js', 'app://host/a.exe', 'app://host/renderer'])(
    '%s is 404, with the policy',
    async (address) => {
      const response = await get(address);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it('answers only GET', async () => {
    expect((await get('app://host/', 'POST')).status).toBe(404);
  });

  it('serves pages from memory, with the policy', async () => {
    const response = await get('app://host/print/1/page.html');
    expect(await response.text()).toBe('page');
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });
});
