import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#renderer/vault/canonical-json.ts';
import { digestInput, rowBinding, tableBinding } from '#renderer/vault/row-binding.ts';
import { indexNames, type RowIndex } from '#shared/ports/sealing.ts';

// Few characters, among them those of the encoding itself, so that a shifted boundary would be found.
const text = fc.string({ unit: fc.constantFrom('1', ':', ',', ';', 'a', 'ä', '\u{1f600}'), maxLength: 4 });
const index: fc.Arbitrary<RowIndex> = fc.dictionary(fc.constantFrom(...indexNames), text);
const bindings = fc.record({
  facility: text,
  table: text,
  id: text,
  rev: text,
  schema: fc.nat({ max: 0xffff }),
  index,
});
type Binding = typeof bindings extends fc.Arbitrary<infer B> ? B : never;

const encode = ({ facility, table, schema, ...row }: Binding): string =>
  rowBinding(tableBinding(facility, table), row, schema);

describe("a row's binding", () => {
  test('is injective', () => {
    fc.assert(
      fc.property(bindings, bindings, (a, b) => {
        expect(encode(a) === encode(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
      { numRuns: 5000 },
    );
  });

  test('is injective where one text moves into the next', () => {
    const whole = fc.string({ unit: fc.constantFrom('1', ':', ','), minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(whole, fc.nat(), fc.nat(), (joined, first, second) => {
        const cut = (at: number): Binding => ({
          facility: 'f',
          table: 't',
          id: joined.slice(0, at),
          rev: joined.slice(at),
          schema: 1,
          index: {},
        });
        const [one, other] = [first % joined.length, second % joined.length];
        expect(encode(cut(one)) === encode(cut(other))).toBe(one === other);
      }),
    );
  });

  test('does not depend on the order of index fields', () => {
    const row = { id: 'a', rev: '1' };
    expect(rowBinding('t', { ...row, index: { groupId: 'g', offerId: 'o' } }, 1)).toEqual(
      rowBinding('t', { ...row, index: { offerId: 'o', groupId: 'g' } }, 1),
    );
  });

  test('has this very form for ever', () => {
    const binding = rowBinding(
      tableBinding('f0', 'participants'),
      { id: 'ä1', rev: '7.w.r', index: { groupId: 'g1' } },
      3,
    );
    expect(binding).toBe('wegmarke/row/1;2:f0,12:participants,2:ä1,5:7.w.r,3;7:groupId,2:g1,');
    expect(digestInput('groups', 'a', '1')).toBe('6:groups,1:a,1:1,');
  });

  test('refuses text that UTF-8 can not tell apart', () => {
    expect(() => rowBinding('t', { id: '\udc00', rev: '1', index: {} }, 1)).toThrow(RangeError);
  });
});

test('canonical JSON sorts keys at every depth and leaves nothing out', () => {
  expect(canonicalJson({ b: [2, { d: null, c: 'ä"' }], a: true, u: undefined })).toBe(
    '{"a":true,"b":[2,{"c":"ä\\"","d":null}]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
