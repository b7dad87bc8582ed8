import { describe, expect, it } from 'vitest';
import { createRepeatFilter } from '#renderer/ui/scanner/repeated-codes.ts';

describe('a code before the camera', () => {
  it('counts once while it is held there, and again after two seconds out of sight', () => {
    const isNew = createRepeatFilter();
    const at = [0, 100, 1900, 3000, 4900, 6900, 7000];
    expect(at.map((time) => isNew('1', time))).toEqual([true, false, false, false, false, true, false]);
  });

  it('counts beside another one', () => {
    const isNew = createRepeatFilter();
    expect([isNew('1', 0), isNew('2', 100), isNew('1', 200), isNew('2', 2200)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
