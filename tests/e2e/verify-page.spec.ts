/**
 * `verify.html` as somebody who was handed it opens it: from a file, in a browser without a network, with and without
 * Ed25519. Every request but the file itself fails the test.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, expect, type Page } from 'playwright/test';
import proof from '#locales/de/proof.json' with { type: 'json' };
import { fillPage, type PageLists } from '#renderer/verify-page/page-lists.ts';
import { buildVerifyPage } from '#scripts/verify-page-plugin.ts';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { listFile } from '#shared/domain/proof/signed-list.ts';
import { findChromium } from '#tests/chromium-shell/chromium.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';
import { madeFacility, proofContent, pseudoRandom, revocations } from '#tests/unit/proof/made-proofs.ts';
import { test } from './fixture.ts';
import { atTheDesk, ScreenAudit } from './screen-audit.ts';
import { press, setUp } from './steps.ts';

const facility = 'ZUE Musterstadt </script><script>alert(1)</script>';
let folder = '';
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'wegmarke-verify-'));
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Codes of every kind, and the page with lists that say so. */
async function handedOut(name: string, changes: Partial<PageLists> = {}) {
  const { administrator, signer, lists } = await madeFacility({ struckOff: '2026-11-27' });
  const revoked = proofContent(signer.keyId, { number: drawCertificateNumber(pseudoRandom(70)) });
  const long = 'Wolfeschlegelsteinhausenbergerdorff Müller-Lüdenscheidt von Hohenzollern';
  const genuine = proofContent(signer.keyId, { name: long });
  const stranger = await memorySigner(50);
  // The struck-off workstation vouches for no list any more; another one signs it.
  const list = await revocations(await memorySigner(2), [revoked.number]);
  const trustAnchor = Buffer.from(administrator.publicKey).toString('base64');
  const page = fillPage(await buildVerifyPage(), {
    ...{ facility, trustAnchor, issuers: lists.issuers, revocations: list },
    ...changes,
  });
  const file = join(folder, `${name}.html`);
  await writeFile(file, page);
  const digits = await sealProof(genuine, signer);
  return {
    address: pathToFileURL(file).href,
    signer,
    codes: {
      genuine: digits,
      revoked: await sealProof(revoked, signer),
      altered: digits.replace(/\d(?=\d{40}$)/, (digit) => String((Number(digit) + 1) % 10)),
      foreign: await sealProof(proofContent(stranger.keyId), stranger),
      struckOff: await sealProof({ ...genuine, issuedOn: '2026-11-27' }, signer),
    },
  };
}

/** A window without a network that notes everything it would ask for, its errors and what its policy stopped. */
async function offline(address: string, without: 'nothing' | 'Ed25519' = 'nothing') {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.setOffline(true);
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url().split('#')[0] ?? ''));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
  if (without === 'Ed25519') {
    await page.addInitScript(() => {
      const { importKey } = SubtleCrypto.prototype;
      Object.defineProperty(SubtleCrypto.prototype, 'importKey', {
        value(this: SubtleCrypto, ...given: Parameters<typeof importKey>) {
          const [, , algorithm] = given;
          const name = typeof algorithm === 'string' ? algorithm : algorithm.name;
          if (name === 'Ed25519')
            return Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
          return Reflect.apply(importKey, this, given);
        },
      });
    });
  }
  await page.goto(address);
  return {
    page,
    end: async () => {
      expect([...new Set(requests)]).toEqual([address.split('#')[0]]);
      expect(problems).toEqual([]);
      const stored = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        document.cookie,
      ]);
      expect(stored).toEqual([0, 0, 0, '']);
      await context.close();
    },
  };
}

const verdict = (page: Page) => page.locator('[data-verdict]');

/** Gives a code at once, with a scanner's Enter at the end. */
async function scan(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

for (const without of ['nothing', 'Ed25519'] as const) {
  test(`tells the four states, without a network and without ${without}`, async () => {
    const { address, codes } = await handedOut(`states-${without}`);
    const { page, end } = await offline(address, without);
    for (const [code, state, word, english] of [
      ['genuine', 'genuine', 'Echt', 'Genuine'],
      ['revoked', 'revoked', 'Widerrufen', 'Revoked'],
      ['altered', 'altered', 'Verändert', 'Altered'],
      ['foreign', 'foreign', 'Fremde Stelle', 'Foreign issuer'],
      ['struckOff', 'foreign', 'Fremde Stelle', 'Foreign issuer'],
    ] as const) {
      await scan(page, codes[code]);
      await expect(verdict(page)).toHaveAttribute('data-verdict', state);
      await expect(verdict(page).locator('.word')).toHaveText(word + english);
      await expect(verdict(page).locator('svg')).toBeVisible();
      await expect(page.locator('dl')).toHaveCount(state === 'genuine' || state === 'revoked' ? 1 : 0);
    }
    await end();
  });
}

test('takes the keys of hand scanners, one code after the other, without a click', async () => {
  const { address, codes } = await handedOut('keys');
  const { page, end } = await offline(address);
  for (const state of ['genuine', 'revoked'] as const) {
    await page.keyboard.type(codes[state]);
    await page.keyboard.press('Enter');
    await expect(verdict(page)).toHaveAttribute('data-verdict', state);
    // The next scan replaces this one.
    await expect(page.getByRole('textbox')).toHaveValue(codes[state]);
  }
  await end();
});

test('reads the code from the address, and the next one when the address changes', async () => {
  const { address, codes } = await handedOut('address');
  const { page, end } = await offline(`${address}#${codes.genuine}`);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'genuine');
  const shown = await page.locator('dd').allTextContents();
  expect(shown).toEqual([
    'Wolfeschlegelsteinhausenbergerdorff Müller…',
    'Deutsch A1.1',
    '01.09.2026 – 20.11.2026',
    '42 / 48',
    expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/),
    '23.11.2026',
  ]);
  // The facility's name is text, whatever stands in it.
  await expect(verdict(page)).toContainText(facility);
  await page.evaluate((code) => {
    window.location.hash = code;
  }, codes.revoked);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'revoked');
  await expect(verdict(page)).toContainText('24.11.2026');
  await end();
});

