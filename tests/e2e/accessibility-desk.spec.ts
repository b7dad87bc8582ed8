/**
 * The desk's screens over a made-up facility as axe-core sees them by WCAG 2.2 A and AA, in light and dark, at full size
 * and at 200 % zoom. Other screens are audited in accessibility.spec.ts; the kiosk's in tests/browser/kiosk, in every
 * language.
 */
import { expect, type Page } from 'playwright/test';
import desk from '#locales/de/desk.json' with { type: 'json' };
import english from '#locales/en/app.json' with { type: 'json' };
import { buildFolder, buildIfStale } from '#scripts/build.ts';
import { madeUpSetup } from '#scripts/lab.ts';
import { test } from './fixture.ts';
import { atTheDesk, ScreenAudit } from './screen-audit.ts';
import { setUp } from './steps.ts';

test.use({ appPath: buildFolder('lab') });
test.beforeAll(() => {
  test.setTimeout(180_000);
  expect(buildIfStale('lab')).toBe(true);
});

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Pages that are looked at as they open. */
const pages = [
  '#/people/duplicates',
  '#/attendance/walk-ins',
  '#/badges',
  '#/kiosk',
  '#/reports/day',
  '#/reports/day?form=names',
] as const;

/** What a person at the desk comes by: a search, a guest, a code that is none. */
async function auditDesk(page: Page, audit: ScreenAudit): Promise<void> {
  await goTo(page, '#/check-in');
  const field = page.getByRole('combobox', { name: desk.field.label });
  await expect(field).toBeFocused();
  await audit.look(page, 'desk');
  await page.keyboard.type('ah', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await audit.look(page, 'desk, somebody found');
  await page.keyboard.press('Enter');
  await audit.look(page, 'desk, checked in');
  await page.keyboard.type('Gast Niemand', { delay: 60 });
  await page.keyboard.press('Enter');
  await audit.look(page, 'desk, a guest');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.type('1234567890123456');
  await page.keyboard.press('Enter');
  await audit.look(page, 'desk, a code that is none');
}

test('the screens of the desk, in light and dark', async ({ wegmarke }) => {
  test.setTimeout(300_000);
  const { page } = wegmarke;
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  // Before the app is open: a clock that jumps ahead afterwards is an absence, and locks.
  await page.clock.setFixedTime(new Date(new Date().setHours(9, 20, 0, 0)));
  await setUp(page, madeUpSetup);
  await page.evaluate(() => window.wegmarkeLab.fillDemo());
  await auditDesk(page, audit);
  for (const address of pages) {
    await goTo(page, address);
    await audit.look(page, address);
  }
  audit.expectNothing(5 + pages.length);
  const inEnglish = new ScreenAudit(['light']);
  await page.getByRole('button', { name: new RegExp(madeUpSetup.administrator) }).click();
  await page.getByRole('menuitemradio', { name: 'English', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: english.navigation.label }).waitFor();
  for (const address of ['#/check-in', ...pages]) {
    await goTo(page, address);
    await inEnglish.look(page, `${address}, English`);
  }
  inEnglish.expectNothing(1 + pages.length);
});
