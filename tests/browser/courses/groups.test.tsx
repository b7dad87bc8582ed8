import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { fullWeek, madeGroup, madeSlot } from '#tests/memory/made.ts';
import { done, enrolled, orientationGroup, orientationOffer } from './courses-cases.tsx';
import { address, button, close, field, open, preview } from './open-screen.ts';

afterEach(close);

const times = (number: number) => page.getByRole('group', { name: `Zeiten ${number}` });
const day = (number: number, name: string) => times(number).getByRole('button', { name, exact: true });

describe('a new group', () => {
  it('of 300 UE is planned in one form, by keyboard', async () => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new');
    await expect.element(field('Name der Gruppe')).toHaveFocus();
    await userEvent.keyboard('Erstorientierung A{Tab}30.11.{Tab}{Tab}M. Brandt{Tab}R 12');
    await expect.element(field('Plätze')).toHaveValue('20');
    await userEvent.keyboard('{Tab}{Tab}arab{Enter}{Tab}');
    await expect.element(page.getByRole('radio', { name: 'Nach einem Wochenplan' })).toHaveFocus();
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight} {Tab}{Enter}');
    await expect.element(day(1, 'Fr')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Tab}9{Tab}13{Tab}{Tab}{Enter}');
    await expect.element(field('Pause von')).toHaveValue('11:00');
    await expect.element(preview().getByText('60 Termine, 300 UE')).toBeVisible();
    await expect.element(preview().getByText('25 UE in der Woche')).toBeVisible();
    await expect.element(preview().getByText('1. Weihnachtstag')).toBeVisible();
    const setEnd = button('Ende auf 23.02.2027 setzen');
    (setEnd.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Ende').first()).toHaveValue('23.02.2027');
    await field('Name der Gruppe').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(address).toMatch(/^\/courses\/groups\/id-/);
    const sessions = await services.records.all('session');
    expect(sessions).toHaveLength(60);
    expect(sessions.filter(({ value }) => value.moduleId === 'module-1')).toHaveLength(10);
    const [group] = await services.records.all('courseGroup');
    expect(group?.value).toMatchObject({
      ...{ language: 'ar', capacity: 20, room: 'R 12', timetable: fullWeek },
      ...{ startsOn: '2026-11-30', endsOn: '2027-02-23' },
    });
    await expect.element(page.getByText('60 Termine, 300 UE')).toBeVisible();
  });

  it('says when the period is too short, and extends it with one button', async () => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new', { language: 'en' });
    await field('Start').first().fill('30.11.2026');
    await field('End').first().fill('18.12.2026');
    await button('Mon–Fri').click();
    await field('Start').nth(1).fill('9');
    await field('End').nth(1).fill('12:45');
    await expect
      .element(preview().getByText(/^Until 18.12.2026 there is room for 75 of 300 units/))
      .toBeVisible();
    await button('Set the end to 23.02.2027').click();
    await expect.element(preview().getByText('60 sessions, 300 units')).toBeVisible();
    await expect.element(button('Set the end to 23.02.2027')).not.toBeInTheDocument();
  });

  it('is saved by Ctrl+Enter with what was typed last', async () => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new');
    await field('Name der Gruppe').fill('Abendkurs');
    await field('Ende').first().fill('31.1.');
    await page.getByRole('radio', { name: 'Einzeln planen' }).click();
    await page.getByRole('combobox', { name: 'Unterrichtssprache' }).click();
    await userEvent.keyboard('Esperanto{Control>}{Enter}{/Control}');
    await expect.poll(address).toMatch(/^\/courses\/groups\/id-/);
    expect((await services.records.all('courseGroup')).at(-1)?.value.language).toBe('Esperanto');
  });

  it('has other times on further days, other weeks and free days', async () => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new');
    await field('Name der Gruppe').fill('Nachmittags');
    await field('Beginn').first().fill('30.11.2026');
    await field('Ende').first().fill('31.1.');
    await day(1, 'Mo').click();
    await times(1).getByRole('textbox', { name: 'Beginn' }).fill('14');
    await times(1).getByRole('textbox', { name: 'Ende' }).fill('1530');
    await button('Andere Zeiten an weiteren Tagen').click();
    await day(2, 'Mi').click();
    await times(2).getByRole('textbox', { name: 'Beginn' }).fill('9');
    await times(2).getByRole('textbox', { name: 'Ende' }).fill('10:30');
    await times(2).getByRole('textbox', { name: 'Raum' }).fill('Halle');
    await page.getByRole('combobox', { name: 'Rhythmus' }).click();
    await page.getByRole('option', { name: 'alle 2 Wochen' }).click();
    await page.getByRole('checkbox', { name: 'Bis die geplanten UE erreicht sind' }).click();
    await button('Freie Tage eintragen').click();
    await expect.element(field('Frei ab')).toHaveFocus();
    await userEvent.keyboard('24.12.{Tab}3.1.');
    // The weeks of 30 November, 14 and 28 December, 11 and 25 January; the third falls on free days.
    await expect.element(preview().getByText('8 Termine, 16 UE')).toBeVisible();
    await expect.element(preview().getByText('4 UE alle 2 Wochen')).toBeVisible();
    await button('Speichern').click();
    await expect.poll(address).toMatch(/^\/courses\/groups\/id-/);
    expect((await services.records.all('courseGroup'))[0]?.value.timetable).toMatchObject({
      ...{ everyWeeks: 2, untilPlannedUnits: false },
      slots: [
        { weekday: 1, startsAt: 840, endsAt: 930, room: null },
        { weekday: 3, startsAt: 540, endsAt: 630, room: 'Halle' },
      ],
      exceptions: [{ from: '2026-12-24', to: '2027-01-03' }],
    });
    expect(await services.records.all('session')).toHaveLength(8);
  });

  it('names clashes of room, lead and people before saving, and can be saved all the same', async () => {
    const { services, groupId } = await orientationGroup();
    const ids = await enrolled(services, groupId, ['Amina']);
    const other = madeGroup((await services.records.all('offer'))[0]?.id ?? '', { name: 'Gruppe B' });
    const { id } = await done(services, 'courseGroup.save', { id: null, group: other });
    await done(services, 'enrolment.add', {
      ...{ groupId: id, participantIds: [...ids], enrolledOn: '2026-11-23' },
    });
    await open(services, `/courses/groups/${id}/edit`);
    await page.getByRole('radio', { name: 'Nach einem Wochenplan' }).click();
    await day(1, 'Mo').click();
    await times(1).getByRole('textbox', { name: 'Beginn' }).fill('12');
    await times(1).getByRole('textbox', { name: 'Ende' }).fill('1330');
    await expect
      .element(preview().getByText('Raum R 12 ist 4-mal schon durch „Gruppe A“ belegt', { exact: false }))
      .toBeVisible();
    await expect
      .element(preview().getByText('M. Brandt leitet 4-mal zur selben Zeit', { exact: false }))
      .toBeVisible();
    await expect
      .element(preview().getByText('sind auch in „Gruppe A“: Amina.', { exact: false }))
      .toBeVisible();
    expect(await violations()).toEqual([]);
    await field('Raum').first().fill('R 3');
    await field('Leitung').fill('');
    await expect.element(preview().getByText('Raum R 12', { exact: false })).not.toBeInTheDocument();
    await button('Speichern').click();
    await expect.poll(address).toBe(`/courses/groups/${id}`);
    expect((await services.records.get('courseGroup', id))?.timetable?.slots).toHaveLength(1);
  });
});

