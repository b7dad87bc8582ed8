import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { WorkstationsPage } from '#renderer/features/administration/workstations/WorkstationsPage.tsx';
import { JoinScreen } from '#renderer/features/setup/JoinScreen.tsx';
import { err, ok } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { JoinPort, JoinState } from '#shared/ports/joining.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark'; readonly role?: Role };
const address = '/administration/workstations';
const ownId = '0123456789abcdef';
const publicKey = `U${'B'.repeat(55)}`;
const list = [
  { id: ownId, name: 'PC 1, Büro', publicKey, addedAt: '2026-11-02T08:00:00.000Z', revokedAt: null },
  {
    id: '2'.repeat(16),
    name: 'PC 2, Empfang',
    publicKey,
    addedAt: '2026-11-03T08:00:00.000Z',
    revokedAt: null,
  },
  {
    ...{ id: '3'.repeat(16), name: 'Laptop', publicKey, addedAt: '2026-11-03T08:00:00.000Z' },
    revokedAt: '2026-11-20T08:00:00.000Z',
  },
];
const asking = {
  ...{ workstationId: '4'.repeat(16), name: 'PC 3, Beratung', requestedAt: '2026-11-23T08:00:00.000Z' },
  fingerprint: ['0412', '9931', '5520', '7718', '0036'],
};
const details = {
  ...{ servers: ['tls://sync.example.org:4222'], bucket: 'muenster', publicKey: `U${'A'.repeat(55)}` },
  ...{ sequence: 12, records: 12, waiting: 0, clockAheadMs: 4, lastError: null, repaired: 0 },
};

async function open({ role, ...look }: Look = {}) {
  const services = memoryServices(role ? { role } : {});
  unmount = await mountScreen({ services, address, routes: { [address]: <WorkstationsPage /> }, ...look });
  return services;
}

