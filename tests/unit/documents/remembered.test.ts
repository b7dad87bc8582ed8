import { expect, it } from 'vitest';
import { Remembered } from '#renderer/documents/remembered.ts';

it('makes a value once, until as many are kept as may be', () => {
  const made: string[] = [];
  const remembered = new Remembered<string | undefined>(2);
  const ask = (key: string) =>
    remembered.of(key, () => {
      made.push(key);
      return key === '' ? undefined : key;
    });
  for (const key of ['a', '', 'a', '', 'a']) expect(ask(key)).toBe(key === '' ? undefined : key);
  expect(made).toEqual(['a', '']);
  // What is known throws nothing away, however full it is; what is new begins anew.
  ask('b');
  ask('b');
  ask('a');
  expect(made).toEqual(['a', '', 'b', 'a']);
});

it('keeps nothing of what failed', () => {
  const remembered = new Remembered<number>(2);
  const fail = () => {
    throw new Error('once');
  };
  expect(() => remembered.of('a', fail)).toThrow('once');
  expect(remembered.of('a', () => 1)).toBe(1);
});
