/**
 * Every screen as axe-core sees it by WCAG 2.2 A and AA, in light and dark, at full size and at 200 % zoom, where no
 * screen may scroll sideways. A screen that comes to the app is to come here as well.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import german from '#locales/de/app.json' with { type: 'json' };
import attendance from '#locales/de/attendance.json' with { type: 'json' };
import certificates from '#locales/de/certificates.json' with { type: 'json' };
import common from '#locales/de/common.json' with { type: 'json' };
import courses from '#locales/de/courses.json' with { type: 'json' };
import documents from '#locales/de/documents.json' with { type: 'json' };
import importing from '#locales/de/import.json' with { type: 'json' };
import lists from '#locales/de/lists.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import week from '#locales/de/week.json' with { type: 'json' };
import english from '#locales/en/app.json' with { type: 'json' };
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import { choose, enrolByEnter, listNumber, printedList } from './course-steps.ts';
import { test, type Wegmarke } from './fixture.ts';
import { atTheDesk, ScreenAudit } from './screen-audit.ts';
import { counted, follow, lock, openArea, press, setUp, type, unlock } from './steps.ts';

const answers = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'vier Laternen neben Moos',
};
const group = 'Deutsch A';
/** One place, at the same time with the same lead and room. */
const second = 'Deutsch B';
const roster = [
  'Nr;Familienname;Vorname;Originalschreibweise;Geburtsdatum;Zimmer',
  '1;Amiri;Zahra;زهرا امیری;29.11.1988;A 1',
  '2;Demir;Serhat;;1990;A 2',
  '3;Haile;Selam;ሰላም ሃይለ;;A 3',
  '4;Probe;Nina;;31.02.1990;A 4',
];

const openMenu = (page: Page): Promise<void> =>
  page.getByRole('button', { name: new RegExp(answers.administrator) }).click();

const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();

const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, address);

/** Waits for the pages of a document, which can then be printed. */
const sheetIsShown = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: documents.desk.print, exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  );

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** The four steps of the first set-up, with what is missing said at the fields. @returns the recovery code */
async function auditSetUp(page: Page, audit: ScreenAudit): Promise<string> {
  await page.getByLabel(setup.facility.name).waitFor();
  await press(page, setup.next);
  await audit.look(page, 'set-up 1, with errors');
  await page.getByLabel(setup.facility.name).fill(answers.facilityName);
  await page.getByLabel(setup.facility.place, { exact: true }).fill(answers.place);
  await press(page, setup.next);
  await page.getByLabel(setup.administrator.name).fill(answers.administrator);
  await page.getByLabel(common.passphrase.new).fill('Haus');
  await press(page, setup.next);
  await audit.look(page, 'set-up 2, with errors');
  await page.getByLabel(common.passphrase.new).fill(answers.passphrase);
  await page.getByLabel(common.passphrase.repeat).fill(answers.passphrase);
  await press(page, setup.next);
  const groups = page.getByRole('list', { name: setup.sheet.code }).getByRole('listitem');
  await groups.first().waitFor();
  await audit.look(page, 'set-up 3');
  const code = (await groups.allTextContents()).join('-');
  await press(page, setup.sheet.next);
  await page.getByLabel(common.recoveryCode.label).fill('0000');
  await press(page, setup.confirm.next);
  await audit.look(page, 'set-up 4, with an error');
  await page.getByLabel(common.recoveryCode.label).fill(code);
  await press(page, setup.confirm.next);
  await page.getByRole('navigation', { name: german.navigation.label }).waitFor();
  return code;
}

test('the audit finds pale text, a field without a name and what is too wide', async ({ wegmarke }) => {
  const { page } = wegmarke;
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  await page.getByLabel(setup.facility.name).waitFor();
  await page.evaluate(() => {
    const broken = document.createElement('div');
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    pale.style.color = 'light-dark(#ddd, #333)';
    broken.append(pale, document.createElement('input'));
    broken.style.width = '2000px';
    document.querySelector('main')?.append(broken);
  });
  await audit.look(page, 'broken');
  const found = audit.take().join('\n');
  for (const rule of ['light: color-contrast', 'light: label', 'dark: color-contrast', 'px, sideways'])
    expect(found).toContain(rule);
});

