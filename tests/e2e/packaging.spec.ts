/** The packaged product, as far as it can be made without Electron's binary: configuration, files, archive. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { Ajv } from 'ajv';
import { expect } from 'playwright/test';
import { test } from './fixture.ts';
import { builderConfiguration, packApp, packedFiles } from './packed-app.ts';
import { startApp } from './start-app.ts';

const root = join(import.meta.dirname, '../..');
const configuration = builderConfiguration();

test('the configuration is valid by the schema of electron-builder', () => {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const schema = JSON.parse(readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  validate(configuration);
  expect(validate.errors ?? []).toEqual([]);
});

test('the fuses are set', () => {
  expect(configuration.asar).toBe(true);
  expect(configuration.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

test('Windows: one installation per machine, silent, no administrator to run it', () => {
  expect(configuration.nsis).toMatchObject({
    oneClick: false,
    perMachine: true,
    deleteAppDataOnUninstall: false,
  });
  expect(configuration.win.requestedExecutionLevel).toBe('asInvoker');
  const script = readFileSync(join(root, String(configuration.nsis.include)), 'utf8');
  expect(script).toContain('icacls.exe" "$APPDATA\\Wegmarke" /inheritance:r');
  // Modify, not full control: a user can't hand the folder's access list to somebody else.
  expect(script).toContain('*S-1-5-32-545:(OI)(CI)M');
});

test('Linux: deb and AppImage; icons in every size', () => {
  expect(configuration.linux.target.map(({ target }) => target)).toEqual(['deb', 'AppImage']);
  expect(existsSync(join(root, configuration.win.icon))).toBe(true);
  const icons = readdirSync(join(root, configuration.linux.icon));
  expect(icons).toEqual(expect.arrayContaining(['16x16.png', '48x48.png', '256x256.png', '512x512.png']));
});

test('only the build is packed', () => {
  const files = packedFiles(configuration.files);
  expect(files).toEqual(
    expect.arrayContaining([
      'package.json',
      'dist/main/main.js',
      'dist/main/backup-process.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
    ]),
  );
  expect(files.filter((path) => path !== 'package.json' && !path.startsWith('dist/'))).toEqual([]);
  expect(files.filter((path) => /chromium-shell|\.map$|\.ts$/.test(path))).toEqual([]);
});

test.describe('the archive', () => {
  let folder = '';
  let archive = '';

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wegmarke-asar-'));
    archive = await packApp(folder);
  });

  test.afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('runs', async () => {
    expect(listPackage(archive, { isPack: false }).some((path) => path.includes('node_modules'))).toBe(false);
    // Nothing but the archive may be read: the staging copy goes first.
    await rm(join(folder, 'app'), { recursive: true });
    const app = await startApp({ app: archive, args: [`--data-dir=${join(folder, 'data')}`], env: {} });
    try {
      const info = await app.page.evaluate(async () => {
        const { host } = window as unknown as { host: { call(name: string): Promise<unknown> } };
        return await host.call('app.info');
      });
      expect(info).toMatchObject({ ok: true, value: { dataFolderProblem: 'none' } });
      // The process that checks backups comes out of the archive, too.
      await app.answerOpenDialog(archive);
      const refused = await app.page.evaluate(async () => {
        const { host } = window as unknown as { host: { call(name: string): Promise<unknown> } };
        return await host.call('backup.restoreFile');
      });
      expect(refused).toEqual({ ok: false, code: 'backup.damaged' });
      expect(
        await app.page.evaluate(() => document.styleSheets.length + document.scripts.length),
      ).toBeGreaterThan(0);
    } finally {
      await app.close();
    }
  });
});
