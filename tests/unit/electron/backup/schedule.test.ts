import { describe, expect, it } from 'vitest';
import { liesIn } from '#electron/backup/away-folder.ts';
import { backOff, isDue } from '#electron/backup/schedule.ts';
import {
  facilityIdOf,
  parseSnapshotName,
  shortFacility,
  snapshotName,
} from '#electron/backup/snapshot-name.ts';
import { headerOf, noon } from './backup-cases.ts';

const minute = 60_000;

describe('a snapshot is due', () => {
  const newest = { madeAt: noon, lastSeq: 10 };
  it.each([
    ['not without a frame', 'hour', null, 0, noon, false],
    ['at once where there is none', 'hour', null, 1, noon, true],
    ['not where nothing changed', 'quit', newest, 10, noon + 90 * minute, false],
    ['not before an hour has passed', 'hour', newest, 11, noon + 59 * minute, false],
    ['after an hour', 'hour', newest, 11, noon + 60 * minute, true],
    ['not at every lock', 'lock', newest, 11, noon + 14 * minute, false],
    ['at a lock after a quarter of an hour', 'lock', newest, 11, noon + 15 * minute, true],
    ['when the program ends', 'quit', newest, 11, noon + 1, true],
    ['when the newest one is of the future', 'hour', newest, 11, noon - minute, true],
    ['when the journal is another one that is shorter', 'hour', newest, 4, noon + 60 * minute, true],
  ] as const)('%s', (_, occasion, last, seq, now, due) => {
    expect(isDue(occasion, last, seq, now)).toBe(due);
  });
});

it('waits longer from failure to failure', () => {
  const waits = [0, 1, 2, 3, 4, 50].map(backOff);
  expect(waits).toEqual([0, 5, 15, 60, 60, 60].map((minutes) => minutes * minute));
});

describe('the name of a snapshot', () => {
  it('says facility, time and sequence, and nothing else', () => {
    const said = { facility: 'ab12cd34', madeAt: Date.UTC(2026, 1, 3, 4, 5, 6), lastSeq: 812 };
    expect(snapshotName(said)).toBe('wegmarke-ab12cd34-20260203T040506Z-812.wms');
    expect(parseSnapshotName(snapshotName(said))).toEqual(said);
  });

  it.each([
    'wegmarke-ab12cd34-20260203T040506Z-812.wms.new',
    'wegmarke-ab12cd34-20261303T040506Z-812.wms',
    'wegmarke-ab12cd34-20260203T040506Z-0812.wms',
    '../wegmarke-ab12cd34-20260203T040506Z-812.wms',
    'Urlaub.wms',
  ])('%s is none', (name) => expect(parseSnapshotName(name)).toBeNull());

  it('takes the random id of the facility, where there is one', () => {
    expect(shortFacility(headerOf(1).text)).toBe('abababab');
    expect(facilityIdOf('{"facilityId":"../../x"}')).toBeNull();
    expect(shortFacility('nothing')).toBe('00000000');
  });
});

it.each([
  ['/data', true],
  ['/data/snapshots', true],
  ['/data-2', false],
  ['/mnt/stick', false],
  ['/', false],
])('a second copy in %s would go with the first: %s', (folder, inside) => {
  expect(liesIn(folder, '/data')).toBe(inside);
});
