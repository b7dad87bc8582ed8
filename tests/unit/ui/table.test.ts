import { expect, it } from 'vitest';
import { type Column, nextSorting, sortRows } from '#renderer/ui/table/columns.ts';
import { allToggled, toggled, withRange } from '#renderer/ui/table/selection.ts';

interface Row {
  readonly name: string;
  readonly room: number;
}
const rows: readonly Row[] = [
  { name: 'Öztürk', room: 10 },
  { name: 'Zidan', room: 9 },
  { name: 'Ahmadi', room: 10 },
];
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Name', render: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'room', label: 'Raum', render: ({ room }) => room, sortBy: ({ room }) => room },
  { key: 'plain', label: 'Ohne', render: () => null },
];
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

it('sorts names as German lists do and numbers by their value, keeping the order of equals', () => {
  expect(names(sortRows(rows, columns, { key: 'name', descending: false }))).toEqual([
    'Ahmadi',
    'Öztürk',
    'Zidan',
  ]);
  expect(names(sortRows(rows, columns, { key: 'room', descending: false }))).toEqual([
    'Zidan',
    'Öztürk',
    'Ahmadi',
  ]);
  expect(names(sortRows(rows, columns, { key: 'room', descending: true }))).toEqual([
    'Öztürk',
    'Ahmadi',
    'Zidan',
  ]);
});

it('leaves the rows as they are where nothing sorts', () => {
  expect(sortRows(rows, columns, undefined)).toBe(rows);
  expect(sortRows(rows, columns, { key: 'plain', descending: false })).toBe(rows);
});

it('goes from ascending to descending to the own order', () => {
  const first = nextSorting(undefined, 'name');
  const second = nextSorting(first, 'name');
  expect([first, second, nextSorting(second, 'name')]).toEqual([
    { key: 'name', descending: false },
    { key: 'name', descending: true },
    undefined,
  ]);
  expect(nextSorting(second, 'room')).toEqual({ key: 'room', descending: false });
});

it('selects one, a stretch in either direction, and all of what is shown without losing the rest', () => {
  const keys = ['a', 'b', 'c', 'd'];
  expect(toggled(new Set(['a']), 'a')).toEqual(new Set());
  expect(withRange(new Set(['x']), keys, 2, 1)).toEqual(new Set(['x', 'b', 'c']));
  expect(allToggled(new Set(['x', 'a']), keys)).toEqual(new Set(['x', ...keys]));
  expect(allToggled(new Set(['x', ...keys]), keys)).toEqual(new Set(['x']));
});
