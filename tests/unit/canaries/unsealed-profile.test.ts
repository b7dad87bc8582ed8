import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCanaries } from '#tests/canaries/canaries.ts';
import { type Finding, type FolderSearch, searchFolder } from '#tests/canaries/search-folder.ts';
import { makeUnsealedProfile, type Place, places } from './unsealed-profile.ts';

const canaries = drawCanaries();
const placed = canaries.map(({ text }, at) => ({ text, place: places[at % places.length] ?? 'value' }));

let folder = '';
let search: FolderSearch;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unsealed-'));
  await makeUnsealedProfile(folder, placed);
  search = await searchFolder(
    folder,
    canaries.map(({ text }) => text),
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

const findingsOf = (text: string): readonly Finding[] => search.found.filter(({ canary }) => canary === text);
const textsAt = (place: Place): readonly string[] =>
  placed.filter((one) => one.place === place).map(({ text }) => text);
const formsAt = (place: Place): readonly (readonly string[])[] =>
  textsAt(place).map((text) => findingsOf(text).map(({ form }) => form));

describe('the search over a profile in which nothing is sealed', () => {
  it('finds all thirty canaries', () => {
    const missed = placed.filter(({ text }) => findingsOf(text).length === 0);
    expect(missed).toEqual([]);
    expect(canaries).toHaveLength(30);
  });

  it('reads every file as what it is', () => {
    expect(search.unreadable).toEqual([]);
    expect(search.kinds['leveldb-table']).toBeGreaterThan(0);
    expect(search.kinds['leveldb-log']).toBeGreaterThan(0);
    expect(search.kinds.sqlite).toBeGreaterThan(0);
    expect(search.kinds['simple-cache']).toBeGreaterThan(0);
    expect(search.blocks).toBeGreaterThan(100);
  });

  it('finds what stands nowhere as it is, but in a compressed block or value', () => {
    const onlyIn = (place: Place, form: string): readonly unknown[] =>
      formsAt(place).filter((forms) => forms.length > 0 && forms.every((one) => one === form));
    expect(onlyIn('value-in-parts', 'leveldb-compressed-block')).not.toEqual([]);
    expect(onlyIn('large-value', 'raw > indexeddb-snappy')).not.toEqual([]);
  });

  it('puts shortened keys together', () => {
    for (const forms of formsAt('key-after-similar'))
      expect(forms).toContainEqual(expect.stringMatching(/^leveldb-(compressed-)?block > key$/));
  });

  it.each([
    ['http-brotli', 'brotli'],
    ['http-gzip', 'raw > gzip'],
    ['http-zstd', 'raw > zstd'],
  ] as const)('opens a cached body: %s', (place, form) => {
    for (const forms of formsAt(place)) expect(forms).toContain(form);
  });

  it('finds the encodings that Chromium writes', () => {
    const encodingsAt = (...among: readonly Place[]): ReadonlySet<string> =>
      new Set(among.flatMap(textsAt).flatMap((text) => findingsOf(text).map(({ encoding }) => encoding)));
    expect(encodingsAt('key', 'key-after-similar')).toEqual(new Set(['utf-16be']));
    expect(encodingsAt('bytes', 'blob')).toEqual(new Set(['utf-8']));
    expect([...encodingsAt(...places)]).toEqual(
      expect.arrayContaining(['utf-8', 'latin-1', 'utf-16le', 'utf-16be']),
    );
  });

  it('finds nothing that was not put in', async () => {
    const others = drawCanaries().map(({ text }) => text);
    expect((await searchFolder(folder, others)).found).toEqual([]);
  });
});
