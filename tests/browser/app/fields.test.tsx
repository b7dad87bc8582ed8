import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { NoticeProvider, useNotice } from '#renderer/ui/notice.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import { UndoProvider, useUndo } from '#renderer/ui/undo.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { violations } from '#tests/browser/violations.ts';
import '#renderer/ui/theme/fonts.css';

let unmount = (): void => undefined;
afterEach(() => unmount());
beforeEach(async () => {
  await setupI18n('de');
});

async function show(content: React.ReactNode): Promise<void> {
  const place = document.body.appendChild(document.createElement('main'));
  const root = createRoot(place);
  root.render(
    <Themed mode="light">
      <NoticeProvider>
        <UndoProvider>{content}</UndoProvider>
      </NoticeProvider>
    </Themed>,
  );
  unmount = () => {
    root.unmount();
    place.remove();
  };
}

let day: string | null = null;
function Day() {
  const [value, setValue] = useState<string | null>(null);
  day = value;
  return <DayField label="Beginn" value={value} onChange={setValue} today="2026-11-23" />;
}

it.each([
  ['3110', '2026-10-31', '31.10.2026'],
  ['31.10.', '2026-10-31', '31.10.2026'],
  ['morgen', '2026-11-24', '24.11.2026'],
  ['01022025', '2025-02-01', '01.02.2025'],
])('takes the day %s', async (typed, expected, shown) => {
  await show(<Day />);
  const field = page.getByLabelText('Beginn');
  await field.fill(typed);
  await userEvent.keyboard('{Tab}');
  expect(day).toBe(expected);
  await expect.element(field).toHaveValue(shown);
});

it('keeps what names no day, with a sentence, and says it only when one leaves', async () => {
  await show(<Day />);
  const field = page.getByLabelText('Beginn');
  await field.fill('3113');
  await expect.element(page.getByText(/^Das ist kein Tag/)).not.toBeInTheDocument();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText(/^Das ist kein Tag/)).toBeVisible();
  await expect.element(field).toHaveValue('3113');
  expect(day).toBeNull();
});

let minute: number | null = null;
function Time() {
  const [value, setValue] = useState<number | null>(null);
  minute = value;
  return <TimeField label="Uhrzeit" value={value} onChange={setValue} />;
}

it('takes a time and goes by quarters of an hour', async () => {
  await show(<Time />);
  const field = page.getByLabelText('Uhrzeit');
  await field.fill('907');
  await userEvent.keyboard('{ArrowUp}');
  expect(minute).toBe(9 * 60 + 15);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(field).toHaveValue('8:45');
});

function Deeds() {
  const offerUndo = useUndo();
  const say = useNotice();
  const [undone, setUndone] = useState(0);
  return (
    <>
      <button type="button" onClick={() => offerUndo('Eingetragen.', () => setUndone(undone + 1))}>
        Tun
      </button>
      <button type="button" onClick={() => say('Das ging nicht.', 'error')}>
        Sagen
      </button>
      <output>{undone}</output>
      <input aria-label="Text" />
    </>
  );
}

it('takes the last deed back by Ctrl+Z once, but not while someone mends a text', async () => {
  await show(<Deeds />);
  await page.getByRole('button', { name: 'Tun' }).click();
  await page.getByLabelText('Text').fill('abc');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(document.querySelector('output')?.textContent).toBe('0');
  (page.getByRole('button', { name: 'Tun' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => document.querySelector('output')?.textContent).toBe('1');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(document.querySelector('output')?.textContent).toBe('1');
});

it('says a sentence to everyone and keeps an error until it is closed', async () => {
  await show(<Deeds />);
  await page.getByRole('button', { name: 'Sagen' }).click();
  await expect.element(page.getByText('Das ging nicht.').last()).toBeVisible();
  expect(await violations()).not.toContainEqual(expect.stringMatching(/^color-contrast/));
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect.element(page.getByText('Das ging nicht.')).not.toBeInTheDocument();
});

interface Row {
  readonly id: string;
  readonly name: string;
}
const rows: readonly Row[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `p${at}`,
  name: `Person ${10_000 - at}`,
}));
const columns = [
  { key: 'name', label: 'Name', render: ({ name }: Row) => name, sortBy: ({ name }: Row) => name },
  { key: 'id', label: 'Nummer', width: 120, render: ({ id }: Row) => id },
];
const rowKey = ({ id }: Row): string => id;

let opened: string[] = [];
let chosen: ReadonlySet<string> = new Set();
function Table({ label }: { readonly label: string }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  chosen = selected;
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      label={label}
      onOpen={({ id }) => opened.push(id)}
      selected={selected}
      onSelect={setSelected}
    />
  );
}

it('holds ten thousand rows as few elements, and is walked, opened, selected and sorted by keys', async () => {
  opened = [];
  await show(<Table label="Leute" />);
  const grid = page.getByRole('grid', { name: 'Leute' });
  await expect.element(grid).toHaveAttribute('aria-rowcount', '10001');
  expect(document.querySelectorAll('.wm-row').length).toBeLessThan(60);
  expect(await violations()).toEqual([]);
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(opened).toEqual(['p2']);
  await userEvent.keyboard('[Space]{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.poll(() => [...chosen]).toEqual(['p2', 'p3', 'p4']);
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.querySelector('.wm-active')?.textContent).toContain('Person 1p9999');
  await page.getByRole('button', { name: 'Name' }).click();
  await expect
    .element(page.getByRole('columnheader', { name: 'Name' }))
    .toHaveAttribute('aria-sort', 'ascending');
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}{Enter}');
  expect(opened).toEqual(['p2', 'p9999']);
});

it('keeps its place for whoever comes back', async () => {
  await show(<Table label="Ort" />);
  const grid = () => page.getByRole('grid', { name: 'Ort' }).element() as HTMLElement;
  await expect.element(page.getByRole('grid', { name: 'Ort' })).toBeVisible();
  grid().scrollTop = 6_400;
  await expect.poll(() => document.querySelector('.wm-row')?.getAttribute('aria-rowindex')).not.toBe('2');
  unmount();
  await show(<Table label="Ort" />);
  await expect.poll(() => grid().scrollTop).toBe(6_400);
});
