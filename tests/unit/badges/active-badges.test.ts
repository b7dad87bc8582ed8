import { describe, expect, it } from 'vitest';
import { activeBadges } from '#shared/domain/badges/active-badges.ts';

const badge = (id: string, participantId: string, issuedAt: string, ended = false) => ({
  ...{ id, participantId, issuedAt, number: '4711081512340742' },
  ended: ended ? { at: issuedAt, by: 'a' } : null,
});

describe('the badge that a person carries', () => {
  it('is none that was lost, and the latest of several that two records brought together', () => {
    const carried = activeBadges([
      badge('1', 'amina', '2026-11-01T08:00:00.000Z', true),
      badge('2', 'amina', '2026-11-03T08:00:00.000Z'),
      badge('3', 'amina', '2026-11-02T08:00:00.000Z'),
      badge('4', 'bilal', '2026-11-02T08:00:00.000Z', true),
    ]);
    expect([...carried].map(([person, { id }]) => [person, id])).toEqual([['amina', '2']]);
  });
});
