/** Moving from card to card in the week by keys. Cells without a card are passed over. */
import type { PlannedSession } from '#shared/domain/timetable/planned.ts';
import type { WeekTable } from './week-table.ts';

interface Place {
  readonly row: number;
  readonly column: number;
  /** Among the cards of the cell. */
  readonly at: number;
}

type Rows = WeekTable['rows'];

function placeOf(rows: Rows, id: string): Place | undefined {
  for (const [row, { cells }] of rows.entries())
    for (const [column, cards] of cells.entries()) {
      const at = cards.findIndex((card) => card.id === id);
      if (at !== -1) return { row, column, at };
    }
  return undefined;
}

const cardsOf = (rows: Rows, row: number, column: number): readonly PlannedSession[] =>
  rows[row]?.cells[column] ?? [];

function sideways(rows: Rows, { row, column, at }: Place, step: 1 | -1): PlannedSession | undefined {
  const width = rows[row]?.cells.length ?? 0;
  for (let next = column + step; next >= 0 && next < width; next += step) {
    const cards = cardsOf(rows, row, next);
    if (cards.length > 0) return cards[Math.min(at, cards.length - 1)];
  }
  return undefined;
}

function upOrDown(rows: Rows, { row, column, at }: Place, step: 1 | -1): PlannedSession | undefined {
  const beside = cardsOf(rows, row, column)[at + step];
  if (beside) return beside;
  for (let next = row + step; next >= 0 && next < rows.length; next += step) {
    const cards = cardsOf(rows, next, column);
    if (cards.length > 0) return step > 0 ? cards[0] : cards.at(-1);
  }
  return undefined;
}

/** The card that a key leads to from the card `id`; `undefined` where there is none that way. */
export function cardByKey(
  { rows }: WeekTable,
  id: string,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
): PlannedSession | undefined {
  const place = placeOf(rows, id);
  if (!place) return undefined;
  const all = ctrlKey ? rows.flatMap(({ cells }) => cells.flat()) : (rows[place.row]?.cells.flat() ?? []);
  switch (key) {
    case 'ArrowRight':
      return sideways(rows, place, 1);
    case 'ArrowLeft':
      return sideways(rows, place, -1);
    case 'ArrowDown':
      return upOrDown(rows, place, 1);
    case 'ArrowUp':
      return upOrDown(rows, place, -1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

/** The card that the Tab key stops at first: the first of today, else the first of the week. */
export function firstCard({ days, rows }: WeekTable, today: string): PlannedSession | undefined {
  const column = days.findIndex(({ date }) => date === today);
  const ofToday = rows.flatMap(({ cells }) => cells[column] ?? []);
  return ofToday[0] ?? rows.flatMap(({ cells }) => cells.flat())[0];
}
