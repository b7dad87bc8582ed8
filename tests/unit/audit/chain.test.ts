import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEntryDigest } from '#renderer/vault/entry-digest.ts';
import {
  type ChainFinding,
  type ChainHeads,
  ChainWalk,
  type EntryDigest,
  entryId,
  nextLink,
  placeOf,
} from '#shared/domain/audit/chain.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';

const [pc, other] = ['0123456789abcdef', 'fedcba9876543210'];
type Row = readonly [id: string, entry: AuditEntry | undefined];
interface Log {
  readonly rows: readonly Row[];
  readonly heads: ChainHeads;
}

let digest: EntryDigest;
beforeAll(async () => {
  digest = await createEntryDigest(new Uint8Array(32).fill(7));
});

/** Entries of the workstations in this order, linked as the command runner links them. */
function written(workstations: readonly string[]): Log {
  let heads: ChainHeads = {};
  const rows = workstations.map((workstationId, at): Row => {
    const entry: AuditEntry = {
      at: new Date(Date.UTC(2026, 10, 23, 8, 0, at)).toISOString(),
      accountId: `account-${at % 3}`,
      workstationId,
      command: at % 2 === 0 ? 'participant.view' : 'participant.update',
      subjects: [{ kind: 'participant', id: `person-${at % 7}` }],
      ...nextLink(heads, workstationId),
    };
    const id = entryId(workstationId, entry.number);
    heads = { ...heads, [workstationId]: { number: entry.number, digest: digest(id, entry) } };
    return [id, entry];
  });
  return { rows, heads };
}

/** As the data layer walks: in the order of ids. */
function walked({ rows, heads }: Log): ChainFinding {
  const firsts = rows.flatMap(([id, entry]) => (entry && placeOf(id)?.number === 1 ? [entry] : []));
  const walk = new ChainWalk(digest, heads, firsts);
  for (const [id, entry] of rows.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) walk.take(id, entry);
  return walk.finish();
}

const before = (count: number) => Array.from({ length: count }, () => pc);
/** A chain, and another one that began when a snapshot was restored. */
const restored = () => written([...before(25), ...Array.from({ length: 15 }, () => other)]);
const at = (rows: readonly Row[], index: number): Row => rows[index] ?? ['', undefined];
const replaced = ({ rows, heads }: Log, index: number, ...row: readonly Row[]): Log => ({
  rows: rows.toSpliced(index, 1, ...row),
  heads,
});
const changed = (log: Log, index: number, change: Partial<AuditEntry>): Log => {
  const [id, entry] = at(log.rows, index);
  return replaced(log, index, [id, entry && { ...entry, ...change }]);
};

describe('an untouched log', () => {
  it('is whole, whatever workstations wrote it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(pc, other), { maxLength: 40 }), (workstations) => {
        const log = written(workstations);
        const finding = walked(log);
        expect(finding.faults).toEqual([]);
        expect(finding.chains.reduce((sum, { entries }) => sum + entries, 0)).toBe(workstations.length);
      }),
    );
  });

  it('says of a chain that began after a restore that it goes on from another', () => {
    const { chains } = walked(restored());
    expect(
      chains.map(({ workstationId, entries, continues }) => [workstationId, entries, continues]),
    ).toEqual([
      [pc, 25, false],
      [other, 15, true],
    ]);
  });

  it('keeps its digests when an entry is read with its fields in another order', () => {
    const log = restored();
    const turned = log.rows.map(
      ([id, entry]): Row => [id, Object.fromEntries(Object.entries(entry ?? {}).toReversed()) as AuditEntry],
    );
    expect(walked({ ...log, rows: turned }).faultCount).toBe(0);
  });

  it('leaves entries from before entries were linked alone, and counts them', () => {
    const log = restored();
    const old: Row = ['0123456789abcdefghjkmnpqrs', { ...(at(log.rows, 0)[1] as AuditEntry), number: 0 }];
    expect(walked({ ...log, rows: [...log.rows, old] })).toMatchObject({ faultCount: 0, unlinked: 1 });
  });
});

