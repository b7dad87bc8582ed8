/** Looks at the screen as it stands, as axe-core, a zoomed window and a dark room do. */

import axe from 'axe-core';
import { expect, type Page } from 'playwright/test';

type Scheme = 'light' | 'dark';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** What a staff PC has, and the same at 200 % zoom. */
const desk = { width: 1366, height: 768 } as const;
const zoomed = { width: 683, height: 384 } as const;

/** Half-faded text has half the contrast, and a moving sheet no size yet. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

/** The app follows the system a moment later; until it has, text and ground may be of two schemes. */
async function inScheme(page: Page, system: Scheme, shown: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: system });
  await page.waitForFunction((wanted) => document.documentElement.dataset.scheme === wanted, shown);
}

/** What axe-core finds, as `rule: selector (what is wrong)`. */
async function violations(page: Page): Promise<string[]> {
  await atRest(page);
  // Through the debugger: the window's content security policy admits no foreign script. A lock loads a new page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return await page.evaluate(async (wanted) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await here.run(document, {
      runOnly: [...wanted],
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
        return `${id}: ${target.join(' ')} (${why})`;
      }),
    );
  }, tags);
}

/** What can be scrolled sideways. Tables of data may where the window is narrow (WCAG 1.4.10). */
async function sideways(page: Page, tablesMay: boolean): Promise<string[]> {
  await atRest(page);
  return await page.evaluate((mayScroll) => {
    const root = document.scrollingElement;
    return [...document.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        if (element.scrollWidth <= element.clientWidth) return false;
        if (element === root) return true;
        const { overflowX, position, visibility } = getComputedStyle(element);
        if (!['auto', 'scroll'].includes(overflowX) || visibility === 'hidden') return false;
        const isTable = element.matches('[role=grid], [role=table], :has(> table)');
        return position !== 'fixed' && element.clientWidth > 1 && !(isTable && mayScroll);
      })
      .map(({ tagName, role, className, scrollWidth, clientWidth }) =>
        [tagName, role ?? '', className, `${scrollWidth} > ${clientWidth}`].join(' '),
      );
  }, tablesMay);
}

/** What is found again at each of the given turns: a notice that fades out while axe-core reads it is no fault. */
async function settled(find: () => Promise<string[]>, turns: number): Promise<string[]> {
  let found = await find();
  for (let turn = 0; found.length > 0 && turn < turns; turn += 1) found = await find();
  return found;
}

/** Audits screens one after the other and remembers what it found, so that one run tells everything. */
export class ScreenAudit {
  readonly #found: string[] = [];
  readonly #schemes: readonly Scheme[];
  readonly #chosen: Scheme | undefined;
  #screens = 0;

  /** @param schemes of the system, one after the other. @param chosen in the menu, whatever the system says */
  constructor(schemes: readonly Scheme[], chosen?: Scheme) {
    this.#schemes = schemes;
    this.#chosen = chosen;
  }

  /** Looks at what the window shows, in each colour scheme, at full size and at 200 % zoom. */
  async look(page: Page, screen: string): Promise<void> {
    this.#screens += 1;
    for (const scheme of this.#schemes) {
      await inScheme(page, scheme, this.#chosen ?? scheme);
      this.#keep(`${screen}, ${scheme}`, await settled(() => violations(page), 3));
    }
    for (const size of [zoomed, desk]) {
      await page.setViewportSize(size);
      this.#keep(
        `${screen}, ${size.width} px, sideways`,
        await settled(() => sideways(page, size === zoomed), 60),
      );
    }
  }

  #keep(where: string, found: readonly string[]): void {
    this.#found.push(...found.map((one) => `${where}: ${one}`));
  }

  /** What was found so far, of which the audit then knows nothing more. */
  take(): readonly string[] {
    return this.#found.splice(0);
  }

  /** Fails with everything that was found. @param screens how many were looked at */
  expectNothing(screens: number): void {
    expect(this.#found).toEqual([]);
    expect(this.#screens).toBe(screens);
  }
}

/** The size that the audits begin with. */
export const atTheDesk = (page: Page): Promise<void> => page.setViewportSize(desk);
