/** Printing and saving the document that is shown, as a person does. */

import { expect, type Page } from 'playwright/test';
import documents from '#locales/de/documents.json' with { type: 'json' };
import printing from '#locales/de/printing.json' with { type: 'json' };
import type { Wegmarke } from './fixture.ts';
import { press } from './steps.ts';

const told = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1, { timeout: 30_000 });

/** Asks for the document to be printed as the dialog proposes it. */
export async function beginPrint(page: Page): Promise<void> {
  const print = page.getByRole('button', { name: documents.desk.print, exact: true });
  await expect(print).toHaveAttribute('aria-disabled', 'false');
  await print.click();
  await expect(page.getByRole('dialog', { name: printing.dialog.title })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Prints the document and says that all pages are there. */
export async function print(page: Page): Promise<void> {
  await beginPrint(page);
  await told(page, printing.told.handedOver);
  await press(page, printing.question.yes);
}

async function saveMore(page: Page, item: string): Promise<void> {
  await press(page, printing.save.more);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Saves each part of the document as a file of its own. */
export async function saveSingly(wegmarke: Wegmarke, folder: string, count: number): Promise<void> {
  await wegmarke.answerOpenDialog(folder);
  await saveMore(wegmarke.page, printing.save.folder);
  await told(wegmarke.page, printing.save.done_other.replace('{{count}}', `${count}`));
}

/** Saves the parts of the document as an encrypted archive. */
export async function saveArchive(wegmarke: Wegmarke, path: string, passphrase: string): Promise<void> {
  const { page } = wegmarke;
  await wegmarke.answerSaveDialog(path);
  await saveMore(page, printing.save.archive);
  const fields = page.getByRole('dialog').locator('input[type=password]');
  await expect(fields).toHaveCount(2);
  await fields.first().fill(passphrase);
  await fields.last().fill(passphrase);
  await press(page, printing.archive.pack);
  await told(page, printing.archive.done);
}