describe('a touched log', () => {
  const faultOf = (log: Log) => walked(log).faults[0];

  it('says which entries are gone', () => {
    const log = restored();
    expect(faultOf({ ...log, rows: log.rows.toSpliced(10, 3) })).toEqual({
      ...{ kind: 'missing', workstationId: pc, number: 11, count: 3 },
    });
  });

  it('notices a removed end, also of a chain that nobody writes any more', () => {
    const log = restored();
    expect(faultOf({ ...log, rows: log.rows.slice(0, -1) })).toMatchObject({ kind: 'missing', number: 15 });
    expect(faultOf({ ...log, rows: log.rows.toSpliced(24, 1) })).toMatchObject({
      kind: 'missing',
      number: 25,
    });
  });

  it('notices a chain that is gone altogether', () => {
    const log = restored();
    expect(faultOf({ ...log, rows: log.rows.slice(25) })).toMatchObject({
      kind: 'missing',
      number: 1,
      count: 25,
    });
  });

  it('notices that the chain before a restore was shortened together with its head', () => {
    const { rows, heads } = restored();
    const [id, entry] = at(rows, 9);
    const shorter = { [pc]: { number: 10, digest: digest(id, entry as AuditEntry) }, [other]: heads[other] };
    const log: Log = { rows: rows.toSpliced(10, 15), heads: shorter as ChainHeads };
    expect(faultOf(log)).toMatchObject({ kind: 'missing', workstationId: pc, number: 11 });
  });

  it('notices a changed entry by the one after it, and the last one by the head', () => {
    const log = restored();
    expect(faultOf(changed(log, 10, { accountId: 'account-9' }))).toMatchObject({
      kind: 'altered',
      number: 12,
    });
    expect(faultOf(changed(log, 39, { accountId: 'account-9' }))).toMatchObject({
      kind: 'altered',
      number: 15,
    });
  });

  it('notices entries that were linked anew behind a changed one', () => {
    const log = restored();
    let heads: ChainHeads = {};
    const rows = log.rows.slice(0, 25).map(([id, entry], index): Row => {
      const forged = {
        ...(entry as AuditEntry),
        ...(index === 3 ? { accountId: 'account-9' } : {}),
        ...nextLink(heads, pc),
      };
      heads = { [pc]: { number: forged.number, digest: digest(id, forged) } };
      return [id, forged];
    });
    expect(walked({ rows: [...rows, ...log.rows.slice(25)], heads: log.heads }).faultCount).toBeGreaterThan(
      0,
    );
    // Even with a head that fits: the chain after the restore knows better.
    const both = { ...log.heads, ...heads };
    expect(walked({ rows: [...rows, ...log.rows.slice(25)], heads: both }).faultCount).toBeGreaterThan(0);
  });

  it('notices a fork: two entries of one number', () => {
    const log = restored();
    const [id, entry] = at(log.rows, 10);
    expect(faultOf({ ...log, rows: log.rows.toSpliced(10, 0, [id, entry]) })).toMatchObject({
      kind: 'repeated',
    });
  });

  it('notices entries beyond the head and of a chain that nobody knows', () => {
    const log = restored();
    const entry = at(log.rows, 0)[1];
    expect(faultOf({ ...log, rows: [...log.rows, [entryId(pc, 26), entry]] })).toMatchObject({
      kind: 'stray',
    });
    const unknown = entryId('00000000aaaaaaaa', 1);
    expect(faultOf({ ...log, rows: [...log.rows, [unknown, entry]] })).toMatchObject({ kind: 'stray' });
    expect(faultOf({ ...log, rows: [...log.rows, ['somewhere', entry]] })).toMatchObject({ kind: 'stray' });
  });

  it('names one that does not open, and goes on behind it', () => {
    const log = restored();
    const finding = walked(replaced(log, 10, [at(log.rows, 10)[0], undefined]));
    expect(finding.faults).toEqual([{ kind: 'unreadable', workstationId: pc, number: 11, count: 1 }]);
  });

  it('keeps few faults and counts all', () => {
    const log = written(before(300));
    const finding = walked({ ...log, rows: log.rows.map(([id]): Row => [id, undefined]) });
    expect(finding.faultCount).toBe(300);
    expect(finding.faults.length).toBeLessThan(300);
  });
});

