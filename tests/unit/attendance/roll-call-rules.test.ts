import { describe, expect, it } from 'vitest';
import { correctionsOf } from '#renderer/features/attendance/corrections.ts';
import { plainMark, says, taken, withMinutes } from '#renderer/features/attendance/mark-change.ts';
import { nextPerson } from '#renderer/features/attendance/one-by-one.ts';
import { paperPages } from '#renderer/features/attendance/paper/paper-lines.ts';
import { draftOf, slotOf, startingAt } from '#renderer/features/attendance/session/slot-draft.ts';
import { readTypedMinutes } from '#renderer/features/attendance/typed-minutes.ts';
import { looksLikeListCode, parseListCode } from '#shared/domain/attendance/list-number.ts';

describe('minutes as staff type them, in a session from 9:00 to 10:30', () => {
  const session = { startsAt: 540, endsAt: 630 };
  it.each([
    ['20', 'late', 20, 560, false],
    ['20 Min.', 'late', 20, 560, false],
    ['9:20', 'late', 20, 560, true],
    ['920', 'late', 20, 560, true],
    ['9.20 Uhr', 'late', 20, 560, true],
    ['10 Uhr', 'late', 60, 600, true],
    ['1010', 'left-early', 20, 610, true],
    ['10', 'left-early', 10, 620, false],
    ['9:00', 'late', 0, 540, true],
    ['90', 'late', 90, 630, false],
  ] as const)('%s (%s) are %i minutes, %i', (text, kind, minutes, at, asTime) => {
    expect(readTypedMinutes(text, kind, session)).toEqual({ minutes, at, asTime });
  });

  it.each(['', 'x', '91', '8:59', '10:31', '-5', '1.5', '25:00'])('%j are none', (text) => {
    expect(readTypedMinutes(text, 'late', session)).toBeUndefined();
  });

  it('are minutes where three digits name no time of the session', () => {
    expect(readTypedMinutes('100', 'late', { startsAt: 540, endsAt: 780 })?.minutes).toBe(100);
  });
});

describe('a mark with minutes of both kinds', () => {
  const late = withMinutes(plainMark('present'), 'late', 20);
  const both = withMinutes(late, 'left-early', 10);
  it('keeps the one when the other is given, in either order', () => {
    expect(late).toEqual({ mark: 'late', late: 20, early: null });
    expect(both).toEqual({ mark: 'late', late: 20, early: 10 });
    const early = withMinutes(plainMark('not-recorded'), 'left-early', 10);
    expect(early).toEqual({ mark: 'left-early', late: null, early: 10 });
    expect(withMinutes(early, 'late', 20)).toEqual(both);
  });

  it('loses only what is taken back', () => {
    expect(says(both, 'late') && says(both, 'left-early')).toBe(true);
    expect(taken(both, 'late')).toEqual({ mark: 'left-early', late: null, early: 10 });
    expect(taken(both, 'left-early')).toEqual(late);
    expect(taken(late, 'late')).toEqual(plainMark('not-recorded'));
    expect(taken(plainMark('absent'), 'absent')).toEqual(plainMark('not-recorded'));
  });
});

describe('one person at a time', () => {
  const ids = ['a', 'b', 'c', 'd'];
  /** Calls the group; `answers` says of whom something is recorded at once, all others are left open. */
  const called = (recorded: string): string => {
    const open = new Set(ids);
    const left = new Map<string, number>();
    let order = '';
    for (let id: string | undefined = 'a'; id !== undefined; ) {
      order += id;
      if (recorded.includes(id) || order.length > 20) open.delete(id);
      else left.set(id, (left.get(id) ?? 0) + 1);
      id = nextPerson({ ids, isOpen: (one) => open.has(one), left }, id);
    }
    return order;
  };

  it('calls everybody, and those who were left open once more at the end', () => {
    expect(called('abcd')).toBe('abcd');
    expect(called('acd')).toBe('abcdb');
    expect(called('ad')).toBe('abcdbc');
    expect(called('')).toBe('abcdabcd');
  });

  it('comes back to those who were passed by looking around', () => {
    const open = new Set(['a', 'd']);
    const round = { ids, isOpen: (id: string) => open.has(id), left: new Map() };
    expect(nextPerson(round, 'c')).toBe('d');
    expect(nextPerson(round, 'd')).toBe('a');
  });
});