test('what stands before the open app: set-up, lock screen, recovery', async ({ wegmarke }) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  const code = await auditSetUp(page, audit);
  await audit.look(page, 'today, with nothing in it');
  await lock(page);
  await audit.look(page, 'lock screen');
  await page.getByLabel(setup.unlock.passphrase, { exact: true }).fill('falsch');
  await press(page, setup.unlock.button);
  await page.getByRole('timer').waitFor();
  await audit.look(page, 'lock screen, wrong passphrase');
  await press(page, setup.unlock.useCode);
  await page.getByLabel(common.recoveryCode.label).fill('0000');
  await press(page, setup.recover.check);
  await audit.look(page, 'recovery, wrong code');
  await page.getByLabel(common.recoveryCode.label).fill(code);
  await press(page, setup.recover.check);
  await heading(page, setup.recovered.title);
  await audit.look(page, 'recovered');
  audit.expectNothing(9);
});

/** The four steps of an import, with a row to be mended. */
async function auditImport(page: Page, audit: ScreenAudit, path: string): Promise<void> {
  await follow(page, people.list.import);
  await page.getByRole('button', { name: importing.choose.button }).waitFor();
  await audit.look(page, 'import: file');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: importing.mapping.continue }).waitFor();
  await audit.look(page, 'import: mapping');
  await press(page, importing.mapping.continue);
  await page.getByText(counted(importing.review.open_one, 1)).waitFor();
  await audit.look(page, 'import: review');
  await press(page, importing.review.skipOpen_one);
  await press(page, counted(importing.review.start_other, 3));
  await page.getByText(counted(importing.result.complete_other, 3)).waitFor();
  await audit.look(page, 'import: result');
}

async function auditPeople(page: Page, audit: ScreenAudit, path: string): Promise<void> {
  await openArea(page, 'people');
  await heading(page, people.list.title);
  await audit.look(page, 'people, with nothing in it');
  await auditImport(page, audit, path);
  await openArea(page, 'people');
  await page.getByRole('row').filter({ hasText: 'Amiri' }).waitFor();
  await audit.look(page, 'people');
  await follow(page, people.list.create);
  await press(page, people.new.save);
  await audit.look(page, 'new person, with errors');
  await openArea(page, 'people');
  await page.getByRole('row').filter({ hasText: 'Amiri' }).dblclick();
  await heading(page, 'Zahra Amiri');
  await audit.look(page, 'person');
  await press(page, people.person.edit);
  await page.getByRole('textbox', { name: people.field.given, exact: true }).waitFor();
  await audit.look(page, 'person, form');
}

/** The tab without one, the form refused and saved, and the tab with one. */
async function auditSubProjects(page: Page, audit: ScreenAudit): Promise<void> {
  await tab(page, courses.tabs['sub-projects']);
  await audit.look(page, 'Teilprojekte, with nothing in it');
  await follow(page, courses['sub-projects'].new);
  await press(page, courses.save);
  await audit.look(page, 'Teilprojekt, with errors');
  await type(page, courses.subProject.name, 'Ankommen');
  await choose(page, courses.offer.area, courses.areas.language);
  await press(page, courses.save);
  await page.getByRole('row').filter({ hasText: 'Ankommen' }).waitFor();
  await audit.look(page, 'Teilprojekte');
}

/** Partner, offer and group, each form empty, refused and saved, and the three tabs. */
async function auditCourses(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'courses');
  await heading(page, courses.title);
  await audit.look(page, 'courses, with nothing in it');
  await follow(page, courses.steps.partner);
  await press(page, courses.save);
  await audit.look(page, 'partner, with an error');
  await type(page, courses.partner.name, 'Bildungswerk Musterstadt');
  await press(page, courses.save);
  await page.getByRole('row').filter({ hasText: 'Bildungswerk' }).waitFor();
  await audit.look(page, 'partners');
  await tab(page, courses.tabs.offers);
  await audit.look(page, 'offers, with nothing in it');
  await auditSubProjects(page, audit);
  await tab(page, courses.tabs.offers);
  await follow(page, courses.steps.offer);
  await press(page, courses.save);
  await audit.look(page, 'offer, with errors');
  await type(page, courses.offer.title, 'Deutsch für den Alltag');
  await page.getByRole('combobox', { name: courses.offer.area, exact: true }).click();
  await audit.look(page, 'offer, a list open');
  await page.getByRole('option', { name: courses.areas.language, exact: true }).click();
  await choose(page, courses.offer.subProject, 'Ankommen');
  for (const [at, title] of ['Alltag', 'Gesundheit'].entries()) {
    await press(page, courses.modules.add);
    const row = page.getByRole('group', { name: courses.modules.row.replace('{{number}}', String(at + 1)) });
    await row.getByRole('textbox').first().fill(title);
    await row.getByRole('textbox', { name: courses.modules.ue, exact: true }).fill('25');
  }
  await page.getByRole('combobox', { name: courses.offer.partners, exact: true }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await audit.look(page, 'offer with modules');
  await press(page, courses.save);
  await follow(page, courses.steps.group);
  await page.getByRole('textbox', { name: courses.group.name, exact: true }).waitFor();
  await audit.look(page, 'new group');
  await type(page, courses.group.name, group);
  await page.getByRole('radio', { name: courses.timetable.single, exact: true }).check();
  await type(page, courses.group.lead, 'Mina Muster');
  await type(page, courses.group.room, 'R 1');
  const inEightWeeks = localDay(new Date(Date.now() + 56 * 86_400_000));
  await type(page, courses.group.endsOn, germanDate(inEightWeeks));
  await press(page, courses.save);
  await heading(page, group);
}

