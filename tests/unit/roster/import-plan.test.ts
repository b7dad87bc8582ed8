import { describe, expect, it } from 'vitest';
import type { PersonEntry } from '#shared/domain/directory.ts';
import {
  entryFor,
  knownNumbers,
  problemsOf,
  type RosterEntry,
  stateOf,
} from '#shared/domain/roster/entries.ts';
import { importPlan } from '#shared/domain/roster/import-plan.ts';
import type { ColumnTarget } from '#shared/domain/roster/mapping.ts';
import type { LikelyRow, LikelyRows, RowChoice, RowRef } from '#shared/domain/roster/same-person.ts';

const mapping: readonly ColumnTarget[] = ['number', 'given', 'family', 'room'];
const row = (line: number, cells: readonly string[], choice: RowChoice | null = null): RosterEntry => ({
  ...entryFor({ line, cells, shape: 'whole' }, mapping, '2026-11-23'),
  choice,
});
const same = (as: RowRef): RowChoice => ({ kind: 'same', as });
const like = (as: RowRef): LikelyRow => ({ as, likelihood: 0.9, reasons: ['other-spelling'] });
const person: PersonEntry = {
  ...{ id: 'p1', given: 'Mohamad', family: 'Khatib', spellings: [], original: null, number: '4711' },
  ...{ formerNumbers: [], birth: { kind: 'unknown' }, languages: [], room: 'B 1', departedOn: null },
};
const plan = (
  entries: readonly RosterEntry[],
  likely: LikelyRows = new Map(),
  saved = new Map<number, string>(),
) => importPlan({ entries, likely, saved, personOf: (id) => (id === 'p1' ? person : undefined) });

describe('what an import writes', () => {
  it('is every row by itself where nobody is the same', () => {
    const [batch, more] = plan([row(2, ['1', 'Amina']), row(3, ['2', 'Elif'])]);
    expect(more).toBeUndefined();
    expect(batch?.added.map(({ line, person: { given } }) => [line, given])).toEqual([
      [2, 'Amina'],
      [3, 'Elif'],
    ]);
    expect(batch?.lines).toEqual([
      { line: 2, target: { line: 2 } },
      { line: 3, target: { line: 3 } },
    ]);
  });

  it('adds up what several rows say of somebody who is there, and keeps the number that is replaced', () => {
    const [batch] = plan([
      row(2, ['5000', 'Muhammed', 'Alkhatib', 'C 3'], same({ personId: 'p1' })),
      row(3, ['', 'Mohamed', 'Khatib'], same({ line: 2 })),
    ]);
    expect(batch?.added).toEqual([]);
    expect(batch?.news).toEqual([
      {
        id: 'p1',
        changes: {
          ...{ spellings: ['Muhammed Alkhatib', 'Mohamed Khatib'] },
          ...{ number: '5000', formerNumbers: ['4711'], room: 'C 3' },
        },
      },
    ]);
    expect(batch?.lines.map(({ target }) => target)).toEqual([{ personId: 'p1' }, { personId: 'p1' }]);
  });

  it('makes one person of rows that are the same, or of what is left of them', () => {
    const rows = [row(2, ['1', 'Olena', 'Tkachuk']), row(3, ['2', 'Olena', 'Tkatschuk'], same({ line: 2 }))];
    expect(plan(rows)[0]?.added).toMatchObject([
      { line: 2, person: { number: '2', formerNumbers: ['1'], spellings: ['Olena Tkatschuk'] } },
    ]);
    expect(plan(rows.slice(1))[0]?.added).toMatchObject([{ line: 3, person: { number: '2' } }]);
  });

  it('writes nothing of a row that says nothing new, and still accounts for it', () => {
    const [batch] = plan([row(2, ['4711', 'Mohamad', 'Khatib'], same({ personId: 'p1' }))]);
    expect(batch).toMatchObject({ added: [], news: [], lines: [{ line: 2, target: { personId: 'p1' } }] });
  });

  it('remembers who is somebody else with the later of the two, and not of a row that is left out', () => {
    const rows = Array.from({ length: 1001 }, (_, at) => row(at + 2, [String(at), `Person ${at}`]));
    const last = row(1003, ['9999', 'Muhammed', 'Alkhatib'], { kind: 'apart' });
    const likely = new Map([[1003, [like({ personId: 'p1' }), like({ line: 2 }), like({ line: 5000 })]]]);
    const [first, second] = plan([...rows, last], likely);
    expect(first?.apart).toEqual([]);
    expect(second?.apart).toEqual([
      [{ line: 1003 }, { personId: 'p1' }],
      [{ line: 1003 }, { line: 2 }],
    ]);
    expect(plan([...rows, last], likely, new Map([[2, 'new']])).flatMap(({ apart }) => apart)).toContainEqual(
      [{ line: 1003 }, { personId: 'new' }],
    );
  });
});

describe('rows that are likely the same', () => {
  const entries = [row(2, ['1', 'Olena']), row(3, ['2', 'Olena'])];
  const likely: LikelyRows = new Map([
    [2, [like({ line: 3 })]],
    [3, [like({ line: 2 }), like({ personId: 'p1' })]],
  ]);
  const states = (list: readonly RosterEntry[], known: ReadonlyMap<string, string> = new Map()) => {
    const problems = problemsOf(list, known, likely);
    return list.map((entry, at) => [
      stateOf(entry, problems[at] ?? []),
      ...(problems[at] ?? []).map(({ code, personId, values }) => `${code} ${personId ?? values.line}`),
    ]);
  };

  it('are told at the later row, and stay ready', () => {
    expect(states(entries)).toEqual([['ready'], ['ready', 'likely-same 2', 'likely-same p1']]);
  });

  it('are told no more once somebody decided, or the other row is left out', () => {
    const [first, second] = entries as [RosterEntry, RosterEntry];
    expect(states([first, { ...second, choice: same({ line: 2 }) }])[1]).toEqual(['same']);
    expect(states([first, { ...second, choice: { kind: 'later' } }])[1]).toEqual(['ready']);
    expect(states([{ ...first, skipped: true }, second])[1]).toEqual(['ready', 'likely-same p1']);
  });

  it('may have the number of the person that they are, and no other', () => {
    const known = knownNumbers([{ id: 'p1', number: '1' }]);
    const [first, second] = entries as [RosterEntry, RosterEntry];
    expect(states([first], known)).toEqual([['open', 'number-known p1']]);
    expect(states([{ ...first, choice: same({ personId: 'p1' }) }], known)).toEqual([['same']]);
    expect(states([{ ...first, choice: same({ personId: 'p2' }) }], known)).toEqual([
      ['open', 'number-known p1'],
    ]);
    const twice = row(4, ['1', 'Olha']);
    expect(states([first, second, twice])[2]).toEqual(['open', 'number-twice 2']);
    expect(states([first, second, { ...twice, choice: same({ line: 2 }) }])[2]).toEqual(['same']);
  });
});
