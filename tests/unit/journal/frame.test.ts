import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, type Frame, frameTable } from '#shared/journal/frame.ts';

const row = fc.record({
  id: fc.string({ minLength: 1, unit: 'grapheme' }),
  rev: fc.string(),
  keyId: fc.string(),
  nonce: fc.uint8Array({ minLength: 12, maxLength: 12 }),
  body: fc.uint8Array({ minLength: 18, maxLength: 200 }),
  index: fc.record({ groupId: fc.string() }, { requiredKeys: [] }),
});
const frame: fc.Arbitrary<Frame> = fc.record({
  trailer: row,
  rows: fc.array(fc.record({ table: fc.constantFrom('participant', 'audit'), row }), { maxLength: 20 }),
});

describe('a journal frame', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(frame, (written) => {
        expect(decodeFrame(encodeFrame(written))).toEqual(written);
      }),
    );
  });

  it('that was cut is none', () => {
    fc.assert(
      fc.property(frame, fc.nat(), (written, cut) => {
        const bytes = encodeFrame(written);
        expect(decodeFrame(bytes.subarray(0, cut % bytes.length))).toBeUndefined();
      }),
    );
  });

  it('of any bytes is a frame or none, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => decodeFrame(bytes)).not.toThrow();
      }),
    );
  });

  it('does not take another record for its trailer', () => {
    const written: Frame = {
      trailer: {
        id: '1',
        rev: '',
        keyId: '',
        nonce: new Uint8Array(12),
        body: new Uint8Array(18),
        index: {},
      },
      rows: [],
    };
    const bytes = encodeFrame(written);
    bytes[12] = 'x'.charCodeAt(0);
    expect(frameTable).toBe('frame');
    expect(decodeFrame(bytes)).toBeUndefined();
  });
});
