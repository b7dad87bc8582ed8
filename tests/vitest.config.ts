import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { verifyPage } from '../scripts/verify-page-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The installed Chromium; Playwright's own download is used only where neither is there. */
function chromiumPath(): string | undefined {
  const named = process.env.WEGMARKE_CHROMIUM;
  if (named) return named;
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

const executablePath = chromiumPath();
const runsAsRoot = process.getuid?.() === 0;
const launchArguments = [
  ...(runsAsRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** For tests in the browser, which has no environment of its own. */
const passedOn = (name: string): Record<string, string> => {
  const value = process.env[name];
  return value === undefined ? {} : { [name]: value };
};

/**
 * Three kinds of unit tests: `unit` in Node for pure code, `sync` in Node against real NATS servers, `browser` in a real
 * Chromium for what needs a real IndexedDB, WebCrypto or module workers (an imitation would pass where the real one
 * fails).
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Documents and import rules take seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'sync',
          environment: 'node',
          include: ['tests/sync/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Servers flush every write to the disk; side by side they would wait for each other.
          fileParallelism: false,
        },
      },
      {
        root,
        worker: { format: 'es' },
        plugins: [verifyPage()],
        // Named so that a dependency first met in the middle of a run does not reload the page under a test.
        optimizeDeps: {
          entries: ['renderer/**/*.{ts,tsx}'],
          include: [
            '@hpke/core',
            'any-ascii',
            'bidi-js',
            'bwip-js/generic',
            'cborg',
            'dexie',
            'fast-check',
            'hash-wasm',
            'hucre/xlsx',
            'linebreak',
            'pdfjs-dist',
            'pdfmake/build/pdfmake.min.js',
            'qrcode',
            'zod',
            '@zxcvbn-ts/core',
            '@zxcvbn-ts/language-common',
            '@zxcvbn-ts/language-de',
            '@zxcvbn-ts/language-en',
            'zxing-wasm/reader',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          env: passedOn('WEGMARKE_COURSES'),
          testTimeout: 60_000,
          // What is waited for comes in its own time on a busy machine; a second is not enough of it.
          expect: { poll: { timeout: 20_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            provider: playwright({
              launchOptions: { args: launchArguments, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