describe('bad input gets a sentence at its field, and nothing is saved', () => {
  it.each([
    [
      'de',
      'Das Ende liegt vor dem Beginn.',
      'An diesem Wochentag gibt es zu dieser Zeit schon einen Termin.',
    ],
    ['en', 'The end is before the beginning.', 'There is already a session at this time on this weekday.'],
  ] as const)('end before start, overlapping slots (%s)', async (language, before, overlap) => {
    const german = language === 'de';
    const names = german
      ? { start: 'Beginn', end: 'Ende', add: 'Andere Zeiten an weiteren Tagen', save: 'Speichern' }
      : { start: 'Start', end: 'End', add: 'Other times on further days', save: 'Save' };
    const row = (number: number) =>
      page.getByRole('group', { name: german ? `Zeiten ${number}` : `Times ${number}` });
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new', { language });
    await field(german ? 'Name der Gruppe' : 'Name of the group').fill('Gruppe B');
    await field(names.end).first().fill('1.11.2026');
    await row(1)
      .getByRole('button', { name: german ? 'Mo' : 'Mon', exact: true })
      .click();
    await row(1).getByRole('textbox', { name: names.start }).fill('13');
    await row(1).getByRole('textbox', { name: names.end }).fill('9');
    await button(names.save).click();
    await expect.element(row(1).getByText(before)).toBeVisible();
    await expect.element(row(1).getByRole('textbox', { name: names.end })).toHaveFocus();
    await row(1).getByRole('textbox', { name: names.end }).fill('15');
    await button(names.add).click();
    await row(2)
      .getByRole('button', { name: german ? 'Mo' : 'Mon', exact: true })
      .click();
    await row(2).getByRole('textbox', { name: names.start }).fill('14');
    await row(2).getByRole('textbox', { name: names.end }).fill('16');
    await button(names.save).click();
    await expect.element(row(2).getByText(overlap)).toBeVisible();
    await expect.element(row(2).getByRole('textbox', { name: names.start })).toHaveFocus();
    await row(2).getByRole('textbox', { name: names.start }).fill('15');
    await button(names.save).click();
    // The period is what the command refuses.
    await expect.element(page.getByText(before)).toBeVisible();
    await expect.element(field(names.end).first()).toHaveFocus();
    expect(await services.records.all('courseGroup')).toEqual([]);
    expect(await services.records.all('session')).toEqual([]);
  });

  it.each([
    [
      'de',
      { name: 'Name der Gruppe', capacity: 'Plätze', save: 'Speichern', pause: 'Pause einfügen' },
      [
        'Bitte geben Sie einen Namen mit höchstens 120 Zeichen an.',
        'Bitte geben Sie den letzten Tag an.',
        'Bitte geben Sie eine ganze Zahl zwischen 1 und 500 an, oder lassen Sie das Feld leer.',
        'Bitte wählen Sie mindestens einen Wochentag, oder planen Sie die Termine einzeln.',
        'Bitte geben Sie Anfang und Ende der Pause an, oder entfernen Sie sie.',
        'Bitte geben Sie den ersten freien Tag an, oder entfernen Sie die Zeile.',
      ],
      'Freie Tage eintragen',
    ],
    [
      'en',
      { name: 'Name of the group', capacity: 'Places', save: 'Save', pause: 'Add a break' },
      [
        'Please enter a name of at most 120 characters.',
        'Please enter the last day.',
        'Please enter a whole number between 1 and 500, or leave the field empty.',
        'Please choose at least one weekday, or plan the sessions one by one.',
        'Please enter the beginning and the end of the break, or remove it.',
        'Please enter the first free day, or remove the row.',
      ],
      'Add free days',
    ],
  ] as const)('a long name, no places, an empty plan (%s)', async (language, names, sentences, free) => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new', { language });
    await field(names.name).fill('b'.repeat(10_000));
    await field(names.capacity).fill('0');
    await button(names.pause).click();
    await button(free).click();
    await button(names.save).click();
    for (const sentence of sentences) await expect.element(page.getByText(sentence)).toBeVisible();
    await expect.element(field(names.name)).toHaveFocus();
    await expect.element(field(names.name)).toHaveValue('b'.repeat(10_000));
    expect(await services.records.all('courseGroup')).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it('brings the focus to the weekdays where only they are missing', async () => {
    const { services } = await orientationOffer();
    await open(services, '/courses/groups/new');
    await field('Name der Gruppe').fill('Gruppe B');
    await field('Ende').first().fill('18.12.2026');
    await times(1).getByRole('textbox', { name: 'Beginn' }).fill('9');
    await times(1).getByRole('textbox', { name: 'Ende' }).fill('10');
    await button('Speichern').click();
    await expect.element(day(1, 'Mo')).toHaveFocus();
  });
});

describe('an existing group', () => {
  it('says before saving what happens to its sessions', async () => {
    const { services, groupId } = await orientationGroup();
    await open(services, `/courses/groups/${groupId}/edit`);
    await expect
      .element(preview().getByText('An den Terminen ändert sich durch das Speichern nichts.'))
      .toBeVisible();
    await day(1, 'Mi').click();
    await expect
      .element(preview().getByText('45 Termine ab dem 23.11.2026 richten sich nach diesem Plan.'))
      .toBeVisible();
    await expect.element(preview().getByText(/^15 Termine bleiben, wie sie sind/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Bis die geplanten UE erreicht sind' }).click();
    await field('Ende').first().fill('18.12.2026');
    await expect.element(preview().getByText('29 geplante Termine entfallen.')).toBeVisible();
    await button('Speichern').click();
    await expect.poll(address).toBe(`/courses/groups/${groupId}`);
    const kept = (await services.records.all('session')).filter(({ value }) => !value.withdrawn);
    expect(kept).toHaveLength(31);
  });

  it('says that sessions outside the period stay', async () => {
    const { services, offerId } = await orientationOffer();
    const group = madeGroup(offerId);
    const { id } = await done(services, 'courseGroup.save', { id: null, group });
    await done(services, 'session.plan', { groupId: id, ...madeSlot('2026-12-15') });
    await open(services, `/courses/groups/${id}/edit`);
    await field('Ende').first().fill('01.12.2026');
    await button('Speichern').click();
    await expect.element(page.getByText(/^Außerhalb dieses Zeitraums liegen Termine/)).toBeVisible();
    await expect.element(field('Ende').first()).toHaveFocus();
  });

  it('that gets more places says who moves up', async () => {
    const { services, groupId } = await orientationGroup({ capacity: 1 });
    await enrolled(services, groupId, ['Amina', 'Bilal']);
    await open(services, `/courses/groups/${groupId}/edit`);
    await field('Plätze').fill('2');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/rückt von der Warteliste nach\.$/).first()).toBeVisible();
  });
});