it('a correction names who made it: whoever recorded what came after', () => {
  const stood = { mark: 'present', late: null, early: null, recordedBy: 'one', recordedAt: '1' } as const;
  const again = { mark: 'absent', late: null, early: null, recordedBy: 'two', recordedAt: '2' } as const;
  const entry = {
    ...{ participantId: 'p', name: null, mark: 'late' as const, late: 5, early: null },
    ...{ recordedBy: 'three', recordedAt: '3' },
    corrections: [
      { ...stood, reason: 'first' },
      { ...again, reason: 'second' },
    ],
  };
  expect(correctionsOf(entry).map(({ before, by, at, reason }) => [before.mark, by, at, reason])).toEqual([
    ['present', 'two', '2', 'first'],
    ['absent', 'three', '3', 'second'],
  ]);
});

describe('a printed list', () => {
  const printed = Array.from({ length: 18 }, (_, index) => `p${index + 1}`);
  it('is entered in its order, sixteen lines a page, and those who came later after it', () => {
    const [first = [], second = []] = paperPages(printed, ['new', 'p3', ...printed]);
    expect(first.map(({ participantId }) => participantId)).toEqual(printed.slice(0, 16));
    expect(second).toEqual([
      { participantId: 'p17', number: 17 },
      { participantId: 'p18', number: 18 },
      { participantId: 'new', number: null },
    ]);
    expect(paperPages([], [])).toEqual([[]]);
  });

  it('is named by its number or by the text of a page, spaces allowed', () => {
    expect(parseListCode('0123 4567 8902')).toBeUndefined();
    expect(parseListCode('012345678903')).toBeUndefined();
    const number = Array.from({ length: 10 }, (_, digit) => `01234567890${digit}`).find(
      (text) => parseListCode(text) !== undefined,
    );
    expect(number).toBeDefined();
    expect(parseListCode(` ${number?.slice(0, 4)} ${number?.slice(4)} `)).toEqual({ number, page: 1 });
    expect(parseListCode(`${number}02`)).toEqual({ number, page: 2 });
    expect(parseListCode(`${number}00`)).toBeUndefined();
    expect(parseListCode(`${number}2`)).toBeUndefined();
    expect(['012345678901', '0123 4567 8901 02', '12', '0123456789011'].map(looksLikeListCode)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a session being moved', () => {
  const planned = {
    ...{ date: '2026-11-23', startsAt: 540, endsAt: 630, room: null },
    breaks: [{ from: 570, to: 580 }],
  };
  it('stays as long as it was, with its breaks, until its end is set', () => {
    const later = startingAt(draftOf(planned), 600, planned);
    expect(slotOf(later)).toEqual({
      ...planned,
      startsAt: 600,
      endsAt: 690,
      breaks: [{ from: 630, to: 640 }],
    });
    const set = startingAt({ ...later, endsAt: 700, endIsSet: true }, 615, planned);
    expect(slotOf(set)).toMatchObject({ startsAt: 615, endsAt: 700 });
  });

  it('is none while a time is missing; a break that is empty is no break', () => {
    const draft = draftOf(planned);
    expect(slotOf({ ...draft, date: null })).toBeUndefined();
    expect(slotOf({ ...draft, breaks: [{ key: 1, from: 570, to: null }] })).toBeUndefined();
    expect(slotOf({ ...draft, breaks: [{ key: 1, from: null, to: null }] })?.breaks).toEqual([]);
  });
});