/** A group's page and what opens on it. */
async function auditGroup(page: Page, audit: ScreenAudit): Promise<void> {
  await audit.look(page, 'group, with nobody in it');
  await page.getByRole('combobox', { name: courses.enrolled.search, exact: true }).fill('ami');
  await page.getByRole('option').first().waitFor();
  await audit.look(page, 'group, found');
  await enrolByEnter(page, ['ami', 'dem', 'hai']);
  await press(page, courses.enrolled.fromList);
  await audit.look(page, 'group, choose people');
  await page.keyboard.press('Escape');
  await follow(page, courses.group.edit);
  await page.getByRole('textbox', { name: courses.group.name, exact: true }).waitFor();
  await audit.look(page, 'group, form');
  await press(page, courses.cancel);
  await press(page, courses.sessions.plan);
  await audit.look(page, 'group, plan a session');
  await press(page, courses.sessions.confirm);
  await page.getByRole('link', { name: courses.group.todaySession }).waitFor();
  await page.getByRole('textbox', { name: courses.sessions.date, exact: true }).press('Escape');
  await page.getByRole('grid').press('Space');
  await press(page, courses.end.button_one);
  await audit.look(page, 'group, end an enrolment');
  await page.keyboard.press('Escape');
  await audit.look(page, 'group');
  await openArea(page, 'courses');
  await page.getByRole('row').filter({ hasText: group }).waitFor();
  await audit.look(page, 'groups');
  await tab(page, courses.tabs.offers);
  await audit.look(page, 'offers');
}

/** A group with a timetable in its form, then with single sessions: one place, one who waits, everything twice. */
async function auditSecondGroup(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'courses');
  await follow(page, courses.groups.new);
  await type(page, courses.group.name, second);
  await type(page, courses.group.lead, 'Mina Muster');
  // The group's; the same word stands at the times.
  await page.getByRole('textbox', { name: courses.group.room, exact: true }).first().fill('R 1');
  await type(page, courses.group.capacity, '1');
  const times = page.getByRole('group', { name: courses.timetable.row.replace('{{number}}', '1') });
  await times.getByRole('button', { name: courses.timetable.workdays }).click();
  await times.getByRole('textbox', { name: courses.sessions.startsAt, exact: true }).fill('9:00');
  await times.getByRole('textbox', { name: courses.sessions.endsAt, exact: true }).fill('13:00');
  await times.getByRole('button', { name: courses.breaks.add }).click();
  await press(page, courses.save);
  await audit.look(page, 'group, timetable with errors');
  await times.getByRole('button', { name: courses.breaks.remove }).click();
  await page.getByRole('button', { name: /Ende auf/ }).click();
  await page.getByText(/\d+ Termine, \d+ UE/).waitFor();
  await audit.look(page, 'group, timetable with its preview');
  await page.getByRole('radio', { name: courses.timetable.single, exact: true }).check();
  await press(page, courses.save);
  await heading(page, second);
  await press(page, courses.sessions.plan);
  await press(page, courses.sessions.confirm);
  await page.getByRole('link', { name: courses.group.todaySession }).waitFor();
  await page.getByRole('textbox', { name: courses.sessions.date, exact: true }).press('Escape');
  const field = page.getByRole('combobox', { name: courses.enrolled.search, exact: true });
  for (const [text, name] of [
    ['ami', 'Amiri'],
    ['dem', 'Demir'],
  ] as const) {
    await field.fill(text);
    await page.getByRole('option').first().waitFor();
    await field.press('Enter');
    await page.getByRole('row').or(page.getByRole('listitem')).filter({ hasText: name }).first().waitFor();
  }
  await page.getByRole('region', { name: counted(courses.enrolled.waitingTitle_one, 1) }).waitFor();
  await audit.look(page, 'group, waiting list');
}

