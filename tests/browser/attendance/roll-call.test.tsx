import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { entryOf } from '#shared/domain/attendance/marks.ts';
import { violations } from '#tests/browser/violations.ts';
import { gated, rollCallOf } from './roll-call-cases.ts';
import { counts, focusedRow, leave, openSession, press, rows, states } from './screen.tsx';

afterEach(leave);

const grid = () => page.getByRole('grid');
const started = () => expect.poll(focusedRow).toBe(0);

/** The rows that changes in the page concern: a mark may touch its own and the one that gets the focus. */
function rowsOf(changes: readonly MutationRecord[]): ReadonlySet<Element | null> {
  const elements = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
  return new Set(elements.map((element) => element?.closest('[role=row]') ?? null));
}

describe('recording by keys', () => {
  it('records thirty people by thirty keys, faster than they are saved, each in one write and in order', async () => {
    const { services, sessionId } = await rollCallOf(30);
    const gate = gated(services, true);
    await page.viewport(1366, 768);
    await openSession(gate.services, sessionId);
    await started();
    const order = rows().map((row) => row.dataset.person);
    const touched = new MutationObserver(() => undefined);
    touched.observe(grid().element(), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (let index = 0; index < 30; index += 1) {
      const row = rows()[index];
      expect(document.activeElement).toBe(row);
      await press(index % 5 === 4 ? '5' : '1');
      expect(row?.querySelector('[data-saving]')?.getAttribute('data-saving')).toBe('pending');
      expect(rowsOf(touched.takeRecords()).size).toBeLessThanOrEqual(2);
    }
    touched.disconnect();
    await expect.poll(counts).toBe('Alle erfasst');
    expect(states('pending')).toBe(30);
    gate.open();
    await expect.poll(() => states('saved')).toBe(30);
    expect(gate.calls.map(({ marks }) => marks.map(({ participantId }) => participantId))).toEqual(
      order.map((id) => [id]),
    );
    const sheet = await services.records.get('attendanceSheet', sessionId);
    order.forEach((id, index) => {
      expect(entryOf(sheet, id ?? '')?.mark).toBe(index % 5 === 4 ? 'absent' : 'present');
    });
  });

  it('goes on to the next person without a mark, past those who have one and round the end', async () => {
    const { services, sessionId } = await rollCallOf(5);
    await openSession(services, sessionId);
    await started();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('E');
    expect(focusedRow()).toBe(3);
    await press('End');
    await press('F');
    expect(focusedRow()).toBe(0);
    await press('a');
    await press('a');
    expect(focusedRow()).toBe(3);
    await expect.poll(counts).toBe('4 von 5 erfasst');
  });

  it('asks the minutes in the row, with a sentence for those that are too many', async () => {
    const { services, sessionId } = await rollCallOf(3);
    await openSession(services, sessionId);
    await started();
    await press('2');
    const minutes = page.getByRole('textbox', { name: 'Wie viele Minuten zu spät' });
    await expect.element(minutes).toHaveFocus();
    await expect.element(minutes).toHaveValue('20');
    await userEvent.keyboard('91{Enter}');
    await expect.element(page.getByText('1 bis 90 Minuten oder eine Uhrzeit im Termin')).toBeVisible();
    await userEvent.clear(minutes);
    await userEvent.keyboard('12{Enter}');
    await expect.element(page.getByText('12 Min. zu spät', { exact: true })).toBeVisible();
    expect(focusedRow()).toBe(1);
    await userEvent.keyboard('3{Enter}');
    await expect.element(page.getByText('20 Min. früher', { exact: true })).toBeVisible();
    await userEvent.keyboard('s{Escape}');
    await expect.poll(counts).toBe('2 von 3 erfasst');
    expect(focusedRow()).toBe(2);
  });

  it('marks everybody who is left with one key, and takes it back', async () => {
    const { services, sessionId } = await rollCallOf(6);
    const gate = gated(services);
    await openSession(gate.services, sessionId);
    await started();
    await press('5');
    await press('A', { shiftKey: true });
    await expect.poll(counts).toBe('Alle erfasst');
    await expect.poll(() => states('saved')).toBe(6);
    expect(gate.calls.map(({ marks }) => marks.length)).toEqual([1, 5]);
    await press('z', { ctrlKey: true });
    await expect.poll(counts).toBe('1 von 6 erfasst');
    await press('z', { ctrlKey: true });
    await expect.poll(counts).toBe('0 von 6 erfasst');
    expect(focusedRow()).toBe(0);
    await press('z', { ctrlKey: true });
    await expect.poll(() => gate.calls.length).toBe(4);
    const sheet = await services.records.get('attendanceSheet', sessionId);
    for (const row of rows()) expect(entryOf(sheet, row.dataset.person ?? '')).toBeUndefined();
  });

  it('takes marks back in their order', async () => {
    const { services, sessionId } = await rollCallOf(3);
    await openSession(services, sessionId);
    await started();
    await press('1');
    await press('ArrowUp');
    await press('4');
    await expect.element(page.getByText('entschuldigt').first()).toBeVisible();
    await press('z', { ctrlKey: true });
    expect(rows()[0]?.textContent).toContain('anwesend');
    await press('z', { ctrlKey: true });
    expect(rows()[0]?.textContent).toContain('nicht erfasst');
  });

  it('does not run through the group while a key is held down', async () => {
    const { services, sessionId } = await rollCallOf(4);
    await openSession(services, sessionId);
    await started();
    await press('1');
    await press('1', { repeat: true });
    await press('1', { repeat: true });
    await expect.poll(counts).toBe('1 von 4 erfasst');
  });
});

describe('writes that fail', () => {
  it('are unmissable at the row, and can be saved again', async () => {
    const { services, sessionId } = await rollCallOf(3);
    const gate = gated(services);
    await openSession(gate.services, sessionId);
    await started();
    const second = rows()[1]?.dataset.person;
    gate.refuse(({ marks }) => (marks[0]?.participantId === second ? { code: 'disk.full' } : undefined));
    await press('1');
    await press('1');
    await press('1');
    await expect.poll(() => states('failed')).toBe(1);
    expect(states('saved')).toBe(2);
    expect(rows()[1]?.textContent).toContain('Nicht gespeichert.');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Ein Eintrag ist nicht gespeichert.');
    gate.refuse(() => undefined);
    await page.getByRole('button', { name: 'Alle erneut speichern' }).click();
    await expect.poll(() => states('saved')).toBe(3);
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(entryOf(await services.records.get('attendanceSheet', sessionId), second ?? '')?.mark).toBe(
      'present',
    );
  });

  it('are still there on coming back', async () => {
    const { services, sessionId } = await rollCallOf(2);
    const gate = gated(services);
    gate.refuse(() => ({ code: 'disk.failed' }));
    await openSession(gate.services, sessionId);
    await started();
    await press('1');
    await expect.poll(() => states('failed')).toBe(1);
    await openSession(gate.services, sessionId);
    await expect.poll(() => states('failed')).toBe(1);
    expect(rows()[0]?.textContent).toContain('anwesend');
  });

  it('of a mark that was replaced meanwhile say nothing about the new one', async () => {
    const { services, sessionId } = await rollCallOf(2);
    const gate = gated(services, true);
    let turn = 0;
    gate.refuse(() => {
      turn += 1;
      return turn === 1 ? { code: 'disk.failed' } : undefined;
    });
    await openSession(gate.services, sessionId);
    await started();
    await press('1');
    await press('ArrowUp');
    await press('5');
    gate.open();
    await expect.poll(() => states('saved')).toBe(1);
    expect(states('failed')).toBe(0);
    expect(rows()[0]?.textContent).toContain('fehlt');
  });
});

describe('by mouse and touch', () => {
  it('records by buttons of 44 pixels and clears by pressing again', async () => {
    const { services, sessionId } = await rollCallOf(2);
    await openSession(services, sessionId);
    const button = page.getByRole('button', { name: 'entschuldigt' }).first();
    await button.click();
    await expect.poll(counts).toBe('1 von 2 erfasst');
    const box = button.element().getBoundingClientRect();
    expect([box.width, box.height]).toEqual([44, 44]);
    await button.click();
    await expect.poll(counts).toBe('0 von 2 erfasst');
  });
});

describe('what can not be recorded', () => {
  it('a session to come says from when on', async () => {
    const { services, sessionId } = await rollCallOf(2, { date: '2026-11-24' });
    const gate = gated(services);
    await openSession(gate.services, sessionId);
    await expect
      .element(page.getByRole('alert').first())
      .toHaveTextContent('Dieser Termin ist erst am 24.11.2026.');
    await started();
    await press('1');
    await press('A', { shiftKey: true });
    expect(gate.calls).toEqual([]);
  });

  it('a session that is not there, and a group without people', async () => {
    const { services, sessionId } = await rollCallOf(0);
    await openSession(services, 'gone');
    await expect.element(page.getByText('Diesen Termin gibt es nicht')).toBeVisible();
    await openSession(services, sessionId);
    await expect.element(page.getByRole('link', { name: 'Personen einschreiben' })).toBeVisible();
  });
});

describe('the screen', () => {
  it.each([
    ['de', 'light'],
    ['en', 'dark'],
  ] as const)(
    'of twenty fits 1366 × 768, at 100 and 125 %, without scrolling sideways and passes axe (%s, %s)',
    async (language, mode) => {
      await page.viewport(1366, 768);
      const { services, sessionId } = await rollCallOf(20);
      const gate = gated(services);
      gate.refuse(({ marks }) => (marks[0]?.mark === 'absent' ? { code: 'disk.full' } : undefined));
      await openSession(gate.services, sessionId, { language, mode });
      await started();
      for (const key of ['1', '4', '5', '1']) await press(key);
      await press('2');
      await userEvent.keyboard('{Enter}3');
      await expect.element(grid()).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
      expect(await violations()).toEqual([]);
      await page.viewport(1093, 614);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1093);
    },
  );

  it('reflows at 200 % zoom', async () => {
    await page.viewport(683, 384);
    const { services, sessionId } = await rollCallOf(20);
    await openSession(services, sessionId);
    await started();
    await press('1');
    await press('2');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  });
});
