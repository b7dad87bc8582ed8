/**
 * A course as it is really run: an orientation course of 300 UE planned by one form, three weeks of attendance with
 * every status, a waiting list, moved and cancelled sessions, a printed list entered from paper, and a ledger that
 * equals what is added up by hand here. The window's clock stands at Monday, 21 December 2026.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import lists from '#locales/de/lists.json' with { type: 'json' };
import { choose as chooseOption, listNumber, makeSubProject, printedList } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { counted, follow, importRoster, openArea, press, setUp, type } from './steps.ts';

/** In the order of lists. The last four find no place. */
const families = [
  ...[
    'Abadi',
    'Bakr',
    'Celik',
    'Demir',
    'Elmi',
    'Farah',
    'Ghani',
    'Haile',
    'Idris',
    'Jaber',
    'Karimi',
    'Latif',
  ],
  ...[
    'Mansur',
    'Nazari',
    'Omar',
    'Popal',
    'Qader',
    'Rahimi',
    'Said',
    'Tesfay',
    'Umarov',
    'Vural',
    'Wali',
    'Yilmaz',
  ],
];
const modules = ['Alltag', 'Geld', 'Gesundheit', 'Wohnen', 'Arbeit', 'Verkehr'];
const group = 'Orientierung A';

test.setTimeout(240_000);

test('an orientation course, from one form to the ledger', async ({ wegmarke }) => {
  const { page } = wegmarke;
  await page.clock.setFixedTime(new Date(2026, 11, 21, 8, 0));
  await page.setViewportSize({ width: 1366, height: 1500 });
  await setUp(page, {
    facilityName: 'ZUE Musterstadt',
    place: 'Musterstadt',
    administrator: 'Kim Beispiel',
    passphrase: 'sieben Wegweiser am Kanal',
  });
  const roster = join(wegmarke.dataDir, 'liste.csv');
  writeFileSync(roster, ['Familienname;Vorname', ...families.map((name) => `${name};Sam`)].join('\n'));
  await importRoster(page, roster, families.length);
  await planCourse(page);
  await enrolAll(page);
  await moveAndCancel(page);
  await recordThreeWeeks(page);
  await endIdris(page);
  const number = await printToday(wegmarke);
  await enterFromPaper(page, number);
  await checkLedger(page);
});

/** One form for the offer with its modules, one for the group with its timetable. */
async function planCourse(page: Page): Promise<void> {
  await openArea(page, 'courses');
  await follow(page, courses.steps.offer);
  await type(page, courses.offer.title, 'Erstorientierungskurs');
  await chooseOption(page, courses.offer.area, courses.areas.language);
  await makeSubProject(page, 'Ankommen');
  for (const [at, title] of modules.entries()) {
    await press(page, courses.modules.add);
    const row = page.getByRole('group', { name: courses.modules.row.replace('{{number}}', String(at + 1)) });
    await row.getByRole('textbox').first().fill(title);
    await row.getByRole('textbox', { name: courses.modules.ue, exact: true }).fill('50');
  }
  await type(page, courses.offer.capacity, '20');
  await press(page, courses.save);
  await follow(page, courses.steps.group);
  await type(page, courses.group.name, group);
  // The period's first; the same word stands at the times.
  await page.getByRole('textbox', { name: courses.group.startsOn, exact: true }).first().fill('30.11.2026');
  const times = page.getByRole('group', { name: courses.timetable.row.replace('{{number}}', '1') });
  await times.getByRole('button', { name: courses.timetable.workdays }).click();
  await times.getByRole('textbox', { name: courses.sessions.startsAt, exact: true }).fill('9:00');
  await times.getByRole('textbox', { name: courses.sessions.endsAt, exact: true }).fill('13:00');
  await times.getByRole('button', { name: courses.breaks.add }).click();
  await times.getByRole('textbox', { name: courses.breaks.from, exact: true }).fill('10:30');
  await times.getByRole('textbox', { name: courses.breaks.to, exact: true }).fill('10:45');
  // 25 UE a week; 25 December and 1 January are holidays: 60 days from 30 November end on 23 February.
  await press(page, courses.plan.takeEnd.replace('{{date}}', '23.02.2027'));
  await expect(page.getByText('60 Termine, 300 UE')).toBeVisible();
  await expect(page.getByText(/1\. Weihnachtstag/)).toBeVisible();
  await press(page, courses.save);
  await expect(page.getByRole('heading', { level: 1, name: group })).toBeVisible();
}