/** What somebody with the rows in their hands might do; `undefined` where it would change nothing. */
type Deed = (log: Log, pick: (below: number) => number) => Log | undefined;
const exchange = (log: Log, a: number, b: number): Log | undefined => {
  if (a === b) return undefined;
  const [[idA, entryA], [idB, entryB]] = [at(log.rows, a), at(log.rows, b)];
  return replaced(replaced(log, a, [idA, entryB]), b, [idB, entryA]);
};
const deeds: Readonly<Record<string, Deed>> = {
  'changes who': (log, pick) => changed(log, pick(log.rows.length), { accountId: 'account-9' }),
  'changes when': (log, pick) => changed(log, pick(log.rows.length), { at: '2026-11-22T23:59:59.000Z' }),
  'changes what': (log, pick) => changed(log, pick(log.rows.length), { command: 'participant.depart' }),
  'changes whom': (log, pick) =>
    changed(log, pick(log.rows.length), { subjects: [{ kind: 'participant', id: 'person-x' }] }),
  'adds an unknown field': (log, pick) =>
    changed(log, pick(log.rows.length), { note: 'x' } as Partial<AuditEntry>),
  'removes some': (log, pick) => {
    const from = pick(log.rows.length);
    return { ...log, rows: log.rows.toSpliced(from, 1 + pick(log.rows.length - from)) };
  },
  'removes the end': (log, pick) => ({ ...log, rows: log.rows.slice(0, -1 - pick(log.rows.length)) }),
  'exchanges two': (log, pick) => exchange(log, pick(log.rows.length), pick(log.rows.length)),
  'doubles one': (log, pick) => {
    const index = pick(log.rows.length);
    return { ...log, rows: log.rows.toSpliced(index, 0, at(log.rows, index)) };
  },
  'puts one in the place of another': (log, pick) => {
    const [from, to] = [pick(log.rows.length), pick(log.rows.length)];
    return from === to ? undefined : replaced(log, to, [at(log.rows, to)[0], at(log.rows, from)[1]]);
  },
  'slips one in at the end': (log, pick) => {
    const chain = [pc, other][pick(2)] ?? pc;
    const entry = at(log.rows, pick(log.rows.length))[1];
    return { ...log, rows: [...log.rows, [entryId(chain, (log.heads[chain]?.number ?? 0) + 1), entry]] };
  },
  'gives one another number': (log, pick) => {
    const index = pick(log.rows.length);
    const [, entry] = at(log.rows, index);
    const number = 1 + pick(60);
    if (!entry || number === entry.number) return undefined;
    return replaced(log, index, [entryId(entry.workstationId, number), { ...entry, number }]);
  },
  'closes the gap that it leaves': (log, pick) => {
    const index = pick(24);
    const rows = log.rows.toSpliced(index, 1).map(([id, entry]): Row => {
      if (!entry || entry.workstationId !== pc || entry.number <= index) return [id, entry];
      const number = entry.number - 1;
      return [entryId(pc, number), { ...entry, number }];
    });
    return { ...log, rows };
  },
  'links everything behind it anew': (log, pick) => {
    const index = pick(25);
    let previous = '';
    const rows = log.rows.slice(0, 25).map(([id, entry], place): Row => {
      const forged = { ...(entry as AuditEntry), previous };
      if (place === index) forged.accountId = 'account-9';
      previous = digest(id, forged);
      return [id, forged];
    });
    return { ...log, rows: [...rows, ...log.rows.slice(25)] };
  },
  'makes one unreadable': (log, pick) => {
    const index = pick(log.rows.length);
    return replaced(log, index, [at(log.rows, index)[0], undefined]);
  },
};

it('10,000 random manipulations are all noticed', () => {
  const log = restored();
  const names = Object.keys(deeds);
  const done = new Map<string, number>();
  let tried = 0;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.infiniteStream(fc.nat()), (name, random) => {
      const pick = (below: number): number => (random.next().value ?? 0) % below;
      const touched = deeds[name]?.(log, pick);
      fc.pre(touched !== undefined);
      tried += 1;
      done.set(name, (done.get(name) ?? 0) + 1);
      return walked(touched as Log).faultCount > 0;
    }),
    { numRuns: 10_000 },
  );
  expect(tried).toBeGreaterThanOrEqual(10_000);
  expect([...done.keys()].toSorted()).toEqual(names.toSorted());
}, 120_000);

it('an entry made without the key does not fit', async () => {
  const log = restored();
  const foreign = await createEntryDigest(new Uint8Array(32).fill(8));
  const [id, entry] = at(log.rows, 24);
  expect(foreign(id, entry as AuditEntry)).not.toBe(digest(id, entry as AuditEntry));
});

it('ids of a chain sort by their numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
      expect(entryId(pc, a) < entryId(pc, b)).toBe(a < b);
      expect(placeOf(entryId(pc, a))).toEqual({ workstationId: pc, number: a });
    }),
  );
});
