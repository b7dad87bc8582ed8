import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SafetyPage } from '#renderer/features/administration/safety/SafetyPage.tsx';
import type { Role } from '#shared/ports/account.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { madeSnapshot } from '#tests/memory/memory-backup.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const now = new Date(2026, 10, 23, 15, 5);
const twoPm = new Date(2026, 10, 23, 14, 0);
const lastWeek = new Date(2026, 10, 16, 9, 30);

type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark'; readonly role?: Role };

async function open(
  { role, ...look }: Look = {},
  prepare: (made: ReturnType<typeof memoryServices>) => void = () => undefined,
) {
  const services = memoryServices({ now, ...(role ? { role } : {}) });
  prepare(services);
  const address = '/administration/safety';
  unmount = await mountScreen({ services, address, routes: { [address]: <SafetyPage /> }, ...look });
  return services;
}

/** Two snapshots, the newer one in both places, and one that was damaged. */
function three({ backup }: ReturnType<typeof memoryServices>): void {
  const newest = madeSnapshot(twoPm);
  const away = { ...newest, place: 'away' as const };
  backup.snapshots.push(newest, away, madeSnapshot(lastWeek));
  backup.snapshots.push(madeSnapshot(new Date(2026, 10, 15, 9, 30), { whole: false }));
  backup.set({
    unsaved: 3,
    here: { newest, problem: null },
    away: { newest: away, problem: null, folder: '\\\\server\\sicherung', ledger: null },
  });
}

const rows = () => page.getByRole('table', { name: 'Sicherungen' }).getByRole('row');
const cells = (at: number): readonly string[] =>
  [...rows().nth(at).element().children].map(({ textContent }) => textContent ?? '').slice(0, 4);

