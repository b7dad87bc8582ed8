import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CheckPage } from '#renderer/features/proof/CheckPage.tsx';
import { IssuersPage } from '#renderer/features/proof/IssuersPage.tsx';
import type { ProofContent } from '#shared/domain/proof/proof-content.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { readListFile } from '#shared/domain/proof/signed-list.ts';
import type { Role } from '#shared/ports/account.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const routes = { '/certificates/check': <CheckPage />, '/certificates/issuers': <IssuersPage /> };

/** What a certificate and its code have in common. */
const facts = {
  ...{ number: '0000000002Y', name: 'Tirhas Gebremedhin', issuedOn: '2026-11-20' },
  ...{ periodFrom: '2026-09-01', periodTo: '2026-11-20', ueAttended: 42, ueOffered: 48 },
};

/** The app with one certificate in its register, and codes of the keys in memory. */
function facility(role: Role = 'administrator', certificate: object = {}) {
  const services = memoryServices({ role });
  const saved: { kind: string; format: string; text: string }[] = [];
  const put = (kind: string, id: string, value: object): void => {
    services.tables[kind]?.set(id, value as Readonly<Record<string, unknown>>);
  };
  put('facility', 'facility', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const issued = { ...facts, participantId: 'person-1', offerTitle: 'Deutsch A1', module: null };
  put('certificate', 'certificate-1', { ...issued, ...certificate });
  const documents = {
    ...services.documents,
    save: async (kind: string, format: string, bytes: Uint8Array) => {
      saved.push({ kind, format, text: new TextDecoder().decode(bytes) });
      return { ok: true, value: true } as const;
    },
  };
  return { services: { ...services, documents }, saved };
}

async function code(changes: Partial<ProofContent> = {}, seed = 1): Promise<string> {
  const signer = await memorySigner(seed);
  return sealProof({ ...facts, offer: 'Deutsch A1', ...changes, keyId: signer.keyId }, signer);
}

async function open(
  { services }: Pick<ReturnType<typeof facility>, 'services'>,
  address: string,
  look: { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' } = {},
): Promise<void> {
  unmount = await mountScreen({ services, address, routes, ...look });
}

/** Types as a scanner does: all keys at once, then Enter. */
function scan(digits: string): void {
  const press = (key: string, code: string): void => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
  };
  for (const digit of digits) press(digit, `Digit${digit}`);
  press('Enter', 'Enter');
}

const verdict = () => document.querySelector('[data-verdict]')?.getAttribute('data-verdict');
const field = () => page.getByRole('textbox', { name: 'Code der Bescheinigung' });
const button = (name: string) => page.getByRole('button', { name });

describe('checking a certificate', () => {
  it('takes a pasted code and shows what the paper must show, and that the register knows it', async () => {
    await open(facility(), '/certificates/check');
    await field().fill(await code());
    await button('Prüfen').click();
    await expect.poll(verdict).toBe('genuine');
    await expect.element(page.getByText('Echt')).toBeVisible();
    await expect.element(page.getByText('Tirhas Gebremedhin')).toBeVisible();
    await expect.element(page.getByText('42 von 48')).toBeVisible();
    await expect.element(page.getByText('0000-0000-02Y')).toBeVisible();
    await expect.element(page.getByText('mit denselben Angaben im Verzeichnis')).toBeVisible();
    await userEvent.keyboard('{Tab}');
    expect(await violations()).toEqual([]);
  });

  it('takes the keys of a scanner wherever the focus is, one code after the other', async () => {
    await open(facility(), '/certificates/check');
    await expect.element(button('Mit Kamera scannen')).toBeVisible();
    (document.activeElement as HTMLElement | null)?.blur();
    scan(await code());
    await expect.poll(verdict).toBe('genuine');
    scan(await code({}, 50));
    await expect.poll(verdict).toBe('foreign');
    await expect.element(page.getByText('kein Computer dieser Einrichtung')).toBeVisible();
    scan('4711081512340042471108151234004247110815');
    await expect.poll(verdict).toBe('unreadable');
  });

  it.each([
    ['altered', { name: 'Tirhas' }],
    ['differs', { ueAttended: 41 }],
    ['unknown', { number: '0000000003W' }],
    ['revoked', { revoked: { on: '2026-11-22', by: 'account-1', reason: '', replacedBy: null } }],
    ['not revoked', { revoked: null }],
  ])('tells from the register: %s', async (what, certificate) => {
    await open(facility('reception', certificate), '/certificates/check');
    const digits = await code();
    const altered = digits.slice(0, -5) + (digits.at(-5) === '0' ? '1' : '0') + digits.slice(-4);
    await field().fill(what === 'altered' ? altered : digits);
    await userEvent.keyboard('{Enter}');
    const state = { altered: 'altered', revoked: 'revoked' }[what] ?? 'genuine';
    await expect.poll(verdict).toBe(state);
    const sentence = {
      altered: 'nicht so ausgestellt',
      differs: 'aber mit anderen Angaben',
      unknown: 'nicht im Verzeichnis dieses Computers',
      revoked: 'am 22.11.2026 widerrufen',
      'not revoked': 'mit denselben Angaben',
    }[what];
    await expect.element(page.getByText(sentence ?? '')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('is without a finding in the dark and in English', async () => {
    await open(facility(), '/certificates/check', { language: 'en', mode: 'dark' });
    await expect.element(button('Scan with camera')).toBeVisible();
    scan(await code({ issuedOn: '2025-01-01' }));
    await expect.poll(verdict).toBe('foreign');
    await expect.element(page.getByText('was not valid on that day')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe('issuing computers', () => {
  it('are for administrators; coordination hands out page and list, and changes no computer', async () => {
    await open(facility('coordination'), '/certificates/issuers');
    await expect.element(button('Liste der Widerrufe speichern')).toBeVisible();
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    unmount();
    await open(facility('reception'), '/certificates/issuers');
    await expect.element(page.getByText('Diese Seite ist für die Verwaltung')).toBeVisible();
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  });

  it('are struck off from a day on, after a question, and codes of that day are foreign', async () => {
    const made = facility();
    await made.services.proof.judge('');
    await open(made, '/certificates/issuers');
    await expect.element(page.getByText('dieser Computer', { exact: true })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /sperren$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Computer sperren' });
    await expect.element(dialog.getByText('lässt sich nicht zurücknehmen')).toBeVisible();
    expect(await violations()).toEqual([]);
    const day = dialog.getByRole('textbox', { name: 'Gesperrt ab' });
    await day.fill('24.11.2026');
    await dialog.getByRole('button', { name: 'Sperren' }).click();
    await expect.element(dialog.getByText('liegt in der Zukunft')).toBeVisible();
    await day.fill('20.11.2026');
    await dialog.getByRole('button', { name: 'Sperren' }).click();
    await expect.element(page.getByText('Gesperrt ab 20.11.2026')).toBeVisible();
    expect(await made.services.proof.judge(await code())).toMatchObject({ state: 'foreign' });
    await button('Neuen Schlüssel anlegen').click();
    await expect.element(page.getByText('Gültig', { exact: true })).toBeVisible();
  });

  it('hand out the check page and the list of revocations', async () => {
    const made = facility('administrator', { revoked: { on: '2026-11-22' } });
    await open(made, '/certificates/issuers');
    await button('Prüfseite speichern').click();
    await expect.poll(() => made.saved.length).toBe(1);
    await button('Liste der Widerrufe speichern').click();
    await expect.poll(() => made.saved.length).toBe(2);
    expect(made.saved[0]).toMatchObject({ kind: 'verify-page', format: 'html' });
    expect(made.saved[0]?.text).toContain('ZUE Münster');
    expect(made.saved[1]).toMatchObject({ kind: 'revocation-list', format: 'txt' });
    expect(readListFile('revocations', made.saved[1]?.text ?? '').ok).toBe(true);
  });
});
