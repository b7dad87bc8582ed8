/** What a browser does and the app's window must not: offer to translate, keep passphrases, fill in, spell-check. */

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const preferences = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [] },
  history: { saving_disabled: true },
  search: { suggest_enabled: false },
} as const;

/** Writes the preferences of a profile that is used for the first time. */
export async function preparePreferences(profile: string): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify(preferences));
}
