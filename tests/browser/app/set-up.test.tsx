import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { heading, passphrase, setUp, slow, upToSheet } from './set-up.tsx';
import { Computer } from './started-app.tsx';

let computer: Computer;

beforeEach(async () => {
  await page.viewport(1366, 768);
  computer = new Computer();
  await computer.start();
});
afterEach(() => computer.remove());

it('sets up by keyboard, writes nothing before the code was typed back, and begins with what to do next', async () => {
  const code = await upToSheet();
  expect(computer.host.writes).toBe(0);
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Ich habe das Blatt' }).click();
  const field = page.getByRole('textbox', { name: 'Wiederherstellungscode' });
  await field.fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/enthält einen Tippfehler/)).toBeVisible();
  expect(computer.host.writes).toBe(0);
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'Heute, Montag, 23. November' }), slow)
    .toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Noch keine Personen' })).toBeVisible();
  expect(await computer.services().records.get('facility', 'facility')).toEqual({
    name: 'ZUE Münster',
    place: 'Münster',
    programme: null,
    checkPage: null,
  });
});

it('keeps what was typed while going back and forth, and the code as long as nothing changes', async () => {
  const code = await upToSheet();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(page.getByLabelText('Name der Einrichtung')).toHaveValue('ZUE Münster');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(heading('Der Wiederherstellungscode'), slow).toBeVisible();
  expect(document.querySelector('ol')?.textContent).toBe(code.replaceAll('-', ''));
  await userEvent.keyboard('{Escape}');
  await page.getByLabelText('Ihr Name').fill('Jemand anders');
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Der Wiederherstellungscode'), slow).toBeVisible();
  expect(document.querySelector('ol')?.textContent).not.toBe(code.replaceAll('-', ''));
});

it('makes the vault of what was asked for, whatever is typed while it is made', async () => {
  await expect.element(heading('Willkommen bei Wegmarke')).toBeVisible();
  await userEvent.keyboard('ZUE Münster{Tab}Münster{Enter}Annegret Özdemir');
  await page.getByLabelText('Neue Passphrase').fill(passphrase);
  await page.getByLabelText('Passphrase wiederholen').fill(passphrase);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Wird vorbereitet …' })).toBeVisible();
  await userEvent.keyboard('abc');
  await page.getByRole('button', { name: 'Zurück' }).click();
  await expect.element(heading('Der Wiederherstellungscode'), slow).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByLabelText('Passphrase wiederholen')).toHaveValue(passphrase);
});

it('says what is missing at the field and puts the focus there', async () => {
  await userEvent.keyboard('ZUE Münster{Enter}');
  await expect.element(page.getByText('Bitte geben Sie den Ort ein.')).toBeVisible();
  await expect.element(page.getByLabelText('Ort', { exact: true })).toHaveFocus();
  await userEvent.keyboard('Münster{Enter}Annegret{Tab}Münster2024{Enter}');
  await expect.element(page.getByText('Diese Passphrase ist noch nicht stark genug.'), slow).toBeVisible();
  await expect.element(page.getByText('Die beiden Eingaben sind verschieden.')).toBeVisible();
  await expect.element(page.getByLabelText('Neue Passphrase')).toHaveFocus();
  expect(await violations()).toEqual([]);
});

it('gives the sheet as PDF', async () => {
  await upToSheet();
  await page.getByRole('button', { name: 'Als PDF speichern' }).click();
  await expect.element(page.getByText(/^Das PDF wurde gespeichert/), slow).toBeVisible();
  expect(computer.saved.map(({ kind, pdf }) => [kind, new TextDecoder().decode(pdf.slice(0, 5))])).toEqual([
    ['recovery-sheet', '%PDF-'],
  ]);
});

it('asks for the facility where only the vault came into being', async () => {
  await setUp();
  await computer.stop();
  computer.journal.frames = [];
  computer.database = `test-${crypto.randomUUID()}`;
  await computer.start();
  await page.getByLabelText('Passphrase', { exact: true }).fill(passphrase);
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Angaben zur Einrichtung fehlen noch'), slow).toBeVisible();
  await userEvent.keyboard('ZUE Münster{Tab}Münster{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: /^Heute/ })).toBeVisible();
});
