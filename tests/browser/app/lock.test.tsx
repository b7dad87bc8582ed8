import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { heading, passphrase, setUp, slow, unlockWith } from './set-up.tsx';
import { Computer } from './started-app.tsx';

let computer: Computer;

beforeEach(async () => {
  await page.viewport(1366, 768);
  computer = new Computer();
  await computer.start();
});
afterEach(() => computer.remove());

const today = page.getByRole('heading', { level: 1, name: /^Heute/ });
const lockScreen = heading('ZUE Münster');

it('locks by key, loads the window anew, counts wrong passphrases down and opens again', async () => {
  await setUp();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(lockScreen).toBeVisible();
  expect(computer.reloads).toBe(1);
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  await unlockWith('falsch');
  await expect.element(page.getByText(/^Die Passphrase stimmt nicht/), slow).toBeVisible();
  await expect.element(page.getByRole('timer')).toBeVisible();
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).toHaveFocus();
  expect(await violations()).toEqual([]);
  await expect.element(page.getByRole('timer'), slow).not.toBeInTheDocument();
  await unlockWith(passphrase);
  await expect.element(today, slow).toBeVisible();
});

it('locks in the middle of opening, and drops what is typed on the lock screen', async () => {
  await setUp();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(lockScreen).toBeVisible();
  const { boot } = computer;
  const phases: (string | undefined)[] = [];
  boot?.subscribe(() => {
    phases.push(boot.current().phase);
    if (phases.length === 1) void boot.lock();
  });
  await unlockWith(passphrase);
  await expect.poll(() => computer.reloads, slow).toBe(2);
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).toHaveValue('');
  expect(phases).toEqual(['opening', 'starting']);
  await page.getByLabelText('Passphrase', { exact: true }).fill('halb get');
  await computer.boot?.lock();
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).toHaveValue('');
  expect(computer.reloads).toBe(3);
});

it('says so when the passphrase can not be stretched', async () => {
  await setUp();
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(lockScreen).toBeVisible();
  computer.host.loadSiteSecret = () => Promise.reject(new Error('broken'));
  await unlockWith(passphrase);
  await expect.element(page.getByText(/^Das hat nicht geklappt/), slow).toBeVisible();
});

it('rebuilds a deleted database from the journal and says so', async () => {
  await setUp();
  await computer.stop();
  computer.database = `test-${crypto.randomUUID()}`;
  await computer.start();
  await unlockWith(passphrase);
  await expect
    .element(page.getByText(/^Die Datenbank wurde aus dem Protokoll wiederhergestellt/), slow)
    .toBeVisible();
  await page.getByRole('button', { name: 'Hinweis schließen' }).click();
  await expect.element(page.getByText(/^Die Datenbank wurde/)).not.toBeInTheDocument();
});

it('needs the recovery code once where the computer does not hold the site secret', async () => {
  const code = await setUp();
  await computer.stop();
  computer.host.siteSecret = null;
  await computer.start();
  await expect.element(heading('Wiederherstellung')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill('0000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/enthält einen Tippfehler/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(code);
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Der Code stimmt'), slow).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Diesen Computer freischalten' }).click();
  await expect.element(lockScreen).toBeVisible();
  await unlockWith(passphrase);
  await expect.element(today, slow).toBeVisible();
});

it('gives an administrator a new passphrase with the code', async () => {
  const code = await setUp();
  await userEvent.keyboard('{Control>}l{/Control}');
  await page.getByRole('button', { name: 'Wiederherstellungscode verwenden' }).click();
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(code);
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Der Code stimmt'), slow).toBeVisible();
  const next = 'drei Kraniche am Aasee';
  await page.getByLabelText('Neue Passphrase').fill(next);
  await page.getByLabelText('Passphrase wiederholen').fill(next);
  await page.getByRole('button', { name: 'Passphrase setzen und entsperren' }).click();
  await expect.element(today, slow).toBeVisible();
  await userEvent.keyboard('{Control>}l{/Control}');
  await unlockWith(next);
  await expect.element(today, slow).toBeVisible();
});

it('stops at a folder that may not be used', async () => {
  await computer.start({ dataFolderProblem: 'network' });
  await expect.element(heading('Der Datenordner kann nicht benutzt werden')).toBeVisible();
  await expect.element(page.getByText(/^Er liegt auf einem Netzlaufwerk/)).toBeVisible();
});

it('makes a failed write unmissable, and the chip honest again after the next one', async () => {
  await setUp();
  const { commands } = computer.services();
  computer.journal.fail = { code: 'disk.full', keeps: false };
  const facility = { name: 'ZUE Münster', place: 'Münster', programme: null };
  await commands.execute('facility.save', facility);
  await expect.element(page.getByRole('alert')).toHaveTextContent(/kein Platz mehr/);
  await expect.element(page.getByRole('button', { name: /^nicht gespeichert/ })).toBeVisible();
  expect(await violations()).toEqual([]);
  await commands.execute('facility.save', facility);
  await expect.element(page.getByRole('button', { name: /^gespeichert/ })).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
