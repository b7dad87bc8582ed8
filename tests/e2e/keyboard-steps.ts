/** A person at the keyboard: keys are pressed where the focus is, and where the focus is, is what a screen reader says. */

import type { CDPSession, Page } from 'playwright/test';

/** What has the focus, as assistive technology hears it. */
export type Focused = { readonly role: string; readonly name: string };

/** More stops than any screen has. */
const mostStops = 80;

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** Presses keys, counts them, and knows what has the focus. */
export class Keyboard {
  readonly #page: Page;
  #session: CDPSession | undefined;
  #presses: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Keys pressed since the last call, in their order. */
  takePresses(): readonly string[] {
    const pressed = this.#presses;
    this.#presses = [];
    return pressed;
  }

  /** Presses keys one after the other, such as `Enter` or `Control+K`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#presses.push(key);
      await this.#page.keyboard.press(key);
    }
  }

  /** Types a text, over what the field held before. */
  async type(text: string): Promise<void> {
    this.#presses.push(...text);
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.type(text);
  }

  /** The role and the accessible name of what has the focus; `undefined`: nothing has, the focus is lost. */
  async focused(): Promise<Focused | undefined> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (result.objectId === undefined || result.className === 'HTMLBodyElement') return undefined;
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    const [node] = nodes;
    const name = String(node?.name?.value ?? '').replaceAll('\u200b', '');
    return { role: String(node?.role?.value ?? ''), name: name.replaceAll(/\s+/g, ' ').trim() };
  }

  /**
   * Presses Tab until the focus is on what has this accessible name (and role).
   * @throws when the focus is lost before, runs into a trap, or nothing of that name can be reached
   */
  async tabTo(name: string | RegExp, role?: string): Promise<void> {
    await this.#moveTo('Tab', name, role);
  }

  /** `tabTo` backwards. */
  async tabBackTo(name: string | RegExp, role?: string): Promise<void> {
    await this.#moveTo('Shift+Tab', name, role);
  }

  /** Goes to a field and types. */
  async fill(name: string, text: string): Promise<void> {
    await this.tabTo(name);
    await this.type(text);
  }

  /**
   * Waits until the focus is on what has this accessible name (and role), without pressing anything; also over a lock,
   * which loads the page anew while it is asked.
   */
  async waitForFocus(name: string | RegExp, role?: string): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const here = await this.focused().catch(unlessReloaded);
      if (here && fits(here.name, name) && (role === undefined || here.role === role)) return;
      if (Date.now() > deadline)
        throw new Error(`The focus is on ${JSON.stringify(here)} instead of ${String(name)}`);
      await this.#page.waitForTimeout(20);
    }
  }

  async #moveTo(key: 'Tab' | 'Shift+Tab', name: string | RegExp, role: string | undefined): Promise<void> {
    if (!(await this.focused())) throw new Error(`The focus was lost on the way to ${String(name)}`);
    const seen: string[] = [];
    let stuck = 0;
    while (seen.length < mostStops && stuck < 3) {
      await this.press(key);
      const here = await this.focused();
      if (here && fits(here.name, name) && (role === undefined || here.role === role)) return;
      const stop = here ? `${here.role} ${here.name}` : '(the window)';
      stuck = stop === seen.at(-1) ? stuck + 1 : 0;
      seen.push(stop);
    }
    throw new Error(`${key} does not reach ${String(name)}: ${seen.join(' → ')}`);
  }
}

/** The page went away while it was asked: nothing has the focus yet. */
function unlessReloaded(error: unknown): undefined {
  if (!String(error).includes('navigated or closed')) throw error;
}
