import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Files, from the root and with forward slashes, whose code (not its comments) matches. */
function using(pattern: RegExp): string[] {
  return sources
    .filter((path) =>
      pattern.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')),
    )
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
}

describe('one place for', () => {
  it.each([
    ['ipcMain', /\bipcMain\b/, ['electron/ipc/register-calls.ts']],
    ['ipcRenderer', /\bipcRenderer\b/, ['electron/preload.ts']],
    ['window.host', /\bwindow\.host\b/, ['renderer/host/host.ts']],
  ])('%s', (_name, pattern, expected) => expect(using(pattern)).toEqual(expected));

  it('WebCrypto: the vault, and the page that checks certificates without the app', () => {
    expect(
      using(/\bcrypto\.subtle\b|\bsubtle\./).filter((path) => !path.startsWith('renderer/vault/')),
    ).toEqual(['renderer/verify-page/browser-verifier.ts']);
  });
});

describe('nowhere is', () => {
  it.each([
    ['browser storage in the clear', /\b(localStorage|sessionStorage|document\.cookie)\b/],
    ['the network from the window', /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/],
    ['HTML put in as text', /dangerouslySetInnerHTML|\.innerHTML\b|\binsertAdjacentHTML\b/],
    ['code made from text', /\beval\s*\(|new Function\s*\(/],
    ['a console', /\bconsole\./],
  ])('%s', (_name, pattern) => expect(using(pattern)).toEqual([]));
});
