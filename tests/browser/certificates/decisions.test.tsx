import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CertificatePage } from '#renderer/features/certificates/CertificatePage.tsx';
import { CertificatesPage } from '#renderer/features/certificates/CertificatesPage.tsx';
import { HonourIssue } from '#renderer/features/certificates/issue/HonourIssue.tsx';
import { PersonIssue } from '#renderer/features/certificates/issue/PersonIssue.tsx';
import { ReplaceIssue } from '#renderer/features/certificates/issue/ReplaceIssue.tsx';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { groupOf, people } from './group-cases.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = {
  '/certificates': <CertificatesPage />,
  '/certificates/person/:id': <PersonIssue />,
  '/certificates/honour/:id': <HonourIssue />,
  '/certificates/:id': <CertificatePage />,
  '/certificates/:id/replace': <ReplaceIssue />,
};

async function open(services: AppServices, address: string): Promise<void> {
  unmount();
  unmount = await mountScreen({ services, address, routes });
}

type Services = ReturnType<typeof groupOf>;
const issued = ({ tables }: Services) =>
  [...(tables.certificate?.entries() ?? [])].map(([id, value]) => ({ id, ...(value as Certificate) }));
const row = (name: RegExp) => page.getByRole('row', { name });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const says = (text: string | RegExp) =>
  expect.poll(() => document.body.textContent, { timeout: 40_000 }).toMatch(text);
