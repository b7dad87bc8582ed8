import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

/** In the print dialog: prints as it was printed last. */
export async function confirmPrint(): Promise<void> {
  await expect.element(page.getByRole('dialog', { name: 'Drucken' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
}
