import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup, madeMark, madeSlot } from '#tests/memory/made.ts';
import { rollCallOf } from './roll-call-cases.ts';
import { leave, openSession } from './screen.tsx';

afterEach(leave);

const button = (name: string) => page.getByRole('button', { name, exact: true });
const textbox = (name: string) => page.getByRole('textbox', { name });

describe('moving a session', () => {
  it('shows what it clashes with before it is saved, and afterwards where it came from and why; with undo', async () => {
    const { services, sessionId, done, offerId, people } = await rollCallOf(3);
    const group = madeGroup(offerId, { name: 'Gruppe B', lead: 'M. Brandt', capacity: null });
    const other = (await done('courseGroup.save', { id: null, group })).id;
    await done('enrolment.add', {
      groupId: other,
      participantIds: people.slice(1),
      enrolledOn: '2026-11-02',
    });
    const slot = madeSlot('2026-11-24', { startsAt: 600, endsAt: 690, room: 'R 12' });
    await done('session.plan', { groupId: other, ...slot });
    await openSession(services, sessionId);
    await button('Verlegen').click();
    await textbox('Neuer Tag').fill('2411');
    await textbox('Beginn').fill('930');
    await expect.element(textbox('Ende')).toHaveValue('11:00');
    const clashes = page.getByRole('dialog').getByRole('status');
    await expect.element(clashes).toHaveTextContent('Raum R 12: Gruppe B, 10:00 bis 11:30 Uhr');
    await expect.element(clashes).toHaveTextContent('Leitung M. Brandt: Gruppe B');
    await expect.element(clashes).toHaveTextContent('2 Personen sind auch in Gruppe B');
    expect(await violations()).toEqual([]);
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Bitte geben Sie einen Grund an.')).toBeVisible();
    await expect.element(textbox('Grund')).toHaveFocus();
    await userEvent.keyboard('Raum wird gestrichen{Enter}');
    await expect
      .element(page.getByText('Verlegt von Mo 23.11., 9:00 Uhr: Raum wird gestrichen'))
      .toBeVisible();
    expect(await services.records.get('session', sessionId)).toMatchObject({
      ...{ date: '2026-11-24', startsAt: 570, endsAt: 660 },
    });
    await page.getByRole('button', { name: 'Rückgängig' }).last().click();
    await expect
      .poll(async () => await services.records.get('session', sessionId))
      .toMatchObject({ date: '2026-11-23', startsAt: 540, movedFrom: null });
  });

  it('says at the field what can not be, and saves nothing', async () => {
    const { services, sessionId } = await rollCallOf(1);
    await openSession(services, sessionId);
    await button('Verlegen').click();
    await textbox('Ende').fill('830');
    await textbox('Grund').fill('Test');
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Das Ende liegt vor dem Beginn.')).toBeVisible();
    await expect.element(textbox('Ende')).toHaveFocus();
    await textbox('Ende').fill('1030');
    await textbox('Neuer Tag').fill('24.12.2026');
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Der Tag liegt außerhalb der Laufzeit der Gruppe.')).toBeVisible();
    await textbox('Neuer Tag').fill('24.11.2026');
    await button('Pause hinzufügen').click();
    await textbox('Pause 1 von').fill('8');
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Bitte geben Sie bei jeder Pause an')).toBeVisible();
    await textbox('Pause 1 bis').fill('9');
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Die Pausen müssen zwischen Beginn und Ende')).toBeVisible();
    expect(await services.records.get('session', sessionId)).toMatchObject({ movedFrom: null, breaks: [] });
  });

  it('with attendance changes the room only, and says why', async () => {
    const { services, sessionId, done, people } = await rollCallOf(2);
    await done('attendance.record', { sessionId, marks: people.map((id) => madeMark(id)), reason: null });
    await openSession(services, sessionId);
    await button('Absagen').click();
    await expect
      .element(page.getByText('Absagen können Sie nur einen Termin ohne Anwesenheit.'))
      .toBeVisible();
    await button('Schließen').click();
    await button('Verlegen').click();
    await expect.element(page.getByText('Für diesen Termin ist schon Anwesenheit erfasst.')).toBeVisible();
    expect(textbox('Neuer Tag').elements()).toEqual([]);
    await textbox('Raum').fill('R 14');
    await textbox('Grund').fill('Heizung');
    await button('Termin verlegen').click();
    await expect.element(page.getByText('Anderer Raum statt R 12: Heizung')).toBeVisible();
  });
});

describe('cancelling a session', () => {
  it('takes a reason, stays visible, and can be taken back by undo and later', async () => {
    const { services, sessionId } = await rollCallOf(2);
    await openSession(services, sessionId);
    await button('Absagen').click();
    await userEvent.keyboard('Leitung krank{Enter}');
    await expect.element(page.getByText('Abgesagt: Leitung krank')).toBeVisible();
    await expect.element(button('Absage zurücknehmen')).toHaveFocus();
    await page.getByRole('button', { name: 'Rückgängig' }).last().click();
    await expect.element(button('Absagen')).toBeVisible();
    await button('Absagen').click();
    await userEvent.keyboard('Feuerwehr{Enter}');
    await button('Absage zurücknehmen').click();
    await expect.element(button('Absagen')).toHaveFocus();
    expect((await services.records.get('session', sessionId))?.cancelled).toBeNull();
  });

  it('and moving are not for the reception', async () => {
    const { services, sessionId } = await rollCallOf(1);
    const allows = (name: string) => !name.startsWith('session.');
    await openSession({ ...services, commands: { ...services.commands, allows } }, sessionId);
    await expect.element(page.getByRole('grid')).toBeVisible();
    expect(button('Verlegen').elements()).toEqual([]);
  });
});

it('a session gets another lead and a module, with undo', async () => {
  const modules = [{ id: 'm1', title: 'Alltag', ue: 300, contents: [] }];
  const { services, sessionId } = await rollCallOf(1, { offer: { modules } });
  await openSession(services, sessionId);
  await button('Leitung und Modul').click();
  await textbox('Vertretung').fill('K. Yildiz');
  await page.getByRole('combobox', { name: 'Modul' }).click();
  await page.getByRole('option', { name: 'Alltag' }).click();
  await button('Speichern').click();
  await expect.element(page.getByText('Modul: Alltag · Raum R 12 · Leitung: K. Yildiz')).toBeVisible();
  await page.getByRole('button', { name: 'Rückgängig' }).last().click();
  await expect.element(page.getByText('Leitung: M. Brandt')).toBeVisible();
});
