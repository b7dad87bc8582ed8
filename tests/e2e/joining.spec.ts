/** A whole app joins the site of another over a real server, by file, code and digits, and gets its data. */
import { join } from 'node:path';
import { expect } from 'playwright/test';
import app from '#locales/de/app.json' with { type: 'json' };
import joining from '#locales/de/joining.json' with { type: 'json' };
import setup from '#locales/de/setup.json' with { type: 'json' };
import workstations from '#locales/de/workstations.json' with { type: 'json' };
import { madeUpSetup } from '#scripts/lab.ts';
import { openArea, press } from './steps.ts';
import { test } from './sync-fixture.ts';

test.use({ pcCount: 2 });

/** Argon2id and a server that is asked every two seconds. */
const slow = { timeout: 60_000 } as const;

test('a PC joins by file, code and digits, signs in and has the data', async ({ site }) => {
  test.setTimeout(300_000);
  const [one, two] = [site.pc(1), site.pc(2)];
  await site.setUpFirst();
  await one.page.evaluate(() => window.wegmarkeLab.fillDemo());
  await site.connect(one);
  await one.says('in-step', 60_000);

  await openArea(one.page, 'administration');
  await one.page.getByRole('link', { name: app.administration.workstations }).click();
  await press(one.page, workstations.enter.action);
  await one.page.getByLabel(workstations.name.label).fill('PC 1, Büro');
  await press(one.page, workstations.enter.confirm);
  await press(one.page, workstations.invite.action);
  await press(one.page, workstations.invite.make);
  const groups = one.page.getByRole('list', { name: workstations.invite.code }).getByRole('listitem');
  await expect(groups).toHaveCount(4, slow);
  const code = (await groups.allTextContents()).join(' ');
  const file = join(one.dataDir, 'Beitritt.json');
  await one.answerSaveDialog(file);
  await press(one.page, workstations.invite.save);
  await expect(one.page.getByText(workstations.invite.saved)).toBeVisible();
  await press(one.page, workstations.invite.done);

  await two.start();
  await press(two.page, joining.enter.button);
  await two.page.locator('input[type=file]').setInputFiles(file);
  await two.page.getByLabel(joining.code, { exact: true }).fill(code.toLowerCase());
  await two.page.getByLabel(joining.name).fill('PC 2, Empfang');
  await press(two.page, joining.next);
  const key = two.page.getByRole('status', { name: joining.wait.key });
  await expect(key).toHaveText(/^U[A-Z2-7]{55}$/, slow);
  await expect(two.page.getByText(joining.state.refused)).toBeVisible(slow);
  site.server.kit('add-workstation', 'muenster', two.name, (await key.textContent()) ?? '');
  await site.server.reload();

  // Where a key was refused, the next attempt comes after a minute.
  const theirs = two.page.getByRole('list', { name: joining.wait.digits }).getByRole('listitem');
  await expect(theirs).toHaveCount(5, { timeout: 90_000 });
  const ours = one.page
    .getByRole('list', { name: workstations.asking.digitsOf.replace('{{name}}', 'PC 2, Empfang') })
    .getByRole('listitem');
  await expect(ours).toHaveCount(5, slow);
  expect(await ours.allTextContents()).toEqual(await theirs.allTextContents());
  await press(one.page, workstations.approve.actionOf.replace('{{name}}', 'PC 2, Empfang'));
  await press(one.page, workstations.approve.confirm);

  await expect(two.page.getByRole('button', { name: setup.unlock.button, exact: true })).toBeVisible(slow);
  await two.page.getByLabel(setup.unlock.passphrase, { exact: true }).fill(madeUpSetup.passphrase);
  await press(two.page, setup.unlock.button);
  await two.page.waitForFunction(() => window.wegmarkeLab.isOpen(), undefined, slow);
  await site.agrees(site.pcs);
});
