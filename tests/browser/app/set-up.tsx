import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

export const passphrase = 'sieben Störche über Münster';
/** Argon2id takes about a second, on a busy machine more. */
export const slow = { timeout: 20_000 } as const;

export const heading = (name: string) => page.getByRole('heading', { level: 1, name });

/** Fills the first two steps by keyboard and gives the code that the third shows. */
export async function upToSheet(): Promise<string> {
  await expect.element(heading('Willkommen bei Wegmarke')).toBeVisible();
  await userEvent.keyboard('ZUE Münster{Tab}Münster{Enter}');
  await expect.element(heading('Ihr Konto')).toBeVisible();
  await userEvent.keyboard('Annegret Özdemir{Tab}');
  await page.getByLabelText('Neue Passphrase').fill(passphrase);
  await page.getByLabelText('Passphrase wiederholen').fill(passphrase);
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Der Wiederherstellungscode'), slow).toBeVisible();
  return [...document.querySelectorAll('ol li')].map((group) => group.textContent).join('-');
}

/** Goes through the whole set-up and gives the recovery code. */
export async function setUp(): Promise<string> {
  const code = await upToSheet();
  await page.getByRole('button', { name: 'Ich habe das Blatt' }).click();
  await page.getByRole('textbox', { name: 'Wiederherstellungscode' }).fill(code);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: /^Heute/ }), slow).toBeVisible();
  return code;
}

/** Types the passphrase of the only account. */
export async function unlockWith(typed: string): Promise<void> {
  await page.getByLabelText('Passphrase', { exact: true }).fill(typed);
  await userEvent.keyboard('{Enter}');
}
