import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { entryOf, headCount, namedWalkIns } from '#shared/domain/attendance/marks.ts';
import { violations } from '#tests/browser/violations.ts';
import { guests, leave, open } from './walk-ins-cases.tsx';

afterEach(leave);
beforeEach(() => page.viewport(1366, 768));

const address = '/attendance/walk-ins';
const field = () => page.getByRole('combobox', { name: 'Person suchen' });
const options = () => page.getByRole('option');
const heading = () => page.getByRole('heading', { name: /^Wer / });
const said = () => page.getByRole('status').filter({ hasText: /zugeordnet|benannt|erfasst/ });
const names = (): string[] =>
  [...document.querySelectorAll('[data-item]')].map((item) => item.textContent ?? '');

describe('guests without a person', () => {
  it('are linked by one key each where the best match is right, the focus staying in the field', async () => {
    const { services, outside, people, entries, sessionId } = await guests();
    await open(services, address);
    await expect.element(heading()).toHaveTextContent('Wer ist „Mohamed Alkhatib“?');
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('Mohamed Alkhatib');
    await expect.element(options().first()).toHaveTextContent(/Al-Khatib, Mohammad.*4711.*Zimmer B 12/);
    expect(names()).toEqual(['Mohamed Alkhatib', 'Amina Ahmadi', 'Zzyzx Qqq', 'Schewtschenko']);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(heading()).toHaveTextContent('Amina Ahmadi');
    await expect.element(field()).toHaveFocus();
    await expect.element(options().first()).toHaveTextContent(/Ahmadi.*Amina.*in dieser Gruppe/);
    await userEvent.keyboard('{Enter}');
    await expect.element(heading()).toHaveTextContent('Zzyzx Qqq');
    const sheet = await services.records.get('attendanceSheet', sessionId);
    expect(sheet?.entries[entries.mohamed]?.participantId).toBe(outside[0]);
    expect(sheet?.entries[entries.amina]?.participantId).toBe(people[0]);
    expect(entryOf(sheet, outside[0] ?? '')?.mark).toBe('present');
    expect(names()).toEqual(['Zzyzx Qqq', 'Schewtschenko']);
  });

  it('are skipped, searched anew, chosen by arrows, and a link is taken back', async () => {
    const { services, outside, entries, earlier } = await guests();
    await open(services, address);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{PageUp}');
    await expect.element(heading()).toHaveTextContent('Schewtschenko');
    await expect.element(options().first()).toHaveTextContent('Shevchenko, Olena');
    await userEvent.clear(field());
    await expect
      .element(page.getByText('Geben Sie einen Namen, eine Nummer oder ein Zimmer ein.'))
      .toBeVisible();
    await userEvent.keyboard('Ahmadi');
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    await expect.element(options().last()).toHaveAttribute('aria-selected', 'true');
    await userEvent.clear(field());
    await userEvent.keyboard('4712{Enter}');
    await expect
      .element(said().first())
      .toHaveTextContent('„Schewtschenko“ ist jetzt Olena Shevchenko zugeordnet.');
    const linked = async () =>
      (await services.records.get('attendanceSheet', earlier))?.entries[entries.olena];
    expect((await linked())?.participantId).toBe(outside[1]);
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.poll(async () => (await linked())?.participantId).toBe(null);
    await expect.element(heading()).toHaveTextContent('Schewtschenko');
  });

  it('whom nobody fits are created, with the name filled in, and linked on the way back', async () => {
    const { services, entries, sessionId } = await guests();
    await open(services, address);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{PageDown}{PageDown}');
    await expect.element(heading()).toHaveTextContent('Zzyzx Qqq');
    await expect.element(options()).toHaveTextContent('Neue Person anlegen und zuordnen');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Vorname')).toHaveValue('Zzyzx');
    await expect.element(page.getByLabelText('Familienname')).toHaveValue('Qqq');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(said().first()).toHaveTextContent('„Zzyzx Qqq“ ist jetzt Zzyzx Qqq zugeordnet.');
    const entry = (await services.records.get('attendanceSheet', sessionId))?.entries[entries.nobody];
    expect(services.directory.get('participant', entry?.participantId ?? '')).toMatchObject({
      family: 'Qqq',
    });
    expect(names()).not.toContain('Zzyzx Qqq');
    await expect.poll(() => document.body.dataset.address).toBe(address);
  });

  it('of a closed list take a reason, once', async () => {
    const { services, done, sessionId, outside, entries, people } = await guests();
    await done('attendance.close', { sessionId });
    await open(services, address);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('dialog'))
      .toHaveTextContent('Warum ändern Sie die abgeschlossene Liste?');
    await userEvent.keyboard('Später erkannt{Enter}');
    await expect.element(heading()).toHaveTextContent('Amina Ahmadi');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading()).toHaveTextContent('Zzyzx Qqq');
    const sheet = await services.records.get('attendanceSheet', sessionId);
    expect(sheet?.entries[entries.mohamed]).toMatchObject({
      participantId: outside[0],
      corrections: [{ reason: 'Später erkannt' }],
    });
    expect(sheet?.entries[entries.amina]?.participantId).toBe(people[0]);
  });

  it('of a closed list are nobody again by the offer, also once the screen is left', async () => {
    const { services, done, sessionId, outside, entries } = await guests();
    await done('attendance.close', { sessionId });
    await open(services, address);
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('Später erkannt{Enter}');
    await expect.element(said().first()).toHaveTextContent('zugeordnet');
    const entry = async () =>
      (await services.records.get('attendanceSheet', sessionId))?.entries[entries.mohamed];
    expect((await entry())?.participantId).toBe(outside[0]);
    await page.getByRole('link', { name: 'Heute' }).click();
    await expect.element(field()).not.toBeInTheDocument();
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.poll(async () => (await entry())?.participantId).toBe(null);
  });

  it('who were only counted are named, and that is taken back whole', async () => {
    const { services, outside, earlier } = await guests();
    await open(services, address);
    await page.getByRole('button', { name: 'Nur gezählt (2)' }).click();
    await expect.element(heading()).toHaveTextContent('Wer sind die 2 Personen, die gezählt wurden?');
    await userEvent.fill(field(), 'Olena');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading()).toHaveTextContent('Wer ist die Person, die gezählt wurde?');
    const sheet = () => services.records.get('attendanceSheet', earlier);
    expect(headCount(await sheet())).toBe(1);
    expect(entryOf(await sheet(), outside[1] ?? '')?.mark).toBe('present');
    await page.getByRole('button', { name: /Rückgängig/ }).click();
    await expect.poll(async () => headCount(await sheet())).toBe(2);
    expect(entryOf(await sheet(), outside[1] ?? '')).toBeUndefined();
  });

  it('of more than eight weeks ago come on demand, and nothing but the sheets with names is opened', async () => {
    const { services, walkIn, plan, done, groupId } = await guests();
    const group = services.directory.get('courseGroup', groupId);
    if (!group) throw new Error('no group');
    const { id: _id, ...record } = group;
    await done('courseGroup.save', { id: groupId, group: { ...record, startsOn: '2026-08-03' } });
    await walkIn(await plan('2026-08-24'), 'Lange Her');
    const opened: string[] = [];
    const { getMany } = services.records;
    services.records.getMany = async (kind, ids) => {
      if (kind === 'attendanceSheet') opened.push(...ids);
      return await getMany(kind, ids);
    };
    await open(services, address);
    await expect.element(field()).toHaveFocus();
    expect(names()).not.toContain('Lange Her');
    expect(new Set(opened).size).toBe(2);
    await page.getByRole('button', { name: 'Ältere Termine zeigen' }).click();
    await expect.poll(names).toContain('Lange Her');
  });

  it('are counted on Today, and all of them linked says so', async () => {
    const { services, sessionId, earlier, entries, done, outside } = await guests();
    await open(services, '/');
    const way = page.getByRole('link', { name: '4 Gäste ohne Zuordnung' });
    await expect.element(way).toHaveAttribute('href', address);
    for (const [session, entryId] of [
      [sessionId, entries.mohamed],
      [sessionId, entries.amina],
      [sessionId, entries.nobody],
      [earlier, entries.olena],
    ] as const)
      await done('attendance.linkWalkIn', {
        ...{ sessionId: session, entryId, participantId: outside[0] ?? '', reason: null },
      });
    await expect.poll(() => page.getByRole('link', { name: /ohne Zuordnung/ }).elements().length).toBe(0);
    await open(services, address);
    await expect.element(page.getByText('Alle Gäste sind zugeordnet')).toBeVisible();
  });
});

