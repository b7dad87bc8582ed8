import { describe, expect, it } from 'vitest';
import { padded, readWireContent, rowOnWire, wireContent, wireOf, writerOf } from '#shared/sync/wire.ts';

const key = '0123456789abcdef0123456789abcdef';
const row = {
  id: key,
  rev: '1a.00000000000000ff.0badcafe',
  keyId: 'e'.repeat(32),
  nonce: Uint8Array.from({ length: 12 }, (_, at) => at),
  body: Uint8Array.from({ length: 40 }, (_, at) => 255 - at),
  index: {},
};

describe('a record on the server', () => {
  it('is read as it was written', () => {
    expect(rowOnWire(key, wireOf(row))).toEqual(row);
    expect(writerOf(row)).toBe('00000000000000ff');
  });

  it('is none where it was cut, has another format or an empty value', () => {
    const whole = wireOf(row);
    const head = whole.length - row.body.length;
    for (let length = 0; length <= head; length += 1)
      expect(rowOnWire(key, whole.slice(0, length))).toBeUndefined();
    expect(rowOnWire(key, whole.with(0, 2))).toBeUndefined();
    expect(rowOnWire(key, new Uint8Array(300).fill(7))).toBeUndefined();
    expect(rowOnWire(key, new Uint8Array(300).fill(1))).toBeUndefined();
  });

  it('has its name and content inside the seal', () => {
    const json = new TextEncoder().encode('{"value":{"name":"ظریفه\\nx"},"stamps":{}}');
    const content = wireContent('participant', 'p1', json);
    const read = readWireContent(content);
    expect(read).toMatchObject({ kind: 'participant', id: 'p1' });
    expect(JSON.parse(new TextDecoder().decode(read?.json))).toEqual({
      value: { name: 'ظریفه\nx' },
      stamps: {},
    });
    expect(readWireContent(json.slice(0, 5))).toBeUndefined();
  });

  it('shows its size in few steps that cost at most an eighth', () => {
    const sizes = new Set<number>();
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (let length = 1; length < 100_000; length += 1) {
      const size = padded(length);
      sizes.add(size);
      least = Math.min(least, size / length);
      if (length > 256) most = Math.max(most, size / length);
    }
    expect(least).toBeGreaterThanOrEqual(1);
    expect(most).toBeLessThan(1.13);
    expect(sizes.size).toBeLessThan(150);
  });
});
