import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GroupPage } from '#renderer/features/courses/GroupPage.tsx';
import { GroupsTab } from '#renderer/features/courses/GroupsTab.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { fullGroup } from './enrolment-cases.ts';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const routes = { '/courses': <GroupsTab />, '/courses/groups/:id': <GroupPage /> };
type Look = { readonly language?: 'de' | 'en'; readonly mode?: 'light' | 'dark' };

async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  unmount();
  await page.viewport(1366, 768);
  unmount = await mountScreen({ services, address, routes, ...look });
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: RegExp) => page.getByRole('row', { name });
const search = () => page.getByRole('combobox', { name: 'Person einschreiben' });
const waitingNames = () =>
  page
    .getByRole('region', { name: /^Warteliste/ })
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);

describe('enrolling', () => {
  it('takes people by two letters and Enter, one after the other', async () => {
    const { services, done, groupId, offerId, executed } = await fullGroup();
    const group = await services.records.get('courseGroup', groupId);
    if (!group) throw new Error('no group');
    await done('courseGroup.save', { id: groupId, group: { ...group, offerId, capacity: null } });
    executed.length = 0;
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(page.getByText('5 Personen')).toBeVisible();
    await search().click();
    await userEvent.keyboard('gen{Enter}');
    await expect.element(page.getByText('6 Personen')).toBeVisible();
    await expect.element(search()).toHaveFocus();
    await expect.element(search()).toHaveValue('');
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent('Genet Tekle ist eingeschrieben.');
    await userEvent.keyboard('xyz');
    await expect
      .element(page.getByText('Niemand gefunden. Bitte prüfen Sie die Schreibweise.'))
      .toBeVisible();
    expect(executed).toEqual(['enrolment.add']);
  });

  it('into a full group puts people on the waiting list, says their place, and can be taken back', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(page.getByText('3 von 3 Plätzen belegt')).toBeVisible();
    await expect.element(page.getByText(/^Die Gruppe ist voll. Wen Sie jetzt einschreiben/)).toBeVisible();
    expect(waitingNames()).toEqual(['Kovalenko, Daria', 'Yıldız, Elif']);
    await search().click();
    await userEvent.keyboard('gen{Enter}');
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent('Die Gruppe ist voll. Genet Tekle steht auf Platz 3 der Warteliste.');
    await expect.poll(waitingNames).toEqual(['Kovalenko, Daria', 'Yıldız, Elif', 'Tekle, Genet']);
    await button(/^Rückgängig/).click();
    await expect.poll(waitingNames).toEqual(['Kovalenko, Daria', 'Yıldız, Elif']);
  });

  it('from the list says beforehand how many will wait', async () => {
    const { services, people, groupId, done } = await fullGroup();
    await done('enrolment.end', {
      ids: services.directory
        .enrolmentsOf('groupId', groupId)
        .filter(({ participantId, waitingSince }) => participantId === people.chidi || waitingSince !== null)
        .map(({ id }) => id),
      ...{ endedOn: '2026-11-23', reason: 'mistake' },
    });
    await open(services, `/courses/groups/${groupId}`);
    await button('Aus Liste auswählen').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Alle auswählen' }).click();
    await expect
      .element(dialog.getByRole('status'))
      .toHaveTextContent('4 Personen ausgewählt · 1 Platz frei · 3 Personen kommen auf die Warteliste');
    // Farid has left and is not offered.
    expect(dialog.getByText(/Noori/).elements()).toEqual([]);
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: '4 Personen einschreiben' }).click();
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent(
        'Chidi Haile ist eingeschrieben. Die Gruppe ist voll. 3 Personen stehen auf der Warteliste, auf den Plätzen 1 bis 3.',
      );
    await expect.element(page.getByText('3 von 3 Plätzen belegt')).toBeVisible();
  });

  it('from the list says there that the first day is missing', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await page.getByRole('textbox', { name: 'Ab' }).fill('');
    await button('Aus Liste auswählen').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('Bitte geben Sie den ersten Tag an.')).toBeVisible();
  });

  it('does not offer who is there, waits or has left, and says why', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    for (const [letters, reason] of [
      ['amina', 'schon dabei'],
      ['daria', 'steht auf der Warteliste'],
      ['farid', 'ausgezogen'],
    ] as const) {
      await search().fill(letters);
      await expect.element(page.getByRole('option')).toHaveTextContent(reason);
      await expect.element(page.getByRole('option')).toHaveAttribute('aria-disabled', 'true');
    }
  });

  it('after the end of the group is told at the day', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await page.getByRole('textbox', { name: /^Ab/ }).fill('24.12.2026');
    await search().click();
    await userEvent.keyboard('gen{Enter}');
    await expect.element(page.getByText('Der Tag liegt nach dem Ende der Gruppe.')).toBeVisible();
    expect(waitingNames()).toHaveLength(2);
  });
});

