import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { entryOf } from '#shared/domain/attendance/marks.ts';
import { violations } from '#tests/browser/violations.ts';
import { madeMark, madeParticipant } from '#tests/memory/made.ts';
import { gated, rollCallOf } from './roll-call-cases.ts';
import { counts, focusedRow, leave, openSession, press, rows, states } from './screen.tsx';

afterEach(leave);
const started = () => expect.poll(focusedRow).toBe(0);

describe('late and left early', () => {
  it('are kept beside each other, whichever is recorded first, and taken back one by one', async () => {
    const { services, sessionId, people } = await rollCallOf(2);
    await openSession(services, sessionId);
    await started();
    const id = rows()[0]?.dataset.person ?? '';
    await press('2');
    await userEvent.keyboard('920');
    await expect.element(page.getByText('Uhr · 20 Min.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await press('ArrowUp');
    await press('3');
    await userEvent.keyboard('10');
    await expect.element(page.getByText('Min. · 10:20 Uhr')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('20 Min. zu spät', { exact: true })).toBeVisible();
    await expect.element(page.getByText('ging 10 Min. früher', { exact: true })).toBeVisible();
    await expect
      .poll(async () => entryOf(await services.records.get('attendanceSheet', sessionId), id))
      .toMatchObject({ mark: 'late', late: 20, early: 10 });
    await page.getByRole('button', { name: 'zu spät' }).first().click();
    await expect
      .poll(async () => entryOf(await services.records.get('attendanceSheet', sessionId), id))
      .toMatchObject({ mark: 'left-early', late: null, early: 10 });
    expect(people).toHaveLength(2);
  });

  it('are refused where they are more than the session has', async () => {
    const { services, sessionId } = await rollCallOf(1);
    await openSession(services, sessionId);
    await started();
    await press('2');
    await userEvent.keyboard('50{Enter}');
    await press('3');
    await userEvent.keyboard('50{Enter}');
    await expect.element(page.getByText('1 bis 40 Minuten oder eine Uhrzeit im Termin')).toBeVisible();
    await userEvent.clear(page.getByRole('textbox', { name: 'Wie viele Minuten früher' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('50 Min. zu spät', { exact: true })).toBeVisible();
  });
});

describe('one person at a time', () => {
  const place = () => document.querySelector('[data-place]')?.textContent;

  it('goes through the group by one key a person; who is left open comes again, and is named at the end', async () => {
    const { services, sessionId } = await rollCallOf(4);
    const gate = gated(services);
    await openSession(gate.services, sessionId);
    await started();
    const names = rows().map((row) => row.dataset.person);
    await press('v');
    await expect.poll(place).toBe('1 von 4');
    await press('1');
    await expect.poll(place).toBe('2 von 4');
    await press(' ');
    await expect.poll(place).toBe('3 von 4');
    await press('2');
    await userEvent.keyboard('5{Enter}');
    await expect.poll(place).toBe('4 von 4');
    await press('Enter');
    expect(place()).toBe('4 von 4');
    await press('F');
    await expect.poll(place).toBe('2 von 4 · war offen');
    await page.getByRole('button', { name: 'Offen lassen' }).click();
    await expect.element(page.getByText('Eine Person ist noch offen')).toBeVisible();
    await page.getByRole('button', { name: 'Noch einmal aufrufen' }).click();
    await expect.poll(place).toBe('2 von 4');
    await press('e');
    await expect.element(page.getByText('Alle 4 Personen sind erfasst')).toBeVisible();
    expect(gate.calls.map(({ marks }) => [marks[0]?.participantId, marks[0]?.mark, marks.length])).toEqual([
      [names[0], 'present', 1],
      [names[2], 'late', 1],
      [names[3], 'absent', 1],
      [names[1], 'excused', 1],
    ]);
    await press('z', { ctrlKey: true });
    await expect.poll(place).toBe('2 von 4');
    await page.getByRole('button', { name: 'Ganze Gruppe' }).click();
    await expect.poll(counts).toBe('3 von 4 erfasst');
  });

  it('goes on after somebody without a place was taken off again', async () => {
    const { services, sessionId, done } = await rollCallOf(2);
    const [guest = ''] = (await done('participant.import', { rows: [madeParticipant('Zed', 'Zzz')] })).ids;
    await done('attendance.record', { sessionId, marks: [madeMark(guest)], reason: null });
    await openSession(services, sessionId);
    await started();
    await press('v');
    await expect.poll(place).toBe('1 von 3');
    await press('End');
    await expect.poll(place).toBe('3 von 3');
    await press('0');
    await expect.poll(place).toBe('1 von 2');
    await expect.poll(() => document.activeElement?.getAttribute('data-one')).toBeTruthy();
  });

  it('has large buttons, and a name in its own script', async () => {
    await page.viewport(1366, 768);
    const { services, sessionId } = await rollCallOf(3);
    await openSession(services, sessionId, { language: 'en', mode: 'dark' });
    await started();
    await page.getByRole('button', { name: 'Call one by one' }).click();
    await expect.element(page.getByText('امینه احمدی')).toBeVisible();
    const button = page.getByRole('button', { name: 'present', exact: true });
    expect(button.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    expect(await violations()).toEqual([]);
    await button.click();
    await expect.poll(place).toBe('2 of 3');
    await expect.poll(() => document.activeElement?.getAttribute('data-one')).toBeTruthy();
  });
});

describe('closing the sheet', () => {
  it('asks only where nothing is recorded of somebody; a change then takes a reason, once, and shows it', async () => {
    const { services, sessionId } = await rollCallOf(3);
    const gate = gated(services);
    await openSession(gate.services, sessionId);
    await started();
    await press('1');
    await press('1');
    await page.getByRole('button', { name: 'Liste abschließen' }).click();
    await expect.element(page.getByText('Bei einer Person ist nichts erfasst.')).toBeVisible();
    await page.getByRole('button', { name: 'Trotzdem abschließen' }).click();
    await expect.element(page.getByText('Abgeschlossen am 23.11.2026, 9:05 Uhr von Ihnen.')).toBeVisible();
    await expect.poll(focusedRow).toBe(2);
    await press('ArrowUp');
    await press('5');
    const reason = page.getByRole('textbox', { name: 'Grund' });
    await expect.element(reason).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bitte geben Sie einen Grund an.')).toBeVisible();
    await userEvent.keyboard('War doch nicht da{Enter}');
    await expect
      .element(
        page.getByText('geändert am 23.11.2026, 9:05 Uhr von Ihnen: War doch nicht da; vorher anwesend'),
      )
      .toBeVisible();
    await expect.poll(focusedRow).toBe(2);
    await press('1');
    await expect.poll(counts).toBe('Alle erfasst');
    await expect.poll(() => states('saved')).toBe(3);
    expect(gate.calls.map(({ reason: why }) => why)).toEqual([
      null,
      null,
      'War doch nicht da',
      'War doch nicht da',
    ]);
    await openSession(gate.services, sessionId);
    await started();
    await press('4');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(focusedRow).toBe(0);
    expect(gate.calls).toHaveLength(4);
    expect(await violations()).toEqual([]);
  });

  it('is immediate where everybody is recorded, and not for the reception', async () => {
    const { services, sessionId, done, people } = await rollCallOf(2);
    await done('attendance.record', { sessionId, marks: people.map((id) => madeMark(id)), reason: null });
    await openSession(services, sessionId);
    await page.getByRole('button', { name: 'Liste abschließen' }).click();
    await expect.element(page.getByText('Abgeschlossen am 23.11.2026')).toBeVisible();
    expect(document.querySelector('[role=dialog]')).toBeNull();
    const reception = {
      ...services,
      commands: { ...services.commands, allows: (name: string) => !name.endsWith('close') },
    };
    await openSession(reception, sessionId);
    await started();
    expect(page.getByRole('button', { name: 'Liste abschließen' }).elements()).toEqual([]);
  });

  it('shows who recorded the person in focus, and when', async () => {
    const { services, sessionId } = await rollCallOf(2);
    await openSession(services, sessionId);
    await started();
    await press('1');
    await press('ArrowUp');
    await expect.element(page.getByText('Erfasst um 9:05 Uhr von Ihnen', { exact: false })).toBeVisible();
  });
});

describe('without registration', () => {
  const field = () => page.getByRole('combobox', { name: 'Name' });

  it('is open where walk-ins are welcome: known people first, by Enter, without a place', async () => {
    const { services, sessionId, done } = await rollCallOf(2, { offer: { walkIns: true } });
    const [known = ''] = (await done('participant.import', { rows: [madeParticipant('Noor', 'Saleh')] })).ids;
    await openSession(services, sessionId);
    await started();
    await field().click();
    await userEvent.keyboard('noo');
    await expect.element(page.getByRole('option', { name: 'Saleh, Noor' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rows().length).toBe(3);
    await expect.element(page.getByRole('row').filter({ hasText: 'Saleh' })).toHaveTextContent('ohne Platz');
    await expect
      .poll(async () => entryOf(await services.records.get('attendanceSheet', sessionId), known)?.mark)
      .toBe('present');
    await expect.element(field()).toHaveFocus();
    await press('z', { ctrlKey: true });
    await expect.poll(() => rows().length).toBe(2);
  });

  it('takes a name only; it can be changed, removed and put back', async () => {
    const { services, sessionId } = await rollCallOf(1);
    await openSession(services, sessionId);
    await started();
    const fold = page.getByRole('button', { name: 'Ohne Anmeldung' });
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
    await fold.click();
    await field().click();
    await userEvent.keyboard('Unbekannte Frau{Enter}');
    const list = page.getByRole('list', { name: 'Nur mit Namen erfasst' });
    await expect.element(list).toHaveTextContent('Unbekannte Frau');
    await list.getByRole('button', { name: 'zu spät' }).click();
    await userEvent.keyboard('15{Enter}');
    await expect.element(list).toHaveTextContent('15 Min. zu spät');
    await list.getByRole('button', { name: 'Entfernen' }).click();
    await expect.poll(() => list.elements().length).toBe(0);
    await page.getByRole('button', { name: 'Rückgängig' }).last().click();
    await expect.element(list).toHaveTextContent('15 Min. zu spät');
    const entries = (await services.records.get('attendanceSheet', sessionId))?.entries ?? {};
    expect(Object.values(entries).map(({ name, mark, late }) => [name, mark, late])).toEqual([
      ['Unbekannte Frau', 'late', 15],
    ]);
  });

  it('counts heads for each computer and shows their sum', async () => {
    const { services, sessionId } = await rollCallOf(1, { offer: { walkIns: true } });
    await openSession(services, sessionId);
    const heads = () => document.querySelector('[data-heads]')?.textContent;
    const more = page.getByRole('button', { name: 'Eine Person mehr' });
    await more.click();
    await more.click();
    await expect.poll(heads).toBe('2');
    await openSession({ ...services, workstationId: 'other' }, sessionId);
    await expect.element(page.getByText('0 an diesem Computer, 2 an anderen')).toBeVisible();
    await openSession(services, sessionId);
    await page.getByRole('button', { name: 'Eine Person weniger' }).click();
    await expect.poll(heads).toBe('1');
    await expect
      .poll(async () => (await services.records.get('attendanceSheet', sessionId))?.headCounts)
      .toEqual({ [services.workstationId]: 1 });
  });

  it('loses no head that is counted while the one before is being read', async () => {
    const { services, sessionId } = await rollCallOf(1, { offer: { walkIns: true } });
    // The sheet is read late: what is stored is known after the next press.
    let reading: Promise<void> = Promise.resolve();
    let read = (): void => undefined;
    const records = {
      ...services.records,
      get: (async (kind, id) => {
        if (kind === 'attendanceSheet') await reading;
        return await services.records.get(kind, id);
      }) as typeof services.records.get,
    };
    await openSession({ ...services, records }, sessionId);
    const more = page.getByRole('button', { name: 'Eine Person mehr' });
    const stored = async () => (await services.records.get('attendanceSheet', sessionId))?.headCounts;
    await expect.element(more).toBeVisible();
    reading = new Promise((resolve) => {
      read = resolve;
    });
    await more.click();
    await expect.poll(stored).toEqual({ [services.workstationId]: 1 });
    await more.click();
    await expect.poll(stored).toEqual({ [services.workstationId]: 2 });
    read();
  });

  it('shows what another desk made of a name, and saves the next one after a write that broke', async () => {
    const { services, sessionId, done } = await rollCallOf(1, { offer: { walkIns: true } });
    let breaks = false;
    const execute: typeof services.commands.execute = async (name, input) => {
      if (breaks) throw new Error('broken');
      return await services.commands.execute(name, input);
    };
    await openSession({ ...services, commands: { ...services.commands, execute } }, sessionId);
    const list = page.getByRole('list', { name: 'Nur mit Namen erfasst' });
    await field().click();
    await userEvent.keyboard('Unbekannte Frau{Enter}');
    const entries = async () =>
      Object.entries((await services.records.get('attendanceSheet', sessionId))?.entries ?? {});
    await expect.poll(async () => (await entries()).length).toBe(1);
    await expect.poll(() => states('saved')).toBe(1);
    const [entryId = ''] = (await entries())[0] ?? [];
    const name = 'Unbekannte Frau';
    const late = { mark: 'late', late: 15, early: null } as const;
    await done('attendance.walkIn', { sessionId, entryId, name, ...late, reason: null });
    await expect.element(list).toHaveTextContent('15 Min. zu spät');
    breaks = true;
    await field().click();
    await userEvent.keyboard('Zweite Frau{Enter}');
    await expect.poll(() => states('failed')).toBe(1);
    breaks = false;
    await userEvent.keyboard('Dritte Frau{Enter}');
    await expect.poll(() => states('saved')).toBe(2);
  });

  it('asks for the reason where the sheet is closed', async () => {
    const { services, sessionId, done } = await rollCallOf(1, { offer: { walkIns: true } });
    await done('attendance.close', { sessionId });
    await openSession(services, sessionId);
    await page.getByRole('button', { name: 'Eine Person mehr' }).click();
    await page.getByRole('textbox', { name: 'Grund' }).fill('Nachgezählt');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('[data-heads]')?.textContent).toBe('1');
  });
});