async function openSite(look: Look = {}) {
  const services = await open(look);
  services.sync.set({ state: { kind: 'in-step', at: 0 }, details });
  services.workstations.set({ list, standing: 'agreed' });
  return services;
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const rows = () => page.getByRole('row');

describe('the screen of workstations', () => {
  it('without a server says what one is for, and takes its file', async () => {
    const services = await open();
    await expect.element(page.getByRole('heading', { name: 'Abgleich zwischen mehreren PCs' })).toBeVisible();
    expect(await violations()).toEqual([]);
    const file = new File(['{}'], 'muenster.wegmarke-sync.json', { type: 'application/json' });
    await userEvent.upload(
      document.querySelector<HTMLInputElement>('input[type=file]') ?? document.body,
      file,
    );
    await expect.poll(() => services.sync.deeds).toEqual(['connect']);
    services.sync.failure = 'sync.address-unreadable';
    await userEvent.upload(
      document.querySelector<HTMLInputElement>('input[type=file]') ?? document.body,
      file,
    );
    await expect.element(page.getByRole('status').or(page.getByRole('alert')).first()).toBeInTheDocument();
    // The button that led on is gone then; the focus is not.
    page.getByRole('button', { name: 'Server einrichten' }).element().focus();
    services.sync.set({ state: { kind: 'offline', since: 0, count: 0 }, details });
    const heading = page.getByRole('heading', { name: 'Der Server' });
    await expect.element(heading).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
    expect(document.activeElement?.contains(heading.element())).toBe(true);
  });

  it('with a server shows this PC’s key, and first asks for its name', async () => {
    const services = await open();
    services.sync.set({ state: { kind: 'offline', since: 0, count: 0 }, details });
    await expect.element(page.getByText(details.publicKey)).toBeVisible();
    expect(page.getByRole('button', { name: 'PC hinzufügen' }).elements()).toEqual([]);
    await press('Diesen PC benennen');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Bitte geben Sie dem Arbeitsplatz einen Namen.')).toBeVisible();
    services.workstations.failure = 'vault.server-needed';
    await userEvent.keyboard('PC 1, Büro{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Dafür muss der Server erreichbar sein');
    services.workstations.failure = undefined;
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'PC hinzufügen' })).toBeVisible();
    await expect.element(rows().nth(1)).toHaveTextContent('PC 1, BüroDas ist dieser PC');
  });

  it('lists the PCs, revoked ones last, and does not revoke the one that one sits at', async () => {
    await openSite();
    await expect.poll(() => rows().elements().length).toBe(4);
    const names = rows()
      .elements()
      .slice(1)
      .map((row) => row.firstElementChild?.textContent);
    expect(names).toEqual(['PC 1, BüroDas ist dieser PC', 'PC 2, Empfang', 'Laptop']);
    expect(page.getByRole('button', { name: /ausschließen$/ }).elements()).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  it('compares numbers before a PC is taken in, and lets it be called otherwise', async () => {
    const services = await openSite();
    services.workstations.set({ asking: [asking] });
    await expect
      .element(page.getByRole('list', { name: 'Zahlen zum Vergleichen von PC 3, Beratung' }))
      .toHaveTextContent('04129931552077180036');
    expect(await violations()).toEqual([]);
    await press('PC 3, Beratung: Zahlen stimmen – aufnehmen');
    await expect.element(page.getByRole('dialog')).toHaveTextContent('0412');
    await userEvent.fill(page.getByLabelText('Name des Arbeitsplatzes'), 'PC 3, Büro 2');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('rowheader', { name: 'PC 3, Büro 2' })).toBeVisible();
    expect(services.workstations.asking()).toEqual([]);
  });

  it('declines with one click', async () => {
    const services = await openSite();
    services.workstations.set({ asking: [asking] });
    await press('PC 3, Beratung ablehnen');
    await expect.poll(() => services.workstations.asking()).toEqual([]);
  });

  it('makes a file and shows its code until it is taken', async () => {
    await openSite();
    await press('PC hinzufügen');
    await press('Datei und Code erstellen');
    await expect.element(page.getByRole('list', { name: 'Code' })).toHaveTextContent('ABCDEFGHJKMNPQRS');
    await userEvent.keyboard('{Escape}');
    await press('Datei speichern');
    await expect.element(page.getByText('Die Datei ist gespeichert.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await press('Fertig');
    await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  });

  it('says what revoking does and what IT has to do; Enter alone does not revoke', async () => {
    const services = await openSite();
    await press('PC 2, Empfang ausschließen');
    const dialog = page.getByRole('dialog', { name: 'PC 2, Empfang ausschließen?' });
    await expect
      .element(dialog)
      .toHaveTextContent(`node wegmarke-sync.mjs revoke muenster ${publicKey} --dir /etc/wegmarke`);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(services.workstations.list()[1]?.revokedAt).toBeNull();
    await press('PC 2, Empfang ausschließen');
    await press('Ausschließen');
    await expect.poll(() => services.workstations.list()[1]?.revokedAt).not.toBeNull();
  });

  it('says what is wrong with what all share', async () => {
    const services = await openSite();
    services.workstations.set({ overruled: true, standing: 'differs' });
    await expect.poll(() => page.getByRole('alert').elements().length).toBe(2);
  });

  it('is for administrators only', async () => {
    await open({ role: 'coordination' });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });
});

/** A join that a test says is where. */
function madeJoin() {
  let state: JoinState = { kind: 'connecting' };
  const listeners = new Set<() => void>();
  const begun: string[][] = [];
  let cancelled = 0;
  const port: JoinPort = {
    isJoinFile: (text) => text.startsWith('{"format":"wegmarke-join"'),
    begin: async (...given) => {
      begun.push(given);
      if (given[1] === 'falsch') return err({ code: 'vault.join-code-wrong' });
      return ok({
        ...{ facilityName: 'ZUE Münster', publicKey, fingerprint: asking.fingerprint },
        current: () => state,
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        cancel: async () => {
          cancelled += 1;
        },
      });
    },
  };
  const go = (next: JoinState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return { port, go, begun, cancelled: () => cancelled };
}

describe('joining a site', () => {
  it('asks for file, code and name, says what is missing, then what it waits for', async () => {
    const { port, go, begun, cancelled } = madeJoin();
    let left = 0;
    const screen = <JoinScreen port={port} onLeave={() => (left += 1)} />;
    unmount = await mountScreen({ services: memoryServices(), address: '/', routes: { '/': screen } });
    await press('Weiter');
    await expect.element(page.getByText('Bitte wählen Sie die Beitrittsdatei.')).toBeVisible();
    await expect.element(page.getByText('Bitte geben Sie den Code ein.')).toBeVisible();
    await expect.element(page.getByText('Bitte geben Sie dem PC einen Namen.')).toBeVisible();
    expect(await violations()).toEqual([]);
    const input = document.querySelector<HTMLInputElement>('input[type=file]') ?? document.body;
    await userEvent.upload(input, new File(['{}'], 'andere.json'));
    await expect.element(page.getByText('Diese Datei ist keine Beitrittsdatei von Wegmarke.')).toBeVisible();
    await userEvent.upload(input, new File(['{"format":"wegmarke-join"}'], 'Beitritt.json'));
    await expect.element(page.getByText('Beitritt.json')).toBeVisible();
    await userEvent.fill(page.getByLabelText('Name dieses PCs'), 'PC 3, Beratung');
    await userEvent.fill(page.getByLabelText('Code'), 'falsch');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('gehört aber nicht zu dieser Datei', { exact: false })).toBeVisible();
    await userEvent.fill(page.getByLabelText('Code'), 'abcd efgh jkmn pqrs');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Beitritt zu „ZUE Münster“' })).toHaveFocus();
    expect(begun.at(-1)).toEqual(['{"format":"wegmarke-join"}', 'abcd efgh jkmn pqrs', 'PC 3, Beratung']);
    await expect.element(page.getByText(publicKey)).toBeVisible();
    go({ kind: 'refused' });
    await expect.element(page.getByText('kennt diesen PC aber noch nicht', { exact: false })).toBeVisible();
    go({ kind: 'asking' });
    await expect
      .element(page.getByRole('list', { name: 'Zahlen zum Vergleichen' }))
      .toHaveTextContent('04129931552077180036');
    expect(await violations()).toEqual([]);
    await press('Beitritt abbrechen');
    await expect.poll(() => [left, cancelled()]).toEqual([1, 1]);
  });
});
