import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const nodeModules = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * One configuration, three environments: `client` is the renderer, `main` and `preload` are Electron's.
 * Everything is bundled; the packed app holds `dist/` and `package.json` and no `node_modules`.
 */
export default defineConfig({
  root: at('./renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  // The protocol handler in electron/security replaces this placeholder in every answer with a fresh nonce.
  html: { cspNonce: '__CSP_NONCE__' },
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: at('./dist/renderer'),
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
        outDir: at('./dist/main'),
        emptyOutDir: true,
        target: 'node24',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: { main: at('./electron/main.ts') },
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: nodeModules },
      build: {
        outDir: at('./dist/preload'),
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
});
