/**
 * Choices that outlive the reload of a lock: the account's random id, language and colour scheme. They ride in the
 * query of the window's own address, so that nothing is written to any storage and they are gone with the window.
 */
interface KeptChoices {
  readonly account: string | null;
  readonly language: 'de' | 'en';
  readonly scheme: 'system' | 'light' | 'dark';
}

const oneOf = <T extends string>(value: string | null, choices: readonly T[], otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;

/** What was chosen before the last reload. */
export function keptChoices(): KeptChoices {
  const query = new URLSearchParams(window.location.search);
  return {
    account: query.get('account'),
    language: oneOf(query.get('language'), ['de', 'en'], 'de'),
    scheme: oneOf(query.get('scheme'), ['system', 'light', 'dark'], 'system'),
  };
}

/** Keeps a choice for after the next lock. */
export function keepChoice(name: keyof KeptChoices, value: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', address);
}

/** Forgets which screen was open: who unlocks next begins with the day. */
export function forgetScreen(): void {
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
}