/** The week in both arrangements, with what clashes. */
async function auditWeek(page: Page, audit: ScreenAudit): Promise<void> {
  await goTo(page, '/courses/week');
  await page.getByRole('heading', { name: week.clashes.title }).waitFor();
  await audit.look(page, 'week by room, with clashes');
  await press(page, week.by.lead);
  await audit.look(page, 'week by lead, with clashes');
}

/** The day and the roll call, with the minutes of someone who is late. */
async function auditSession(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'today');
  await heading(page, new RegExp(german.navigation.today));
  const session = page.getByRole('main').getByRole('link', { name: new RegExp(group) });
  await session.waitFor();
  await audit.look(page, 'today');
  await session.click();
  await auditSessionPlan(page, audit);
  await page.locator('[data-person]').first().focus();
  await page.keyboard.press('2');
  await page.getByRole('textbox', { name: attendance.minutes.labelFor.late }).fill('0');
  await page.keyboard.press('Enter');
  await audit.look(page, 'roll call, minutes with an error');
  await page.keyboard.press('Escape');
  await page.keyboard.press('5');
  await page.keyboard.press('4');
  await page.keyboard.press('1');
  await page.locator('[data-saving=saved]').nth(2).waitFor();
  await audit.look(page, 'roll call');
  await press(page, attendance.single.on);
  await audit.look(page, 'roll call, one by one');
  await press(page, attendance.single.off);
  await press(page, attendance.walkIns.title);
  const name = page.getByRole('combobox', { name: attendance.walkIns.field, exact: true });
  await name.fill('Unbekannt');
  await page.getByRole('option').first().waitFor();
  await audit.look(page, 'walk-in, found nobody');
  await name.press('Enter');
  await page.getByRole('list', { name: attendance.walkIns.list }).waitFor();
  await audit.look(page, 'walk-ins');
}

/** What can be done with a session's plan. */
async function auditSessionPlan(page: Page, audit: ScreenAudit): Promise<void> {
  await press(page, attendance.move.action);
  await page.getByText(attendance.clash.title).waitFor();
  await press(page, attendance.move.confirm);
  await audit.look(page, 'move a session, with errors');
  await page.keyboard.press('Escape');
  await press(page, attendance.assign.action);
  await audit.look(page, 'assign lead and module');
  await page.keyboard.press('Escape');
  await press(page, attendance.cancel.action);
  await press(page, attendance.cancel.confirm);
  await audit.look(page, 'cancel a session, with an error');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The session's list printed and entered from paper, and a closed list with the question why it is changed. */
async function auditPaperAndClosing(wegmarke: Wegmarke, audit: ScreenAudit): Promise<void> {
  const { page } = wegmarke;
  const session = await page.evaluate(() => location.hash.slice(1));
  await follow(page, lists.links.session);
  await sheetIsShown(page);
  await audit.look(page, 'signature list');
  const number = listNumber(await printedList(wegmarke));
  await goTo(page, `/lists/${number.replaceAll(' ', '')}`);
  await page.locator('[data-page]').waitFor();
  await audit.look(page, 'list from paper');
  await goTo(page, session);
  await press(page, attendance.close.action);
  await page.locator('[data-closed]').waitFor();
  await audit.look(page, 'closed list');
  await page.locator('[data-person]').first().focus();
  await page.keyboard.press('1');
  await page.getByRole('dialog').waitFor();
  await press(page, attendance.correct.confirm);
  await audit.look(page, 'closed list, reason with an error');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The other lists on paper. */
async function auditPrints(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'courses');
  await page.getByRole('row').filter({ hasText: group }).dblclick();
  await heading(page, group);
  const id = await page.evaluate(() => location.hash.split('/').at(-1));
  for (const address of ['signature-lists', `roster?group=${id}`, 'week', 'day', 'blank']) {
    await goTo(page, `/print/${address}`);
    await sheetIsShown(page);
    await audit.look(page, `print: ${address}`);
  }
}

/** The UE account with its modules and sessions, and the departure. */
async function auditAccount(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'people');
  await page.getByRole('row').filter({ hasText: 'Demir' }).dblclick();
  await heading(page, 'Serhat Demir');
  await press(page, people.account.showOf.replace('{{group}}', group));
  await page.getByRole('table', { name: people.account.byModule }).waitFor();
  await audit.look(page, 'person, account');
  await press(page, people.departure.action);
  await type(page, people.departure.day, '');
  await page.getByRole('dialog').getByRole('button', { name: people.departure.confirm, exact: true }).click();
  await audit.look(page, 'departure, with an error');
  await page.keyboard.press('Escape');
}