test('refuses what is no code with a sentence', async () => {
  const { address, codes } = await handedOut('nonsense');
  const { page, end } = await offline(address);
  for (const text of ['', 'https://example.org/', codes.genuine.slice(9), '7'.repeat(3000)]) {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: 'Prüfen' }).click();
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'unreadable');
  }
  await end();
});

test("takes a newer list of revocations from a file, no older one and nobody else's", async () => {
  const { address, codes } = await handedOut('lists');
  const { page, end } = await offline(address);
  await scan(page, codes.genuine);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'genuine');
  const number = proofContent('').number;
  const give = async (text: string): Promise<void> => {
    const buffer = Buffer.from(text);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer });
  };
  const line = page.locator('footer [role=status]');
  await give(listFile('revocations', await revocations(await memorySigner(50), [number])));
  await expect(line).toContainText('keine Liste der Widerrufe dieser Einrichtung');
  await give('no list');
  await expect(line).toContainText('keine Liste der Widerrufe dieser Einrichtung');
  await give(listFile('revocations', await revocations(await memorySigner(2), [], '2026-11-01')));
  await expect(line).toContainText('älter');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'genuine');
  await give(listFile('revocations', await revocations(await memorySigner(2), [number], '2026-11-28')));
  await expect(line).toContainText('28.11.2026');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'revoked');
  await end();
});

test("says that it can not check when its lists are not this facility's", async () => {
  const trustAnchor = Buffer.from((await memorySigner(91)).publicKey).toString('base64');
  const { address, codes } = await handedOut('forged', { trustAnchor });
  const { page, end } = await offline(`${address}#${codes.genuine}`);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'unable');
  await expect(verdict(page)).toContainText('beschädigt');
  await end();
});

test('lets nothing out, though something asks for it', async () => {
  const { address } = await handedOut('policy');
  const { page } = await offline(address);
  const refused = await page.evaluate(async () => {
    const stopped: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      stopped.push(event.effectiveDirective);
    });
    await fetch('https://example.org/').catch(() => undefined);
    const image = document.createElement('img');
    image.src = 'https://example.org/a.png';
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(image, script);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return { stopped: stopped.sort(), ran: 'ran' in window };
  });
  expect(refused).toEqual({ stopped: ['connect-src', 'img-src', 'script-src-elem'], ran: false });
  await page.context().close();
});

test('has nothing that axe-core objects to, wide and narrow', async () => {
  const { address, codes } = await handedOut('audit');
  const { page, end } = await offline(address);
  for (const size of [
    { width: 1366, height: 768 },
    { width: 360, height: 640 },
  ]) {
    await page.setViewportSize(size);
    for (const code of [codes.genuine, codes.revoked, codes.altered, codes.foreign, '1']) {
      await scan(page, code);
      await expect(verdict(page)).toBeVisible();
      if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe: here } = globalThis as unknown as { axe: typeof axe };
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
        const { violations } = await here.run(document, { runOnly: tags, resultTypes: ['violations'] });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    }
  }
  await end();
});

test('is saved by the app with its own lists, and its screens pass the audit', async ({ wegmarke }) => {
  test.setTimeout(120_000);
  const { page } = wegmarke;
  const audit = new ScreenAudit(['light', 'dark']);
  await atTheDesk(page);
  await setUp(page, {
    ...{ facilityName: 'ZUE Musterstadt', place: 'Musterstadt' },
    ...{ administrator: 'Kim Beispiel', passphrase: 'sieben Störche über Münster' },
  });
  const goTo = (address: string): Promise<void> =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, address);
  await goTo('#/certificates/check');
  await page.getByRole('textbox', { name: proof.field }).fill('4711');
  await press(page, proof.check);
  await expect(page.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'unreadable');
  await audit.look(page, 'check of a certificate');
  await goTo('#/certificates/issuers');
  await expect(page.getByText(proof.issuers.here, { exact: true })).toBeVisible();
  await audit.look(page, 'issuing computers');
  const path = join(folder, 'saved.html');
  await wegmarke.answerSaveDialog(path);
  await press(page, proof.issuers.savePage);
  await expect(page.getByRole('status').filter({ hasText: proof.issuers.saved })).toHaveCount(1);
  audit.expectNothing(2);

  const opened = await offline(pathToFileURL(path).href);
  await expect(opened.page.locator('footer')).toContainText('Liste der Widerrufe vom');
  const { codes } = await handedOut('another-facility');
  await scan(opened.page, codes.genuine);
  await expect(verdict(opened.page)).toHaveAttribute('data-verdict', 'foreign');
  await expect(verdict(opened.page)).toContainText('ZUE Musterstadt');
  await opened.end();
});
