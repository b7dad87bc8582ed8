import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { marksOf } from '#shared/domain/attendance/marks.ts';
import { inFours } from '#shared/domain/digits.ts';
import { violations } from '#tests/browser/violations.ts';
import { madeParticipant } from '#tests/memory/made.ts';
import { rollCallOf } from './roll-call-cases.ts';
import { counts, focusedRow, leave, open, press, rows } from './screen.tsx';

afterEach(leave);

/** A group of 18 whose list was printed, and somebody who got a place afterwards. */
async function printed() {
  const made = await rollCallOf(18);
  const { lists } = await made.done('signatureList.print', { sessionIds: [made.sessionId] });
  const list = lists[0];
  if (!list) throw new Error('no list');
  const later = (await made.done('participant.import', { rows: [madeParticipant('Aaron', 'Abel')] })).ids;
  const enrolledOn = '2026-11-02';
  await made.done('enrolment.add', { groupId: made.groupId, participantIds: later, enrolledOn });
  return { ...made, list, later };
}

const pageShown = () => document.querySelector('[data-page]')?.textContent;
const additions = () => page.getByRole('combobox', { name: 'Name' });

describe('entering a signed list', () => {
  it('goes by one key a person in the printed order, page by page, with additions at the end of each', async () => {
    await page.viewport(1366, 768);
    const { services, list, later, sessionId } = await printed();
    await open(services, `/lists/${list.number}`);
    await expect.poll(focusedRow).toBe(0);
    expect(pageShown()).toBe('Seite 1 von 2');
    expect(rows().map((row) => row.dataset.person)).toEqual(list.participantIds.slice(0, 16));
    for (let line = 0; line < 16; line += 1) {
      expect(focusedRow()).toBe(line);
      await press(line === 3 ? '5' : '1');
    }
    await expect.element(additions()).toHaveFocus();
    await userEvent.keyboard('Frau Unbekannt{Enter}');
    await expect.element(page.getByRole('list', { name: 'Nur mit Namen erfasst' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(pageShown).toBe('Seite 2 von 2');
    await expect.poll(focusedRow).toBe(0);
    expect(rows().map((row) => row.dataset.person)).toEqual([...list.participantIds.slice(16), ...later]);
    expect(rows()[0]?.textContent).toContain('17');
    expect(rows()[2]?.textContent).toContain('nicht auf der Liste');
    await press('1');
    await press('f');
    await expect.poll(counts).toBe('18 von 19 erfasst');
    const sheet = await services.records.get('attendanceSheet', sessionId);
    const marks = marksOf(sheet);
    expect(list.participantIds.map((id) => marks.get(id)?.mark)).toEqual(
      list.participantIds.map((_, index) => (index === 3 || index === 17 ? 'absent' : 'present')),
    );
    await press('PageUp');
    await expect.poll(pageShown).toBe('Seite 1 von 2');
    expect(await violations()).toEqual([]);
  });

  it('opens the page of a QR code', async () => {
    const { services, list } = await printed();
    await open(services, `/lists/${list.number}02`);
    await expect.poll(pageShown).toBe('Seite 2 von 2');
    await open(services, `/lists/${list.number}?page=2`, { language: 'en' });
    await expect.poll(pageShown).toBe('Page 2 of 2');
  });

  it('does not end a page with somebody open', async () => {
    const { services, list } = await printed();
    await open(services, `/lists/${list.number}`);
    await expect.poll(focusedRow).toBe(0);
    await press('ArrowDown');
    for (let line = 1; line < 16; line += 1) await press('1');
    expect(focusedRow()).toBe(0);
    await press('1');
    await expect.element(additions()).toHaveFocus();
  });

  it('says so where the number is wrong, unknown, or the session was moved since', async () => {
    const { services, list, done, sessionId } = await printed();
    const wrong = list.number.slice(0, 11) + ((Number(list.number[11]) + 1) % 10);
    await open(services, `/lists/${wrong}`);
    await expect.element(page.getByText(`Diese Nummer stimmt nicht: ${wrong}`)).toBeVisible();
    services.tables.signatureList?.clear();
    await open(services, `/lists/${list.number}`);
    await expect
      .element(page.getByText(`Die Liste ${inFours(list.number)} gibt es hier nicht`))
      .toBeVisible();
    services.tables.signatureList?.set(list.number, list);
    const slot = { date: '2026-11-20', startsAt: 540, endsAt: 630, breaks: [], room: null };
    await done('session.move', { id: sessionId, slot, reason: 'Test' });
    await open(services, `/lists/${list.number}`);
    await expect.element(page.getByText('Gedruckt wurde diese Liste für den 23.11.2026.')).toBeVisible();
  });
});

describe('the number of a list, on Today', () => {
  it('is scanned or typed, and opens the page', async () => {
    const { services, list } = await printed();
    await open(services, '/');
    await page.getByRole('button', { name: 'Liste vom Papier eintragen' }).click();
    const field = page.getByRole('textbox', { name: 'Nummer der Liste' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('1234{Enter}');
    await expect.element(page.getByText('Diese Nummer stimmt nicht.')).toBeVisible();
    await userEvent.clear(field);
    await userEvent.keyboard(`${list.number}02{Enter}`);
    await expect.poll(pageShown).toBe('Seite 2 von 2');
    await expect.poll(focusedRow).toBe(0);
  });
});