const choose = async (label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const issue = async (): Promise<void> => {
  await expect.element(button('Ausstellen'), { timeout: 40_000 }).toBeEnabled();
  await button('Ausstellen').click();
  await says('Die Bescheinigung ist ausgestellt');
};

/** Saves what is shown, once it is drawn. */
const leave = async (): Promise<void> => {
  await expect.element(button('Als PDF speichern'), { timeout: 40_000 }).toBeEnabled();
  await button('Als PDF speichern').click();
};

/** One certificate of the first person, on its own page. */
async function shown(): Promise<{ readonly services: Services; readonly id: string }> {
  const services = groupOf();
  await services.commands.execute('certificate.issue', madeRequests('group-1', ['person-0']));
  const id = issued(services)[0]?.id ?? '';
  await open(services, `/certificates/${id}`);
  return { services, id };
}

describe('the lead’s word', () => {
  it('is given where the row opens, asks for a reason, and decides who is selected', async () => {
    const services = groupOf();
    await open(services, '/certificates?group=group-1');
    await row(/Rahimi/).click();
    await page.getByRole('radio', { name: 'Trotzdem gewähren' }).click();
    await button('Speichern').click();
    await says('Bitte geben Sie eine Begründung an.');
    expect(await violations()).toEqual([]);
    await page.getByRole('textbox', { name: /^Begründung/ }).fill('Umzug vor dem Ende');
    await userEvent.keyboard('{Enter}');
    await expect.element(row(/Rahimi/)).toHaveTextContent('Gewährt: Umzug vor dem Ende');
    await expect.element(row(/Rahimi/)).toHaveAttribute('aria-selected', 'true');
    await row(/Öztürk/).click();
    await page.getByRole('radio', { name: 'Zurückhalten' }).click();
    await page.getByRole('textbox', { name: /^Begründung/ }).fill('Nachweis fehlt');
    await button('Speichern').click();
    await expect.element(row(/Öztürk/)).toHaveTextContent('Zurückgehalten: Nachweis fehlt');
    await expect.element(row(/Öztürk/)).toHaveAttribute('aria-selected', 'false');
    await row(/Öztürk/).click();
    await page.getByRole('radio', { name: 'Nach den Unterrichtseinheiten' }).click();
    await button('Speichern').click();
    await expect.element(row(/Öztürk/)).toHaveTextContent('Fällig');
  });

  it('is the lead’s too, who can issue nothing', async () => {
    await open(groupOf(people, 'course-lead'), '/certificates?group=group-1');
    await row(/Rahimi/).click();
    await expect.element(page.getByRole('radio', { name: 'Trotzdem gewähren' })).toBeVisible();
  });
});

describe('a translation', () => {
  it('goes with everybody whose language there is, but for whom it is left out', async () => {
    const services = groupOf();
    for (const [person, languages] of [
      ['person-0', ['tr']],
      ['person-1', ['uk']],
    ] as const)
      await services.commands.execute('participant.update', {
        id: person,
        changes: { languages: [...languages] },
      });
    await open(services, '/certificates?group=group-1');
    await choose('Übersetzung in die eigene Sprache', 'auf einer eigenen Seite');
    await expect.element(row(/Öztürk/)).toHaveTextContent('Türkisch');
    await row(/Шевченко/).click();
    await page.getByRole('checkbox', { name: 'Mit Übersetzung (Ukrainisch)' }).click();
    await button('Speichern').click();
    await expect.element(row(/Шевченко/)).toHaveTextContent('ohne');
    await button('Prüfen').click();
    await expect.element(button('2 ausstellen'), { timeout: 40_000 }).toBeEnabled();
    await button('2 ausstellen').click();
    await says('2 Bescheinigungen sind ausgestellt');
    expect(issued(services).map(({ translation }) => translation?.language)).toEqual(['tr', undefined]);
  });
});

describe('a tested result', () => {
  it('is issued to those who are chosen, once test, result and day are there', async () => {
    const services = groupOf();
    await open(services, '/certificates?group=group-1');
    await choose('Vorlage', 'Zertifikat mit Prüfungsergebnis');
    await says('Niemand ausgewählt');
    await row(/Rahimi/)
      .getByRole('gridcell')
      .first()
      .click();
    await expect.element(button('Prüfen')).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('textbox', { name: /^Prüfung/ }).fill('telc Deutsch A2');
    await page.getByRole('textbox', { name: /^Ergebnis/ }).fill('A2');
    await page.getByRole('textbox', { name: /^Abgelegt am/ }).fill('20.11.2026');
    await userEvent.keyboard('{Tab}');
    await button('Prüfen').click();
    await issue();
    expect(issued(services)[0]).toMatchObject({
      kind: 'tested',
      result: { test: 'telc Deutsch A2', level: 'A2', takenOn: '2026-11-20' },
    });
  });
});

describe('one person', () => {
  it('is issued everything that is due, without searching for groups', async () => {
    const services = groupOf();
    await open(services, '/certificates/person/person-0');
    await expect.element(row(/Vormittag/)).toHaveAttribute('aria-selected', 'true');
    expect(await violations()).toEqual([]);
    await button('Prüfen').click();
    await issue();
    expect(issued(services)).toMatchObject([{ participantId: 'person-0', kind: 'participation' }]);
  });

  it('is given a badge of honour; what is missing is told at its field', async () => {
    const services = groupOf();
    await open(services, '/certificates/honour/person-2');
    await button('Prüfen').click();
    await says('Bitte füllen Sie dieses Feld aus.');
    expect(await violations()).toEqual([]);
    await page.getByRole('textbox', { name: /^Wofür/ }).fill('Mithilfe in der Fahrradwerkstatt');
    await page.getByRole('textbox', { name: /^Von/ }).fill('20.11.2026');
    await page.getByRole('textbox', { name: /^Bis/ }).fill('01.09.2026');
    await userEvent.keyboard('{Tab}');
    await says('Das Ende liegt vor dem Beginn.');
    await page.getByRole('textbox', { name: /^Von/ }).fill('01.09.2026');
    await page.getByRole('textbox', { name: /^Bis/ }).fill('20.11.2026');
    await userEvent.keyboard('{Tab}');
    await button('Prüfen').click();
    await issue();
    expect(issued(services)).toMatchObject([{ kind: 'honour', participantId: 'person-2', groupId: null }]);
  });
});

describe('an issued certificate', () => {
  it('is given out once more as a second copy, which the register knows', async () => {
    const { services } = await shown();
    await button('Zweitschrift').click();
    await says('Was Sie hier drucken oder speichern, ist eine Zweitschrift');
    expect(issued(services)[0]?.copies).toHaveLength(0);
    await leave();
    await says('Eine Zweitschrift wurde ausgegeben: 23.11.2026');
    const saves = () => services.audit.lines.filter(({ entry }) => entry.command === 'certificate.save');
    await expect.poll(() => saves().length).toBe(1);
    await leave();
    await expect.poll(() => saves().length).toBe(2);
    expect(issued(services)[0]?.copies).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  it('is a second copy by itself from the day after it first left the app', async () => {
    const { services, id } = await shown();
    await leave();
    await expect.poll(() => issued(services)[0]?.firstOutOn).toBe('2026-11-23');
    const first = issued(services)[0];
    expect(first?.copies).toEqual([]);
    services.tables.certificate?.set(id, { ...first, firstOutOn: '2026-11-20' });
    await open(services, `/certificates/${id}`);
    await says('wurde am 20.11.2026 zum ersten Mal gedruckt oder gespeichert');
    expect(button('Zweitschrift').elements()).toEqual([]);
    await leave();
    await says('Eine Zweitschrift wurde ausgegeben: 23.11.2026');
  });

  it('is revoked with a reason, after being told what follows', async () => {
    const { services, id } = await shown();
    await button('Widerrufen').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Widerrufen' }).click();
    await says('Bitte geben Sie eine Begründung an.');
    expect(issued(services)[0]?.revoked).toBeNull();
    expect(await violations()).toEqual([]);
    await page.getByRole('textbox', { name: /^Begründung/ }).fill('Name falsch geschrieben');
    await userEvent.keyboard('{Enter}');
    await says('Widerrufen am 23.11.2026: Name falsch geschrieben');
    expect(button('Zweitschrift').elements()).toEqual([]);
    await services.commands.execute('certificate.issue', madeRequests('group-1', ['person-0', 'person-1']));
    await open(services, '/certificates?tab=register');
    await expect.poll(() => page.getByRole('row').elements().length).toBe(4);
    await choose('Anzeigen', 'widerrufene');
    await expect.poll(() => page.getByRole('row').elements().length).toBe(2);
    await choose('Anzeigen', 'gültige');
    await expect.poll(() => page.getByRole('row').elements().length).toBe(3);
    await choose('Anzeigen', 'alle');
    await open(services, `/certificates/${id}/replace`);
    await says('Widerrufen am 23.11.2026');
  });

  it('is replaced by another one, and both know of each other', async () => {
    const { services, id } = await shown();
    await services.commands.execute('participant.update', { id: 'person-0', changes: { given: 'Ayşenur' } });
    await page.getByRole('link', { name: 'Ersetzen' }).click();
    await button('Prüfen').click();
    await says('Bitte geben Sie eine Begründung an.');
    await page.getByRole('textbox', { name: /^Begründung/ }).fill('Name falsch geschrieben');
    await button('Prüfen').click();
    await issue();
    const [old, fresh] = issued(services);
    expect(old?.revoked).toMatchObject({ reason: 'Name falsch geschrieben', replacedBy: fresh?.id });
    expect(fresh).toMatchObject({ name: 'Ayşenur Öztürk-Ğ', replaces: id });
    await open(services, `/certificates/${id}`);
    await page.getByRole('link', { name: 'Zur neuen Bescheinigung' }).click();
    await says('Sie ersetzt eine widerrufene Bescheinigung.');
  });
});
