import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { madeOffer, madePartner } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { done, orientationOffer } from './courses-cases.tsx';
import { address, button, close, field, open } from './open-screen.ts';

afterEach(close);

const choose = async (name: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** Puts text into the focused field as a paste does. */
function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

describe('an offer', () => {
  it('is made of modules by keyboard; their sum is what is planned', async () => {
    const services = memoryServices();
    await open(services, '/courses/offers/new');
    await field('Titel').fill('Erstorientierung');
    await choose('Programmbereich', 'Sprachförderung');
    await field('Plätze je Gruppe').fill('20');
    await page.getByRole('switch', { name: 'Offen für Gäste ohne Einschreibung' }).click();
    await button('Modul hinzufügen').click();
    await expect.element(field('Titel von Modul 1')).toHaveFocus();
    await userEvent.keyboard('Ankommen{Tab}50');
    await expect.element(page.getByText('1 Modul, zusammen 50 UE')).toBeVisible();
    await button('Modul hinzufügen').click();
    await userEvent.keyboard('Wohnen{Tab}30');
    await expect.element(page.getByText('2 Module, zusammen 80 UE')).toBeVisible();
    await expect.element(field('Geplante UE')).toHaveValue('80');
    await expect.element(field('Geplante UE')).toHaveAttribute('readonly');
    const up = button('Modul 2 nach oben');
    (up.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Titel von Modul 1')).toHaveValue('Wohnen');
    // The focus stays with the module, at the end of the list as well.
    await expect.element(button('Modul 1 nach oben')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Titel von Modul 1')).toHaveValue('Wohnen');
    await page.getByRole('group', { name: 'Modul 1' }).getByLabelText('Inhalte').fill('Miete\n\nNebenkosten');
    await button('Speichern').click();
    await expect.poll(address).toBe('/courses?tab=groups');
    const [offer] = await services.records.all('offer');
    expect(offer?.value).toMatchObject({
      ...{ uePlanned: 80, capacity: 20, walkIns: true, toleratedMinutes: 15, subProjectId: null },
      modules: [
        { title: 'Wohnen', ue: 30, contents: ['Miete', 'Nebenkosten'] },
        { title: 'Ankommen', ue: 50, contents: [] },
      ],
    });
  });

  it('takes a removed module back', async () => {
    const { services, offerId } = await orientationOffer();
    await open(services, `/courses/offers/${offerId}`);
    await button('Modul 3 entfernen').click();
    await expect.element(page.getByText('5 Module, zusammen 250 UE')).toBeVisible();
    await button('Rückgängig Strg+Z').click();
    await expect.element(page.getByText('6 Module, zusammen 300 UE')).toBeVisible();
    await expect.element(field('Titel von Modul 3')).toHaveValue('Arbeit');
  });

  it('takes modules from a table', async () => {
    const services = memoryServices();
    await open(services, '/courses/offers/new');
    await button('Modul hinzufügen').click();
    await expect.element(field('Titel von Modul 1')).toHaveFocus();
    paste('Ankommen\t50\tAmt\tBus\nWohnen\t50\n\nArbeit\t50\n');
    await expect.element(page.getByText('3 Module, zusammen 150 UE')).toBeVisible();
    await expect
      .element(page.getByRole('group', { name: 'Modul 1' }).getByLabelText('Inhalte'))
      .toHaveValue('Amt\nBus');
  });

  it.each([
    ['de', 'Modul hinzufügen', 'Ein Angebot hat höchstens 40 Module. Mit diesen wären es 400.'],
    ['en', 'Add a module', 'An offer has at most 40 modules. With these it would have 400.'],
  ] as const)('says at the field that 400 modules are too many (%s)', async (language, add, sentence) => {
    const services = memoryServices();
    await open(services, '/courses/offers/new', { language });
    await button(add).click();
    await expect.element(field(/module? 1/i)).toHaveFocus();
    paste(Array.from({ length: 400 }, (_, at) => `Modul ${at}\t50`).join('\n'));
    await expect.element(page.getByText(sentence, { exact: false })).toBeVisible();
    expect(page.getByRole('group', { name: /^Modul/ }).elements()).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  it.each([
    [
      'de',
      { title: 'Titel', ue: 'Geplante UE', contents: 'Inhalte', save: 'Speichern' },
      [
        'Bitte geben Sie einen Titel mit höchstens 160 Zeichen an.',
        'Bitte wählen Sie einen Programmbereich.',
        'Bitte geben Sie eine ganze Zahl zwischen 1 und 2000 an.',
        'Bitte geben Sie höchstens 20 Zeilen mit je höchstens 200 Zeichen an.',
        'Bitte geben Sie eine ganze Zahl zwischen 0 und 45 an.',
        'Bitte geben Sie eine ganze Zahl zwischen 1 und 500 an, oder lassen Sie das Feld leer.',
      ],
      { tolerated: 'Erlaubte Fehlzeit je UE in Minuten', capacity: 'Plätze je Gruppe' },
    ],
    [
      'en',
      { title: 'Title', ue: 'Planned units', contents: 'Contents', save: 'Save' },
      [
        'Please enter a title of at most 160 characters.',
        'Please choose a programme area.',
        'Please enter a whole number between 1 and 2000.',
        'Please enter at most 20 lines of at most 200 characters each.',
        'Please enter a whole number between 0 and 45.',
        'Please enter a whole number between 1 and 500, or leave the field empty.',
      ],
      { tolerated: 'Minutes that may be missed per unit', capacity: 'Places per group' },
    ],
  ] as const)(
    'says at each field what is wrong, keeps what was typed, and saves nothing (%s)',
    async (language, names, sentences, more) => {
      const services = memoryServices();
      await open(services, '/courses/offers/new', { language });
      await expect.element(field(names.title)).toHaveFocus();
      await field(names.title).fill('a'.repeat(10_000));
      await field(names.ue).fill('0');
      await field(names.contents).fill(Array.from({ length: 400 }, (_, at) => `Zeile ${at}`).join('\n'));
      await field(more.tolerated).fill('46');
      await field(more.capacity).fill('0');
      await button(names.save).click();
      for (const sentence of sentences) await expect.element(page.getByText(sentence)).toBeInTheDocument();
      await expect.element(field(names.title)).toHaveFocus();
      await expect.element(field(names.title)).toHaveValue('a'.repeat(10_000));
      expect(await services.records.all('offer')).toEqual([]);
      expect(await violations()).toEqual([]);
    },
  );

  it('says at the module what is wrong with it', async () => {
    const { services, offerId } = await orientationOffer();
    await open(services, `/courses/offers/${offerId}`);
    const second = page.getByRole('group', { name: 'Modul 2' });
    await second.getByLabelText('UE', { exact: false }).first().fill('0');
    await field('Titel von Modul 2').fill('b'.repeat(10_000));
    await button('Speichern').click();
    await expect.element(second.getByText('Bitte geben Sie 1 bis 2000 UE an.')).toBeVisible();
    await expect
      .element(second.getByText('Bitte geben Sie einen Titel mit höchstens 160 Zeichen an.'))
      .toBeVisible();
    await expect.element(field('Titel von Modul 2')).toHaveFocus();
    expect((await services.records.get('offer', offerId))?.uePlanned).toBe(300);
  });
});

describe('the Teilprojekt of an offer', () => {
  it('is one of the same area, or made on the spot; what was typed stays', async () => {
    const services = memoryServices();
    const partner = await done(services, 'partner.save', { id: null, partner: madePartner('IHK') });
    const subProject = { name: 'Werkstatt', area: 'vocational' as const, partnerIds: [partner.id] };
    await done(services, 'subProject.save', { id: null, subProject });
    await open(services, '/courses/offers/new');
    await field('Titel').fill('Sprachcafé');
    await expect.element(page.getByText('Bitte wählen Sie zuerst den Programmbereich.')).toBeVisible();
    await choose('Programmbereich', 'Sprachförderung');
    await page.getByRole('combobox', { name: 'Teilprojekt' }).click();
    await expect.element(page.getByRole('option', { name: 'Werkstatt' })).not.toBeInTheDocument();
    await page.getByRole('option', { name: 'ohne Teilprojekt' }).click();
    await button('Neues Teilprojekt').click();
    await expect.element(field('Name des Teilprojekts')).toHaveFocus();
    await userEvent.keyboard('Sprache zuerst{Enter}');
    await expect
      .element(page.getByRole('combobox', { name: 'Teilprojekt' }))
      .toHaveTextContent('Sprache zuerst');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(await services.records.all('offer')).toEqual([]);
    // Another area has other Teilprojekte, and those have their partners.
    await choose('Programmbereich', 'Berufsorientierung');
    await choose('Teilprojekt', 'Werkstatt');
    await expect.element(page.getByRole('button', { name: 'IHK' })).toBeVisible();
    await field('Geplante UE').fill('40');
    await button('Speichern').click();
    await expect.poll(address).toBe('/courses?tab=groups');
    const [offer] = await services.records.all('offer');
    expect(offer?.value).toMatchObject({ title: 'Sprachcafé', area: 'vocational', partnerIds: [partner.id] });
  });

  it('keeps its area while offers belong to it', async () => {
    const services = memoryServices();
    const subProject = { name: 'Sprache zuerst', area: 'language' as const, partnerIds: [] };
    const { id } = await done(services, 'subProject.save', { id: null, subProject });
    await done(services, 'offer.save', { id: null, offer: madeOffer({ subProjectId: id }) });
    await open(services, '/courses?tab=sub-projects');
    await page.getByText('Sprache zuerst').dblClick();
    await expect.poll(address).toBe(`/courses/sub-projects/${id}`);
    await choose('Programmbereich', 'Tagesstrukturierung');
    await button('Speichern').click();
    await expect.element(page.getByText(/^Zu diesem Teilprojekt gehören Angebote/)).toBeVisible();
    expect((await services.records.get('subProject', id))?.area).toBe('language');
  });
});

describe('a partner', () => {
  it('has a contact and a period, each checked at its field', async () => {
    const services = memoryServices();
    await open(services, '/courses/partners/new');
    await field('Name').first().fill('IHK Nord Westfalen');
    await field('Ansprechperson').fill('c'.repeat(10_000));
    await field('E-Mail').fill('ihk');
    await field('Telefon').fill('anrufen');
    await field('Partner seit').fill('40.13.');
    await button('Speichern').click();
    for (const sentence of [
      'Der Name hat höchstens 120 Zeichen.',
      'Bitte geben Sie eine E-Mail-Adresse wie name@beispiel.de an.',
      /^Bitte geben Sie mindestens drei Ziffern an/,
      /^Das ist kein Tag im Kalender/,
    ])
      await expect.element(page.getByText(sentence)).toBeVisible();
    await field('Ansprechperson').fill('A. Wolf');
    await field('E-Mail').fill('wolf@ihk.example');
    await field('Telefon').fill('+49 251 707-0');
    // A day that can't be read is not taken for an open beginning.
    await button('Speichern').click();
    expect(await services.records.all('partner')).toEqual([]);
    await field('Partner seit').fill('01.02.2026');
    await field('Partner bis').fill('31.01.2026');
    await button('Speichern').click();
    await expect.element(page.getByText('Das Ende liegt vor dem Beginn.')).toBeVisible();
    await expect.element(field('Partner bis')).toHaveFocus();
    await field('Partner bis').fill('31.10.2026');
    await userEvent.keyboard('{Enter}');
    await expect.poll(address).toBe('/courses?tab=partners');
    expect((await services.records.all('partner'))[0]?.value).toMatchObject({
      contact: { person: 'A. Wolf', email: 'wolf@ihk.example', phone: '+49 251 707-0' },
      ...{ validFrom: '2026-02-01', validTo: '2026-10-31' },
    });
    await expect.element(page.getByText('beendet am 31.10.2026')).toBeVisible();
  });

  it('of the past is offered only where it was chosen', async () => {
    const services = memoryServices();
    const past = { ...madePartner('Alter Verein'), validTo: '2026-10-31' };
    const { id } = await done(services, 'partner.save', { id: null, partner: past });
    await done(services, 'partner.save', { id: null, partner: madePartner('Cactus') });
    const offer = madeOffer({ partnerIds: [id] });
    const { id: offerId } = await done(services, 'offer.save', { id: null, offer });
    await open(services, '/courses/offers/new', { language: 'en' });
    await page.getByRole('combobox', { name: 'Partners' }).click();
    await expect.element(page.getByRole('option', { name: 'Cactus' })).toBeVisible();
    await expect.element(page.getByRole('option', { name: /Alter Verein/ })).not.toBeInTheDocument();
    await open(services, `/courses/offers/${offerId}`, { language: 'en' });
    await expect.element(page.getByText('Alter Verein (ended on 31.10.2026)')).toBeVisible();
  });
});