/** All at once from the list: twenty get a place, four wait. */
async function enrolAll(page: Page): Promise<void> {
  await fillFrom(page, '30.11.2026');
  await press(page, courses.enrolled.fromList);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: common.table.selectAll }).check();
  await dialog.getByRole('button', { name: counted(courses.choose.confirm_other, families.length) }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('20 von 20 Plätzen belegt').first()).toBeVisible();
  const waiting = page.getByRole('region', { name: counted(courses.enrolled.waitingTitle_other, 4) });
  await expect(waiting.getByRole('listitem')).toHaveCount(4);
  await expect(waiting.getByRole('listitem').first()).toContainText('Umarov');
}

const fillFrom = (page: Page, day: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Ab', exact: true }).fill(day);

const openGroup = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    location.hash = '#/courses';
  });
  await page.getByRole('row').filter({ hasText: group }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: group })).toBeVisible();
};

const openSession = async (page: Page, day: string): Promise<void> => {
  await openGroup(page);
  await page.getByRole('link', { name: new RegExp(day.replaceAll('.', '\\.')) }).click();
  await expect(page.locator('[data-counts]')).toBeVisible();
};

/** Thursday, 3 December is called off; Tuesday, 8 December becomes Saturday, the 12th. */
async function moveAndCancel(page: Page): Promise<void> {
  await openSession(page, '03.12.2026');
  await press(page, attendance.cancel.action);
  await type(page, attendance.reason.label, 'Feueralarm');
  await press(page, attendance.cancel.confirm);
  await expect(page.locator('[data-cancelled]')).toContainText('Feueralarm');
  await openSession(page, '08.12.2026');
  await press(page, attendance.move.action);
  await type(page, attendance.move.date, '12.12.2026');
  await type(page, attendance.reason.label, 'Betriebsversammlung');
  await press(page, attendance.move.confirm);
  await expect(page.locator('[data-moved]')).toContainText('Di 08.12.');
}

const rowOf = (page: Page, name: string): Locator => page.locator('[data-person]').filter({ hasText: name });

/** Marks single people, then everybody else as present with one key. */
async function record(
  page: Page,
  day: string,
  marks: Readonly<Record<string, readonly string[]>> = {},
  cleared?: string,
): Promise<void> {
  await openSession(page, day);
  for (const [name, keys] of Object.entries(marks)) {
    await rowOf(page, name).focus();
    for (const key of keys) await page.keyboard.press(key);
  }
  await rowOf(page, 'Abadi').focus();
  await page.keyboard.press('Shift+A');
  await expect(page.getByText(attendance.allRecorded)).toBeVisible();
  if (cleared !== undefined) {
    await rowOf(page, cleared).focus();
    await page.keyboard.press('0');
  }
  await expect(page.locator('[data-saving=pending]')).toHaveCount(0);
  await expect(page.locator('[data-saving=failed]')).toHaveCount(0);
}

async function recordThreeWeeks(page: Page): Promise<void> {
  await record(page, '30.11.2026', { Bakr: ['2', '1', '6', 'Enter'] });
  await record(page, '01.12.2026', { Celik: ['3', '2', '0', 'Enter'] });
  await record(page, '02.12.2026', { Demir: ['2', '1', '5', 'Enter'] });
  for (const day of ['04.12.2026', '07.12.2026', '09.12.2026', '10.12.2026', '11.12.2026', '12.12.2026'])
    await record(page, day);
  await record(page, '14.12.2026', { Elmi: ['4'] });
  await record(page, '15.12.2026', { Elmi: ['4'] });
  await record(page, '16.12.2026', { Farah: ['5'] });
  await record(page, '17.12.2026', {}, 'Ghani');
  await record(page, '18.12.2026', { Haile: ['2', '1', '6', 'Enter', 'ArrowUp', '3', '1', '6', 'Enter'] });
}

