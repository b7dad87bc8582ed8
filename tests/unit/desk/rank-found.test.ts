import { describe, expect, it } from 'vitest';
import { rankFound } from '#renderer/features/desk/rank-found.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { madeParticipant } from '#tests/memory/made.ts';

const person = (id: string, given: string, more: Partial<PersonEntry> = {}): PersonEntry => ({
  ...madeParticipant(given),
  ...{ id, formerNumbers: [] },
  ...more,
});
const ranked = (found: readonly PersonEntry[], text: string, awaited: readonly string[]) =>
  rankFound(found, text, { awaited: new Set(awaited), today: '2026-11-23', limit: 3 }).map(({ id }) => id);

describe('of those found', () => {
  it('who is awaited now stands before who is not, otherwise the search’s order stays', () => {
    const found = [person('a', 'Mohammad'), person('b', 'Moussa'), person('c', 'Mona')];
    expect(ranked(found, 'mo', ['c'])).toEqual(['c', 'a', 'b']);
  });

  it('nobody awaited overtakes somebody whose name was typed', () => {
    const found = [person('typed', 'Ali'), person('begins', 'Alina'), person('sounds', 'Aly')];
    expect(ranked(found, 'ali', ['begins', 'sounds'])).toEqual(['typed', 'begins', 'sounds']);
  });

  it('a name in its own script, a further spelling and a part behind a hyphen count as the name', () => {
    const found = [
      person('other', 'Khalid'),
      person('own', 'Khaled', { original: 'خالد' }),
      person('spelt', 'Chaled', { spellings: ['Khaled'] }),
      person('part', 'Omar', { family: 'al-Khaled' }),
    ];
    expect(ranked(found, 'khaled', ['other'])).toEqual(['own', 'spelt', 'part']);
  });

  it('digits mean a number or a room, not the beginning of somebody’s badge', () => {
    const found = [
      person('badge', 'Ali'),
      person('number', 'Omar', { number: '1207' }),
      person('room', 'Noor', { room: 'B 12' }),
    ];
    expect(ranked(found, '12', ['badge'])).toEqual(['room', 'number']);
  });

  it('who has left comes last', () => {
    const found = [person('left', 'Ali', { departedOn: '2026-11-01' }), person('here', 'Alina')];
    expect(ranked(found, 'ali', [])).toEqual(['here', 'left']);
  });
});
