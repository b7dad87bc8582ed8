import { describe, expect, it } from 'vitest';
import { ageOf, backupVerdict, needsAttention } from '#shared/domain/backup-verdict.ts';

const now = Date.UTC(2026, 10, 29, 12);
const hour = 3_600_000;
const place = (hoursAgo: number | null, problem: string | null = null) => ({
  newest: hoursAgo === null ? null : { madeAt: now - hoursAgo * hour },
  problem,
});
const none = { ...place(null), folder: null };
const share = (hoursAgo: number | null, problem: string | null = null) => ({
  ...place(hoursAgo, problem),
  folder: '//server/share',
});

describe('the verdict', () => {
  it.each([
    ['none', 3, place(null), none],
    ['failed', 3, place(1, 'disk.full'), share(1)],
    ['no-second', 3, place(1), none],
    ['old', 1, place(25), share(1)],
    ['no-second', 0, place(25), none],
    ['safe', 1, place(1), share(1)],
    ['safe', 0, place(72), share(72)],
    ['away-none', 0, place(1), share(null)],
    ['away-failed', 0, place(1), share(null, 'backup.timeout')],
    ['away-failed', 0, place(1), share(30, 'disk.failed')],
    ['away-old', 0, place(1), share(30)],
    // A share that is gone for an hour is no reason to worry anybody: the last copy is young.
    ['safe', 0, place(1), share(2, 'disk.failed')],
  ] as const)('%s', (verdict, unsaved, here, away) => {
    expect(backupVerdict({ unsaved, here, away }, now)).toBe(verdict);
  });

  it('calls nobody where there is a backup and no second folder was ever chosen', () => {
    expect(needsAttention('no-second')).toBe(false);
    expect(needsAttention('safe')).toBe(false);
    expect(needsAttention('away-old')).toBe(true);
  });
});

it('says an age in one unit, and nothing of the future', () => {
  const ages = [-5, 0, 0.5, 1, 3.9, 23.99, 24, 100].map((hours) => ageOf(now - hours * hour, now));
  expect(ages).toEqual([
    { unit: 'now' },
    { unit: 'now' },
    { unit: 'minutes', count: 30 },
    { unit: 'hours', count: 1 },
    { unit: 'hours', count: 3 },
    { unit: 'hours', count: 23 },
    { unit: 'days', count: 1 },
    { unit: 'days', count: 4 },
  ]);
});