describe('ending places', () => {
  it('is one write, says who moves up from when, and is taken back whole', async () => {
    const { services, people, groupId, executed } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(row(/Ahmadi/)).toBeVisible();
    const grid = page.getByRole('grid');
    grid.element().focus();
    await userEvent.keyboard(' {ArrowDown} ');
    await button('2 Einschreibungen beenden').click();
    await page.getByRole('radio', { name: 'Hat abgebrochen' }).click();
    executed.length = 0;
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('status').first())
      .toHaveTextContent(
        '2 Einschreibungen sind beendet. Daria Kovalenko und Elif Yıldız rücken von der Warteliste nach und sind ab 24.11.2026 dabei.',
      );
    expect(executed).toEqual(['enrolment.end']);
    await expect.element(row(/Kovalenko/)).toHaveTextContent('ab 24.11.2026');
    await expect.element(row(/Ahmadi/)).toHaveTextContent(/bis 23.11.2026.*abgebrochen/);
    expect(page.getByRole('region', { name: /^Warteliste/ }).elements()).toEqual([]);
    await button(/^Rückgängig/).click();
    await expect.poll(() => document.body.textContent).toContain('Warteliste: 2 Personen');
    expect(waitingNames()).toEqual(['Kovalenko, Daria', 'Yıldız, Elif']);
    expect(
      services.directory
        .enrolmentsOf('groupId', groupId)
        .filter(({ endedOn, waitingSince }) => endedOn === null && waitingSince === null)
        .map(({ participantId }) => participantId),
    ).toEqual([people.amina, people.chidi, people.bilal]);
  });

  it('on a day that can not be is told at the day, and ends nothing', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await row(/Öztürk/)
      .getByRole('gridcell')
      .first()
      .click();
    await button('Einschreibung beenden').click();
    const day = page.getByRole('textbox', { name: /^Letzter Tag/ });
    await day.fill('24.11.2026');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Der letzte Tag liegt in der Zukunft/)).toBeVisible();
    await day.fill('8.11.2026');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Das Ende liegt vor dem Tag der Einschreibung.')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(services.directory.list('enrolment').every(({ endedOn }) => endedOn === null)).toBe(true);
  });

  it('takes somebody off the waiting list, who is back at their place when that is taken back', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await button('Von der Warteliste nehmen: Daria Kovalenko').click();
    await expect.poll(waitingNames).toEqual(['Yıldız, Elif']);
    await expect.element(page.getByRole('heading', { name: 'Warteliste: 1 Person' })).toHaveFocus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(waitingNames).toEqual(['Kovalenko, Daria', 'Yıldız, Elif']);
  });

  it('is not offered to reception', async () => {
    const { services, groupId } = await fullGroup('reception');
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(row(/Ahmadi/)).toBeVisible();
    expect(search().elements()).toEqual([]);
    expect(button(/Warteliste nehmen/).elements()).toEqual([]);
    await expect.element(row(/Ahmadi/)).not.toHaveAttribute('aria-selected');
  });
});

describe('the ledger of a group', () => {
  const cells = (name: RegExp): string[] =>
    row(name)
      .getByRole('gridcell')
      .elements()
      .slice(1)
      .map((cell) => cell.textContent ?? '');

  it('shows UE as counted by hand, and what is not recorded as such', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(row(/Ahmadi/)).toBeVisible();
    expect(cells(/Ahmadi/).slice(1)).toEqual([
      ...['seit 02.11.2026', '5 von 1241 %', '2 UE', '2 UE', 'noch nicht'],
    ]);
    expect(cells(/Öztürk/).slice(1)).toEqual(['seit 09.11.2026', '6 von 875 %', '', '2 UE', 'fällig']);
    expect(cells(/Haile/).slice(1)).toEqual(['seit 02.11.2026', '6 von 1250 %', '', '4 UE', 'noch offen']);
  });

  it('shows them by module', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`);
    await button('Nach Modulen').click();
    await expect.element(page.getByRole('columnheader', { name: 'Arbeit' })).toBeVisible();
    expect(cells(/Ahmadi/).slice(1)).toEqual(['3 von 6', '2 von 4', '0 von 22 nicht erfasst']);
    expect(cells(/Öztürk/).slice(1)).toEqual(['2 von 2', '4 von 4', '0 von 22 nicht erfasst']);
    expect(cells(/Haile/).slice(1)).toEqual([
      ...['4 von 62 nicht erfasst', '2 von 4', '0 von 22 nicht erfasst'],
    ]);
    expect(await violations()).toEqual([]);
  });

  it('follows what is recorded meanwhile without opening a sheet', async () => {
    const { services, people, groupId, done } = await fullGroup();
    const { where } = services.records;
    const asked: string[] = [];
    services.records.where = ((kind: 'certificate', index: 'groupId', value: string) => {
      asked.push(kind);
      return where(kind, index, value);
    }) as typeof where;
    await open(services, `/courses/groups/${groupId}`);
    await expect.element(row(/Ahmadi/)).toHaveTextContent('5 von 12');
    const [today] = await services.directory.sessionsBetween('2026-11-23', '2026-11-23');
    const mark = { participantId: people.amina, mark: 'present' as const, late: null, early: null };
    await done('attendance.record', { sessionId: today?.session.id ?? '', marks: [mark], reason: null });
    await expect.element(row(/Ahmadi/)).toHaveTextContent('7 von 12');
    expect([...new Set(asked)]).toEqual(['certificate']);
  });

  it('counts in the list of groups who waits', async () => {
    const { services } = await fullGroup();
    await open(services, '/courses');
    await expect.element(row(/Erstorientierung A/)).toHaveTextContent(/3 von 3.*2 warten/);
    expect(await violations()).toEqual([]);
  });
});

describe.each([
  { language: 'de', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const)('for everybody ($language, $mode)', (look) => {
  it('has no violation that axe finds', async () => {
    const { services, groupId } = await fullGroup();
    await open(services, `/courses/groups/${groupId}`, look);
    await expect.element(row(/Ahmadi/)).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});
