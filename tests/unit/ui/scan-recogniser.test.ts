import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanRecogniser, type Scan, type ScanOptions } from '#renderer/ui/scanner/scan-recogniser.ts';
import { drawBadgeNumber, parseBadgeNumber } from '#shared/domain/badges/badge-number.ts';

interface Stroke {
  readonly key: string;
  readonly code?: string;
  readonly gap: number;
  readonly command?: boolean;
  readonly repeat?: boolean;
}

const isCode = (text: string): boolean => parseBadgeNumber(text) !== undefined;

/** A text field and a page with shortcuts before a recogniser. */
function press(strokes: readonly Stroke[], options?: ScanOptions) {
  const recognise = createScanRecogniser(options);
  const scans: Scan[] = [];
  const reachedPage: string[] = [];
  let field = '';
  let before = '';
  let at = 1000;
  for (const { key, code = '', gap, command = false, repeat = false } of strokes) {
    at += gap;
    const verdict = recognise({ key, code, at, command, repeat });
    if (verdict.begins) before = field;
    if (verdict.swallow === 'no') reachedPage.push(key);
    if (verdict.swallow !== 'yes' && key.length === 1 && !command) field += key;
    if (verdict.scanned) {
      field = before + verdict.scanned.typed;
      scans.push(verdict.scanned.scan);
    }
  }
  return { field, scans, reachedPage };
}

const typed = (text: string, gap = 120): Stroke[] => [...text].map((key) => ({ key, gap }));
const burst = (text: string, { gap = 8, end = 'Enter' } = {}): Stroke[] => [
  ...[...text].map((key, index) => ({
    key,
    gap: index === 0 ? 200 : gap,
    code: /\d/.test(key) ? `Digit${key}` : '',
  })),
  { key: end, gap },
];
const code = (text: string): Scan => ({ kind: 'code', text });

describe('a scanner that types', () => {
  it('is told from a person by its pace and its end', () => {
    expect(press(burst('4711081512345678'))).toMatchObject({ field: '', scans: [code('4711081512345678')] });
    expect(press(burst('4711081512345678', { end: 'Tab' })).scans).toHaveLength(1);
    const person = press([...typed('moham'), { key: 'Enter', gap: 90 }]);
    expect(person).toEqual({ field: 'moham', scans: [], reachedPage: [...'moham', 'Enter'] });
  });

  it('leaves a number that nothing ends where it was typed', () => {
    const strokes = burst('4711081512345678').slice(0, -1);
    expect(press([...strokes, { key: 'Enter', gap: 400 }])).toMatchObject({
      field: '4711081512345678',
      scans: [],
    });
  });

  it('takes two quick keys and Enter for a person', () => {
    const quick = [...typed('mo', 20), { key: 'Enter', gap: 20 }];
    expect(press(quick)).toMatchObject({ field: 'mo', scans: [] });
  });

  it('puts the field back and keeps the keys from shortcuts', () => {
    const { field, reachedPage } = press([...typed('ali '), ...burst('4711081512345678')]);
    expect(field).toBe('ali ');
    // The first key can't be known for a scanner's.
    expect(reachedPage).toEqual([...'ali ', '4']);
  });

  it('cuts off what is too long', () => {
    const { scans, field } = press(burst('7'.repeat(4096)));
    expect(scans).toEqual([{ kind: 'too-long' }]);
    expect(field).toBe('');
  });

  it('lets control characters reach nobody', () => {
    const strokes = burst('47110815');
    strokes.splice(
      4,
      0,
      { key: 'k', gap: 5, command: true },
      { key: 'F5', gap: 5 },
      { key: 'Escape', gap: 5 },
    );
    expect(press(strokes)).toMatchObject({ scans: [code('47110815')], reachedPage: ['4'] });
  });

  it('swallows the line feed behind the Enter, and not a later Enter', () => {
    const twice = [...burst('47110815'), { key: 'Enter', gap: 4 }];
    expect(press(twice).reachedPage).toEqual(['4']);
    expect(press([...burst('47110815'), { key: 'Enter', gap: 300 }]).reachedPage).toEqual(['4', 'Enter']);
  });

  it('reads digits by their place under another layout, Caps Lock, or without Num Lock', () => {
    const french = [...'&é"\'(-è_'].map((key, index) => ({ key, code: `Digit${index + 1}`, gap: 9 }));
    expect(press([...french, { key: 'Enter', gap: 9 }]).scans).toEqual([code('12345678')]);
    const pad = ['End', 'ArrowDown', 'PageDown', 'ArrowLeft'].map((key, index) => ({
      key,
      code: `Numpad${index + 1}`,
      gap: 9,
    }));
    expect(press([...pad, { key: 'Enter', gap: 9 }]).scans).toEqual([code('1234')]);
  });

  it('takes a key that is held down for no scan', () => {
    const held = [...'3333333'].map((key) => ({ key, gap: 30, repeat: true }));
    expect(press([...held, { key: 'Enter', gap: 30 }])).toMatchObject({ scans: [], field: '3333333' });
  });

  it('does not look for a code inside of something else', () => {
    const number = drawBadgeNumber((count) => new Uint8Array(count).fill(7));
    for (const payload of [`https://example.org/?badge=${number}`, `tel:${number}`, `${number}${number}`]) {
      const { scans } = press(burst(payload), { isCode, maxLength: 200 });
      expect(scans).toEqual([code(payload)]);
    }
  });
});

const letter = fc.constantFrom(...'abdemnorsuyzüéл');
const number = fc.uint8Array({ minLength: 14, maxLength: 14, max: 249 }).map((bytes) => {
  let next = 0;
  return drawBadgeNumber(() => bytes.slice(next, ++next));
});

describe('any mixture of typing and scans', () => {
  it('loses no scan and no letter, whatever comes right before, in the middle of or right after a scan', () => {
    const word = fc.record({
      kind: fc.constant('typed' as const),
      keys: fc.array(fc.tuple(letter, fc.integer({ min: 90, max: 600 })), { minLength: 1, maxLength: 8 }),
      enter: fc.boolean(),
    });
    const scan = fc.record({
      kind: fc.constant('scan' as const),
      number,
      gaps: fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 16, maxLength: 16 }),
      wait: fc.integer({ min: 1, max: 400 }),
      /** Letters that a person types in the middle, behind so many digits. */
      meanwhile: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 15 }), letter), {
        maxLength: 2,
        selector: ([place]) => place,
      }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(word, scan), { maxLength: 12 }), (parts) => {
        const strokes: Stroke[] = [];
        let text = '';
        for (const part of parts) {
          if (part.kind === 'typed') {
            for (const [key, gap] of part.keys) strokes.push({ key, gap });
            text += part.keys.map(([key]) => key).join('');
            if (part.enter) strokes.push({ key: 'Enter', gap: 100 });
            continue;
          }
          [...part.number].forEach((key, index) => {
            const gap = index === 0 ? part.wait : (part.gaps[index] ?? 1);
            strokes.push({ key, gap, code: `Digit${key}` });
            const other = part.meanwhile.find(([place]) => place === index + 1);
            if (!other) return;
            strokes.push({ key: other[1], gap: 1 });
            text += other[1];
          });
          strokes.push({ key: 'Enter', gap: 10 });
        }
        const { field, scans } = press(strokes, { isCode });
        expect(scans).toEqual(parts.flatMap((part) => (part.kind === 'scan' ? [code(part.number)] : [])));
        expect(field).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
