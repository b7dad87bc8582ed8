import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { verifyPage } from './scripts/verify-page-plugin.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const nodeModules = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * Mode `lab` builds the same app with the entry of tests/lab around it, which fills and measures it (demo, tour,
 * bench); it lies apart from `dist/` and is never packed.
 */
const built = (mode: string): string => (mode === 'lab' ? './node_modules/.cache/lab/dist' : './dist');
const labEntry = (mode: string) =>
  mode === 'lab' ? [{ find: /^(\.?\/)main\.tsx$/, replacement: at('./tests/lab/main.tsx') }] : [];

/**
 * One configuration, three environments: `client` is the renderer, `main` and `preload` are Electron's.
 * Everything is bundled; the packed app holds `dist/` and `package.json` and no `node_modules`.
 */
export default defineConfig(({ mode }) => ({
  root: at('./renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), verifyPage()],
  resolve: { alias: labEntry(mode) },
  // The protocol handler in electron/security replaces this placeholder in every answer with a fresh nonce.
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: at(`${built(mode)}/renderer`),
        emptyOutDir: true,
        target: 'chrome150',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4096,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: at('./renderer/index.html') },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: nodeModules },
      build: {
        outDir: at(`${built(mode)}/main`),
        emptyOutDir: true,
        target: 'node24',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: {
            main: at('./electron/main.ts'),
            'backup-process': at('./electron/backup/backup-process.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: nodeModules },
      build: {
        outDir: at(`${built(mode)}/preload`),
        emptyOutDir: true,
        target: 'chrome150',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: { preload: at('./electron/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['main', 'preload', 'client']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
}));