async function auditCertificates(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'certificates');
  await page.getByRole('row').filter({ hasText: group }).waitFor();
  await audit.look(page, 'certificates: groups');
  await page.getByRole('row').filter({ hasText: group }).dblclick();
  await page.getByText(counted(certificates.due.selected_one, 1)).waitFor();
  await audit.look(page, 'certificates: due');
  await press(page, certificates.due.check);
  await expect(page.getByRole('button', { name: certificates.check.issue_one, exact: true })).toBeEnabled();
  await audit.look(page, 'certificates: check');
  await press(page, certificates.check.issue_one);
  await sheetIsShown(page);
  await audit.look(page, 'certificates: issued');
  await openArea(page, 'certificates');
  await tab(page, certificates.tabs.register);
  const row = page.getByRole('row').filter({ hasText: 'Selam' });
  await row.waitFor();
  await audit.look(page, 'register');
  await row.dblclick();
  await sheetIsShown(page);
  await audit.look(page, 'certificate');
}

/** What lies over every screen. */
async function auditOverlays(page: Page, audit: ScreenAudit): Promise<void> {
  await openArea(page, 'today');
  await page.keyboard.press('Control+K');
  await audit.look(page, 'search, commands');
  await page.getByPlaceholder(german.search.placeholder).fill('a');
  await page.getByRole('option').first().waitFor();
  await audit.look(page, 'search, found');
  await page.getByPlaceholder(german.search.placeholder).fill('qqqq');
  await audit.look(page, 'search, nothing found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await audit.look(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: new RegExp(german.state.saved) }).click();
  await audit.look(page, 'state');
  await page.keyboard.press('Escape');
  await openMenu(page);
  await audit.look(page, 'user menu');
  await page.keyboard.press('Escape');
}

/** The main screens once more, with English texts and their lengths. Leaves German on. */
async function auditEnglish(page: Page, audit: ScreenAudit): Promise<void> {
  const speak = async (language: string): Promise<void> => {
    await openMenu(page);
    await page.getByRole('menuitemradio', { name: language, exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  await speak('English');
  await page.getByRole('navigation', { name: english.navigation.label }).waitFor();
  const stops = [
    ['today', 'Alt+1', page.getByRole('main').getByRole('link', { name: new RegExp(group) }), 'roll call'],
    ['people', 'Alt+3', page.getByRole('row').filter({ hasText: 'Amiri' }), 'person'],
    ['courses', 'Alt+4', page.getByRole('row').filter({ hasText: group }), 'group'],
    ['certificates', 'Alt+5', page.getByRole('row').filter({ hasText: group }), 'due'],
  ] as const;
  for (const [list, keys, entry, inside] of stops) {
    await page.keyboard.press(keys);
    await entry.waitFor();
    await audit.look(page, `${list}, English`);
    await entry.dblclick();
    await entry.waitFor({ state: 'detached' });
    await audit.look(page, `${inside}, English`);
  }
  await speak('Deutsch');
}

/** The theme's grounds, #F7F6F2 and #14191B. */
const ground = { light: 'rgb(247, 246, 242)', dark: 'rgb(20, 25, 27)' } as const;

const groundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Chooses dark in the user menu while the system says light. Leaves it on. */
async function chooseDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => groundOf(page)).toBe(ground.light);
  await openMenu(page);
  await page.getByRole('menuitemradio', { name: german.menu.mode.dark, exact: true }).click();
  await expect.poll(() => groundOf(page)).toBe(ground.dark);
  await page.keyboard.press('Escape');
}

test('every screen of the open app, in light and dark', async ({ wegmarke }, testInfo) => {
  test.setTimeout(420_000);
  const { page } = wegmarke;
  const audit = new ScreenAudit(['light', 'dark']);
  const folder = testInfo.outputPath('files');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'roster.csv'), `\uFEFF${roster.join('\r\n')}\r\n`);
  await atTheDesk(page);
  await setUp(page, answers);
  await auditPeople(page, audit, join(folder, 'roster.csv'));
  await auditCourses(page, audit);
  await auditGroup(page, audit);
  await auditSecondGroup(page, audit);
  await auditWeek(page, audit);
  await auditSession(page, audit);
  await auditPaperAndClosing(wegmarke, audit);
  await auditPrints(page, audit);
  await auditAccount(page, audit);
  await auditCertificates(page, audit);
  await auditOverlays(page, audit);
  const inEnglish = new ScreenAudit(['light']);
  await auditEnglish(page, inEnglish);
  inEnglish.expectNothing(8);
  await chooseDark(page);
  await lock(page);
  await unlock(page, answers.passphrase);
  const chosenDark = new ScreenAudit(['light'], 'dark');
  await chosenDark.look(page, 'today, dark by the menu');
  chosenDark.expectNothing(1);
  audit.expectNothing(66);
});