describe('the screen of safety', () => {
  it('says in one sentence what to do, and yes when it was done', async () => {
    await open();
    await expect.element(page.getByText(/^Noch nicht\. Es gibt noch keine Sicherung/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Jetzt sichern' }));
    await expect.element(page.getByText(/^Ja, auf diesem Computer\./)).toBeVisible();
    await expect.element(page.getByText('Zuletzt 23.11.2026, 15:05, geprüft')).toBeVisible();
    await expect.poll(() => rows().elements().length).toBe(2);
  });

  it('lists each snapshot once, with its places and its state', async () => {
    await open({}, three);
    await expect
      .element(page.getByText(/^Ja\. Die Daten sind auf diesem Computer und außerhalb/))
      .toBeVisible();
    await expect.poll(() => rows().elements().length).toBe(4);
    expect(cells(1)).toEqual([
      '23.11.2026, 14:00',
      'hier und außerhalb',
      '1,2 MB',
      'geprüft 23.11.2026, 14:00',
    ]);
    expect(cells(2)).toEqual(['16.11.2026, 09:30', 'hier', '1,2 MB', 'geprüft 16.11.2026, 09:30']);
    expect(cells(3)[3]).toBe('beschädigt, geprüft 15.11.2026, 09:30');
    expect(rows().nth(3).getByRole('button').elements()).toHaveLength(0);
  });

  it('reads all back, says how far it is and what it found, and can be stopped', async () => {
    const { backup } = await open({}, three);
    const button = page.getByRole('button', { name: 'Alle prüfen' });
    await userEvent.click(button);
    await expect
      .element(page.getByText('Alle 4 Sicherungen sind ganz gelesen und unversehrt.'))
      .toBeVisible();
    backup.verifyAll = async () => {
      const damaged = madeSnapshot(lastWeek, { whole: false, verifiedAt: now.getTime() });
      backup.snapshots.splice(2, 1, damaged);
      return { ok: true, value: { read: 3, damaged: 1, stopped: false } };
    };
    await userEvent.click(button);
    await expect
      .element(page.getByText(/^Eine Sicherung ist beschädigt\. Sie wird nicht mehr angeboten/))
      .toBeVisible();
    await expect.poll(() => cells(2)[3]).toBe('beschädigt, geprüft 23.11.2026, 15:05');
    expect(rows().nth(2).getByRole('button').elements()).toHaveLength(0);
    let stopped = 0;
    backup.stopVerifying = () => {
      stopped += 1;
    };
    backup.set({ verifying: { done: 1, of: 4 } });
    await expect.element(page.getByText('Sicherungen werden ganz gelesen: 1 von 4.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Anhalten' }));
    expect(stopped).toBe(1);
  });

  it('rehearses and says what would be restored', async () => {
    const { backup } = await open({}, three);
    backup.found = { people: 812, sessions: 4112, unreadable: 0 };
    await userEvent.click(page.getByRole('button', { name: 'Probe der Sicherung vom 23.11.2026, 14:00' }));
    await expect
      .element(
        page.getByText(
          'Diese Sicherung würde 812 Personen und 4.112 Termine wiederherstellen, Stand 23.11.2026, 14:00.',
        ),
      )
      .toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    backup.found = { people: 1, sessions: 0, unreadable: 2 };
    await userEvent.click(page.getByRole('button', { name: 'Probe der Sicherung vom 16.11.2026, 09:30' }));
    await expect
      .element(page.getByText('2 Einträge lassen sich nicht öffnen und würden fehlen.'))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    backup.found = 'backup.foreign';
    await userEvent.click(page.getByRole('button', { name: 'Probe der Sicherung vom 16.11.2026, 09:30' }));
    await expect.element(page.getByText(/mit den Schlüsseln dieser Einrichtung nicht öffnen/)).toBeVisible();
    expect(backup.restored).toEqual([]);
  });

  it('restores only after it has said what happens, and says why it could not', async () => {
    const { backup } = await open({}, three);
    const restore = page.getByRole('button', { name: 'Sicherung vom 16.11.2026, 09:30 wiederherstellen' });
    await userEvent.click(restore);
    await expect.element(page.getByText('Danach gilt der Stand vom 16.11.2026, 09:30.')).toBeVisible();
    await expect.element(page.getByText(/Es wird nicht gelöscht/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Abbrechen' }));
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    expect(backup.restored).toEqual([]);
    backup.failure = 'backup.damaged';
    await userEvent.click(restore);
    await userEvent.click(page.getByRole('button', { name: 'Wiederherstellen', exact: true }).last());
    await expect.element(page.getByText(/^Diese Sicherung ist beschädigt/)).toBeVisible();
    backup.failure = undefined;
    await userEvent.click(page.getByRole('button', { name: 'Wiederherstellen', exact: true }).last());
    await expect.poll(() => backup.restored).toEqual([madeSnapshot(lastWeek).name]);
  });

  it('shows what restores have set aside, and deletes one after it has said what is lost', async () => {
    const { backup } = await open({}, (made) => {
      made.backup.aside = [
        { id: 'aaaaaaaaaaaaaaaa', at: twoPm.getTime(), bytes: 12_300_000 },
        { id: 'bbbbbbbbbbbbbbbb', at: lastWeek.getTime(), bytes: 10 },
      ];
    });
    const asideRows = page.getByRole('table', { name: 'Beiseitegelegtes' }).getByRole('row');
    await expect.poll(() => asideRows.elements().length).toBe(3);
    expect([...asideRows.nth(1).element().children].map(({ textContent }) => textContent)).toEqual([
      ...['23.11.2026, 14:00', 'Stand vor der Wiederherstellung', '12,3 MB', 'Löschen …'],
    ]);
    expect(await violations()).toEqual([]);
    const remove = page.getByRole('button', { name: 'Beiseitegelegtes vom 16.11.2026, 09:30 löschen …' });
    await userEvent.click(remove);
    await expect.element(page.getByText(/vor der Wiederherstellung am 16\.11\.2026, 09:30/)).toBeVisible();
    await expect.element(page.getByText(/ist danach endgültig weg/)).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Abbrechen' }));
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    expect(backup.aside).toHaveLength(2);
    backup.failure = 'backup.still-aside';
    await userEvent.click(remove);
    const confirm = page.getByRole('button', { name: 'Endgültig löschen' });
    await userEvent.click(confirm);
    await expect.element(page.getByText(/ließ sich nicht ganz löschen/)).toBeVisible();
    backup.failure = undefined;
    await userEvent.click(confirm);
    await expect.poll(() => asideRows.elements().length).toBe(2);
    expect(backup.aside.map(({ id }) => id)).toEqual(['aaaaaaaaaaaaaaaa']);
  });

  it('shows nothing of it where no restore has set anything aside', async () => {
    await open({}, three);
    await expect.poll(() => rows().elements().length).toBe(4);
    expect(page.getByRole('heading', { name: 'Beiseitegelegtes' }).elements()).toHaveLength(0);
  });

  it('says what is wrong with the list of deletions in the second place', async () => {
    const { backup } = await open({}, three);
    const away = backup.current()?.away;
    if (!away) throw new Error('no second place');
    for (const [ledger, text] of [
      ['behind', /noch nicht auf den neuen Stand bringen/],
      ['damaged', /Endung \.damaged/],
      ['unreadable', /lässt sich nicht lesen/],
      ['foreign', /zu einer anderen Einrichtung gehört/],
    ] as const) {
      backup.set({ away: { ...away, ledger } });
      await expect.element(page.getByText(text)).toBeVisible();
    }
    // That the place is out of reach is said once.
    backup.set({ away: { ...away, ledger: 'behind', problem: 'backup.timeout' } });
    await expect.poll(() => page.getByText(/auf den neuen Stand bringen/).elements().length).toBe(0);
  });

  it('names the second folder, and what is in the way', async () => {
    const { backup } = await open();
    backup.failure = 'backup.inside-data';
    await userEvent.click(page.getByRole('button', { name: 'Ordner wählen' }));
    await expect
      .element(page.getByText(/^Dieser Ordner liegt bei den Daten selbst/).first())
      .toBeInTheDocument();
    backup.failure = undefined;
    backup.nextFolder = '\\\\server\\sicherung';
    await userEvent.click(page.getByRole('button', { name: 'Ordner wählen' }));
    await expect.element(page.getByText('\\\\server\\sicherung')).toBeVisible();
    backup.set({
      here: { newest: madeSnapshot(twoPm), problem: null },
      away: { newest: null, problem: 'disk.full', folder: '\\\\server\\sicherung', ledger: null },
    });
    await expect.element(page.getByText(/Am Ort der Sicherung ist nicht genug Platz/)).toBeVisible();
    await expect.element(page.getByText(/aber der zweite Ort war nicht zu erreichen/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('says under which key the data lies, begins a new one after it has said what that does, and how far it is', async () => {
    const { keys } = await open({}, three);
    await expect.element(page.getByText('Der jetzige Schlüssel ist vom 01.09.2026.')).toBeVisible();
    expect(page.getByRole('progressbar').elements()).toHaveLength(0);
    await userEvent.click(page.getByRole('button', { name: 'Neuen Schlüssel beginnen' }));
    await expect.element(page.getByText(/Alles Ältere wird im Hintergrund neu versiegelt/)).toBeVisible();
    expect(await violations()).toEqual([]);
    keys.failure = 'disk.full';
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Neuen Schlüssel beginnen' });
    await userEvent.click(confirm);
    await expect.element(page.getByRole('dialog').getByRole('alert')).toBeVisible();
    expect(keys.begun).toBe(0);
    keys.failure = undefined;
    await userEvent.click(confirm);
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
    expect(keys.begun).toBe(1);
    keys.set({ state: 'working', done: 1200, of: 48_000 });
    await expect
      .element(page.getByText('Ältere Einträge werden neu versiegelt: 1.200 von 48.000.'))
      .toBeVisible();
    expect(page.getByRole('progressbar').element().getAttribute('aria-valuenow')).toBe('2');
    expect(await violations()).toEqual([]);
    keys.set({ state: 'waiting', code: 'disk.full' });
    await expect.element(page.getByText(/In einer Minute wird es wieder versucht\./)).toBeVisible();
    keys.set({ state: 'done', done: 48_000, unreadable: 2, code: null });
    await expect.element(page.getByText(/bis auf 2, die sich nicht öffnen lassen\.$/)).toBeVisible();
    keys.set({ unreadable: 0 });
    await expect.element(page.getByText(/sind unter dem jetzigen Schlüssel versiegelt\.$/)).toBeVisible();
  });

  it.each<Role>(['coordination', 'course-lead', 'reception'])('is not for the role %s', async (role) => {
    await open({ role }, three);
    await expect.element(page.getByText(/keine Berechtigung/)).toBeVisible();
    expect(page.getByRole('table').elements()).toHaveLength(0);
    expect(page.getByRole('button').elements()).toHaveLength(0);
  });

  it.each([
    { language: 'de', mode: 'light' },
    { language: 'en', mode: 'dark' },
  ] as const)('can be used by everybody (%o)', async (look) => {
    await open(look, three);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => page.getByRole('row').elements().length).toBe(4);
    expect(await violations()).toEqual([]);
    await page.viewport(683, 384);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  });
});
