/** A disk that fills up: the error is seen at once, what was typed stays, and nothing that was saved is lost. */
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import failures from '#locales/de/failures.json' with { type: 'json' };
import people from '#locales/de/people.json' with { type: 'json' };
import { type SmallDisk, smallDisk } from './small-disk.ts';
import { startApp } from './start-app.ts';
import { createPerson, follow, openArea, press, setUp, type, unlock } from './steps.ts';

const administrator = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
};
/** Below 500 MB nothing more is written. */
const tooLittle = 300_000_000;
/** So long a person may wait for the error. */
const patience = { timeout: 5_000 };

const start = ({ folder }: SmallDisk) =>
  startApp({
    app: join(import.meta.dirname, '../..'),
    args: [`--data-dir=${join(folder, 'data')}`],
    env: {},
  });

const create = (page: Page, given: string): Promise<void> =>
  createPerson(page, { given, family: 'Probe', spelling: given, note: 'Notiz', purpose: 'Test' });

test('a full disk is said within five seconds; what was typed can be saved once there is room, nothing is lost', async () => {
  test.setTimeout(120_000);
  const disk = await smallDisk(1_000);
  let running = await start(disk);
  try {
    const { page } = running;
    page.setDefaultTimeout(15_000);
    await setUp(page, administrator);
    await create(page, 'Amina');

    await openArea(page, 'people');
    await follow(page, people.list.create);
    await type(page, people.field.given, 'Navid');
    for (const free of [tooLittle, 0]) {
      disk.fillUpTo(free);
      await press(page, people.new.save);
      await expect(page.getByText(failures.disk.full).first()).toBeVisible(patience);
      await expect(page.getByRole('button', { name: app.state.failed })).toBeVisible(patience);
      await expect(page.getByRole('textbox', { name: people.field.given, exact: true })).toHaveValue('Navid');
    }
    await disk.free();
    await press(page, people.new.save);
    await expect(page.getByRole('heading', { level: 1, name: 'Navid' })).toBeVisible();
    await expect(page.getByRole('button', { name: app.state.saved })).toBeVisible();
    disk.fillUpTo(0);
    await running.kill();

    // Without any room Chromium itself does not start. With a little, nothing can be written, and everything is there.
    await disk.free();
    disk.fillUpTo(tooLittle);
    running = await start(disk);
    const again = running.page;
    again.setDefaultTimeout(15_000);
    await unlock(again, administrator.passphrase);
    await openArea(again, 'people');
    for (const name of ['Amina', 'Navid'])
      await expect(again.getByRole('row').filter({ hasText: name })).toBeVisible();
    await disk.free();
    await create(again, 'Zahra');
  } finally {
    await running.kill();
    await disk.remove();
  }
});
