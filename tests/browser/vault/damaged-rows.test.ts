/** Every damage to sealed rows is noticed, counted: by the seal where a row says something else, by the sums where it is another. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Change, type Manifest, moved, sameSums, toSums } from '#renderer/data/manifest.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { seededRandom } from '#tests/lab/random.ts';
import { type MadeVault, madeVault, record } from './made-vault.ts';

const table = 'participants';
const count = 500;
let made: MadeVault;
let rows: SealedRow[];
/** The same rows in an earlier state. */
let earlier: SealedRow[];

beforeAll(async () => {
  made = await madeVault();
  const records = Array.from({ length: count }, (_, at) => record(at));
  rows = await made.session.sealAll(records);
  earlier = await made.session.sealAll(records.map((one) => ({ ...one, rev: `0${one.rev}` })));
});

/** The row with one bit of nonce, version, ciphertext or tag turned. */
function flipped(row: SealedRow, bit: number): SealedRow {
  const nonce = row.nonce.slice();
  const body = row.body.slice();
  const at = bit >> 3;
  const bytes = at < nonce.length ? nonce : body;
  const place = at < nonce.length ? at : at - nonce.length;
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit & 7));
  return { ...row, nonce, body };
}

describe('damage to sealed rows', () => {
  it('10,000 flipped bits: none of the rows opens', async () => {
    const random = seededRandom(20_261_129);
    let refused = 0;
    for (let batch = 0; batch < 10; batch += 1) {
      const damaged = Array.from({ length: 1_000 }, () => {
        const row = random.pick(rows);
        return flipped(row, random.below((row.nonce.length + row.body.length) * 8));
      });
      const opened = await made.session.openAll(table, damaged);
      refused += opened.filter((one) => !one.ok && one.error === 'tampered').length;
    }
    expect(refused).toBe(10_000);
  });

  it('1,000 rows under another row’s id, rev or both: none opens', async () => {
    const random = seededRandom(7);
    const swapped = Array.from({ length: 1_000 }, (_, turn) => {
      const at = random.below(count);
      const row = rows[at];
      const other = rows[(at + 1 + random.below(count - 1)) % count];
      if (!row || !other) throw new Error('There are rows.');
      if (turn % 3 === 0) return { ...row, id: other.id };
      return turn % 3 === 1 ? { ...row, rev: other.rev } : { ...row, id: other.id, rev: other.rev };
    });
    const opened = await made.session.openAll(table, swapped);
    expect(opened.filter(({ ok }) => ok)).toEqual([]);
  });

  it('1,000 sets of rows removed, rolled back, doubled under another id or mixed: no sums agree', () => {
    const random = seededRandom(11);
    const digest = ({ id, rev }: SealedRow): bigint => made.session.digest(table, id, rev);
    const added = (row: SealedRow): Change => ({ table, before: undefined, after: digest(row) });
    const removed = (row: SealedRow): Change => ({ table, before: digest(row), after: undefined });
    const whole: Manifest = moved(new Map(), rows.map(added));
    let agreed = 0;
    for (let turn = 0; turn < 1_000; turn += 1) {
      const places = new Set(Array.from({ length: 1 + random.below(5) }, () => random.below(count)));
      const changes = [...places].flatMap((at): Change[] => {
        const [row, before] = [rows[at], earlier[at]];
        if (!row || !before) throw new Error('There are rows.');
        const kind = turn % 4 === 3 ? random.below(3) : turn % 4;
        if (kind === 0) return [removed(row)];
        if (kind === 1) return [removed(row), added(before)];
        return [added({ ...row, id: `${turn}-${at}` })];
      });
      if (sameSums(toSums(moved(whole, changes)), toSums(whole))) agreed += 1;
    }
    expect(agreed).toBe(0);
    // What is put back as it was agrees again.
    const [first] = rows;
    if (!first) throw new Error('There are rows.');
    expect(sameSums(toSums(moved(whole, [removed(first), added(first)])), toSums(whole))).toBe(true);
  });
});