describe('in the roll call', () => {
  it('a name is linked and a counted person named', async () => {
    const { services, sessionId, outside, done } = await guests();
    await done('attendance.count', { sessionId, people: 1, reason: null });
    await open(services, `/sessions/${sessionId}`);
    await page.getByRole('button', { name: '„Mohamed Alkhatib“ zuordnen' }).click();
    await expect.element(field()).toHaveFocus();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('combobox', { name: 'Name' })).toHaveFocus();
    const sheet = () => services.records.get('attendanceSheet', sessionId);
    expect(entryOf(await sheet(), outside[0] ?? '')?.mark).toBe('present');
    expect(namedWalkIns(await sheet()).map(({ name }) => name)).not.toContain('Mohamed Alkhatib');
    await page.getByRole('button', { name: 'Eine gezählte Person benennen' }).click();
    await userEvent.keyboard('Olena{Enter}');
    await expect.poll(async () => headCount(await sheet())).toBe(0);
    await expect.poll(() => document.querySelector('[data-heads]')?.textContent).toBe('0');
    expect(entryOf(await sheet(), outside[1] ?? '')?.mark).toBe('present');
  });

  it('somebody new is created and linked there', async () => {
    const { services, sessionId, entries } = await guests();
    await open(services, `/sessions/${sessionId}`);
    await page.getByRole('button', { name: '„Zzyzx Qqq“ zuordnen' }).click();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Vorname')).toHaveValue('Zzyzx');
    await userEvent.keyboard('{Enter}');
    await expect.element(said().first()).toHaveTextContent('„Zzyzx Qqq“ ist jetzt Zzyzx Qqq zugeordnet.');
    await expect.poll(() => document.body.dataset.address).toBe(`/sessions/${sessionId}`);
    const entry = (await services.records.get('attendanceSheet', sessionId))?.entries[entries.nobody];
    expect(entry?.participantId).toMatch(/^id-/);
  });
});

describe.each([
  { language: 'de', mode: 'light' },
  { language: 'en', mode: 'dark' },
] as const)('for everybody ($language, $mode)', (look) => {
  it('has no violation that axe finds', async () => {
    const { services } = await guests();
    await open(services, address, look);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
  });
});