/** Idris left on Friday, 11 December: Umarov, who waits longest, has the place from today on. */
async function endIdris(page: Page): Promise<void> {
  await openGroup(page);
  await page.getByRole('row').filter({ hasText: 'Idris' }).getByRole('gridcell').first().click();
  await press(page, courses.end.button_one);
  await type(page, courses.end.endedOn, '11.12.2026');
  await press(page, courses.end.confirm);
  await expect(page.getByText(/Umarov.*rückt von der Warteliste nach/).first()).toBeVisible();
  await expect(page.getByText('20 von 20 Plätzen belegt').first()).toBeVisible();
}

/** Prints today's signature list. @returns the number that stands on it */
async function printToday(wegmarke: Wegmarke): Promise<string> {
  const { page } = wegmarke;
  await openSession(page, '21.12.2026');
  await follow(page, lists.links.session);
  const text = await printedList(wegmarke);
  expect((await wegmarke.printJobs()).map(({ landscape }) => landscape)).toEqual([true]);
  const [first = '', second = ''] = text.split('\f');
  expect(first).toContain('Qader');
  expect(second).toContain('Umarov');
  expect(text).not.toContain('Idris');
  return listNumber(first);
}

/** The first page: sixteen lines, one key each; Karimi's is struck through. */
async function enterFromPaper(page: Page, number: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder(app.search.placeholder).fill(number);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-page]')).toContainText('Seite 1 von 2');
  await expect(page.locator('[data-person]')).toHaveCount(16);
  await rowOf(page, 'Abadi').focus();
  for (const name of families.filter((one) => one !== 'Idris').slice(0, 16)) {
    await expect(rowOf(page, name)).toBeFocused();
    await page.keyboard.press(name === 'Karimi' ? '5' : '1');
  }
  await expect(page.locator('[data-saving=saved]')).toHaveCount(16);
}

/** UE by hand: 14 sessions of five until Friday are 70, with today's 75. */
const ledger: Readonly<Record<string, readonly string[]>> = {
  Abadi: ['75 von 75', '100 %'],
  // 16 minutes late: the first unit is lost. Twenty minutes early: the last one. 15 minutes late: nothing.
  Bakr: ['74 von 75', '98 %'],
  Celik: ['74 von 75'],
  Demir: ['75 von 75'],
  Elmi: ['65 von 75', '10 UE'],
  Farah: ['70 von 75', '93 %'],
  Ghani: ['70 von 75', '5 UE'],
  // 16 minutes late and 16 minutes early: the first and the last unit.
  Haile: ['73 von 75'],
  // Until 11 December eight sessions took place: the 3rd was called off, the 8th became the 12th.
  Idris: ['40 von 40', '100 %'],
  Karimi: ['70 von 75'],
  // On the page that was not entered.
  Rahimi: ['70 von 75', '5 UE'],
  Umarov: ['0 von 5', '5 UE'],
};

async function checkLedger(page: Page): Promise<void> {
  await openGroup(page);
  for (const [name, texts] of Object.entries(ledger)) {
    const row = page.getByRole('row').filter({ hasText: `${name}, Sam` });
    for (const text of texts) await expect(row, name).toContainText(text);
  }
  // The first module has the ten planned days until the 11th: one was called off, the moved one stays in it.
  await page.getByRole('row').filter({ hasText: 'Elmi, Sam' }).dblclick();
  await press(page, `Module und Termine anzeigen: ${group}`);
  const table = page.getByRole('table', { name: 'Nach Modulen' });
  await expect(table.getByRole('row').filter({ hasText: 'Alltag' })).toContainText('45 von 45');
  await expect(table.getByRole('row').filter({ hasText: 'Geld' })).toContainText('20 von 30');
}
