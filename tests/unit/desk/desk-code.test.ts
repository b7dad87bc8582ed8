import { describe, expect, it } from 'vitest';
import { guestName, isBadgeNumber, isCodeUnderWay, readCode } from '#renderer/features/desk/desk-code.ts';
import { drawListNumber } from '#shared/domain/attendance/list-number.ts';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import { inFours } from '#shared/domain/digits.ts';

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const badge = drawBadgeNumber(random);
const list = drawListNumber(random);
const another = (digits: string): string => digits.slice(0, -1) + String((Number(digits.at(-1)) + 1) % 10);

describe('a code', () => {
  it('of ours is read, spaces or not', () => {
    expect(readCode(badge)).toEqual({ kind: 'badge', number: badge });
    expect(readCode(inFours(badge))).toEqual({ kind: 'badge', number: badge });
    expect(readCode(`${list}02`)).toEqual({ kind: 'list', number: list, page: 2 });
    expect([isBadgeNumber(badge), isBadgeNumber(list), isBadgeNumber('1234')]).toEqual([true, false, false]);
  });

  it.each([
    [another(badge), 'mistyped'],
    [another(list), 'wrong-list'],
    ['https://example.org/steal?x=1', 'address'],
    ['HTTP://EXAMPLE.ORG', 'address'],
    ['javascript:alert(1)', 'address'],
    ['data:text/html,<script>', 'address'],
    ['\\\\server\\share', 'address'],
    ['www.example.org', 'address'],
    ['9'.repeat(4096), 'too-long'],
    [`${badge}${'x'.repeat(4096)}`, 'too-long'],
    ['\u0000\u001b[2J\u0007', 'foreign'],
    ['4006381333931', 'foreign'],
    ['Haddad', 'foreign'],
    ['', 'foreign'],
  ])('from elsewhere is refused: %j', (text, why) => {
    expect(readCode(text)).toEqual({ kind: 'refused', why });
  });
});

it('only long digits are a code on its way; a number or a room is searched for', () => {
  expect(['100234', 'B12', '4711 0815 123', badge].map(isCodeUnderWay)).toEqual([false, false, true, true]);
});

describe('a guest’s name', () => {
  it.each(['Noor', "Dina O'Brien", 'al-Khatib', 'نور بي‌بی', 'ሃይለ ገብረ', 'Öz Türk', 'M. Ali (Ali)'])(
    'may be %s',
    (name) => expect(guestName(`  ${name} `)).toBe(name),
  );

  it.each([
    'x',
    '1234',
    'https://example.org',
    'a@b.example',
    '<b>x</b>',
    '---',
    'n'.repeat(200),
    '=SUM(A1)',
  ])('is not %s', (text) => expect(guestName(text)).toBeUndefined());
});
