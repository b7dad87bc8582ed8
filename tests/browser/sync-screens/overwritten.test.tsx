import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { violations } from '#tests/browser/violations.ts';
import { madePartner } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { seeded, today } from '#tests/unit/commands/seeded.ts';
import { button, close, open, otherDesk, overwrite } from './sync-cases.tsx';

afterEach(close);

const list = () => page.getByRole('list', { name: 'Gleichzeitig geschrieben und überschrieben' });
const lines = () => list().getByRole('listitem');

it('shows at the session what another desk wrote, and takes it with one click; undo brings back what stood', async () => {
  const seed = await seeded();
  const { sessionId, records } = seed;
  const session = await records.get('session', sessionId);
  if (!session) throw new Error('no session');
  const { date, startsAt, endsAt, room } = session;
  const movedFrom = { date, startsAt, endsAt, room, reason: 'Raum belegt' };
  const services = memoryServices({
    ...{ tables: seed.tables, edits: seed.edits, workstations: { [otherDesk]: 'PC 2' } },
  });
  const slot = { date, startsAt, endsAt, breaks: session.breaks, room: 'B114', movedFrom };
  overwrite(services, 'session', sessionId, 'date', slot);
  await open(services, `/sessions/${sessionId}`);
  await expect.element(lines()).toHaveTextContent('8:02 an PC 2: Raum B114');
  expect(await violations()).toEqual([]);
  await button('Übernehmen: Raum B114').click();
  await expect.element(page.getByText('Übernommen: Raum B114').first()).toBeVisible();
  await expect.element(lines()).not.toBeInTheDocument();
  expect((await services.records.get('session', sessionId))?.room).toBe('B114');
  expect(document.activeElement).not.toBe(document.body);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(async () => (await services.records.get('session', sessionId))?.room).toBe(room);
});

it('dismisses with one click, only once there is nothing to take back', async () => {
  const services = await seeded();
  const { amina } = services;
  overwrite(services, 'participant', amina, 'room', { room: 'B 114' });
  await open(services, `/people/${amina}`);
  const line = '8:02 an einem anderen Arbeitsplatz: Zimmer: B 114';
  await expect.element(lines()).toHaveTextContent(line);
  await button('Verwerfen: Zimmer: B 114').click();
  await expect.element(lines()).not.toBeInTheDocument();
  await button(/Rückgängig/).click();
  await expect.element(lines()).toHaveTextContent(line);
  expect(services.edits.get(`participant ${amina}`)).toHaveLength(1);
  await button('Verwerfen: Zimmer: B 114').click();
  // Escape ends the offer at once.
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => services.edits.get(`participant ${amina}`)).toEqual([]);
  expect((await services.records.get('participant', amina))?.room).toBeNull();
});

it('says why an edit can not be taken any more, and leaves it', async () => {
  const services = await seeded();
  const { groupId } = services;
  overwrite(services, 'courseGroup', groupId, 'capacity', { capacity: 1 });
  await open(services, `/courses/groups/${groupId}`);
  await button('Übernehmen: Plätze: 1').click();
  await expect.element(page.getByText(/schon 2 Personen eingeschrieben/).first()).toBeVisible();
  await expect.element(lines()).toBeVisible();
});

it('says marks, places, and fields of every kind in words, with the names of people', async () => {
  const services = await seeded();
  const { done, sessionId, amina, groupId, places, offerId } = services;
  const mark = { participantId: amina, mark: 'present' as const, late: null, early: null };
  await done('attendance.record', { sessionId, marks: [mark], reason: null });
  const sheet = await services.records.get('attendanceSheet', sessionId);
  const [[entryId, entry] = []] = Object.entries(sheet?.entries ?? {});
  overwrite(services, 'attendanceSheet', sessionId, `entries/${entryId}`, {
    ...entry,
    mark: 'late',
    late: 20,
  });
  overwrite(services, 'attendanceSheet', sessionId, 'closed', { closed: { by: 'x', at: 'y' } });
  overwrite(services, 'session', sessionId, 'cancelled', { cancelled: { reason: 'Krankheit' } });
  await open(services, `/sessions/${sessionId}`);
  await expect.element(lines().nth(2)).toBeVisible();
  const texts = async () =>
    lines()
      .elements()
      .map((line) => line.querySelector('bdi')?.textContent?.split('Arbeitsplatz: ')[1]);
  expect(await texts()).toEqual(['abgesagt: Krankheit', 'Amina: 20 Min. zu spät', 'Liste abgeschlossen']);
  const place = await services.records.get('enrolment', places[0] ?? '');
  overwrite(services, 'courseGroup', groupId, 'lead', { lead: 'K. Overbeck' });
  overwrite(services, 'courseGroup', groupId, 'startsOn', { startsOn: '2026-11-03', endsOn: '2026-12-18' });
  overwrite(services, 'courseGroup', groupId, 'language', { language: 'ar' });
  overwrite(services, 'enrolment', places[0] ?? '', 'enrolledOn', {
    ...place,
    endedOn: today,
    endReason: 'dropped-out',
  });
  await open(services, `/courses/groups/${groupId}`);
  await expect.element(lines().nth(3)).toBeVisible();
  expect(await texts()).toEqual([
    'Leitung: K. Overbeck',
    'Beginn: 03.11.2026',
    'Unterrichtssprache: Arabisch',
    'Amina: bis 23.11.2026 (abgebrochen)',
  ]);
  const partner = await done('partner.save', { id: null, partner: madePartner('VHS') });
  overwrite(services, 'offer', offerId, 'area', { area: 'vocational', subProjectId: null });
  overwrite(services, 'offer', offerId, 'partnerIds', { partnerIds: [partner.id] });
  overwrite(services, 'offer', offerId, 'walkIns', { walkIns: true });
  overwrite(services, 'offer', offerId, 'later', { later: { a: 1 } });
  await open(services, `/courses/offers/${offerId}`);
  await expect.element(lines().nth(3)).toBeVisible();
  expect(await texts()).toEqual([
    'Programmbereich: Berufsorientierung',
    'Partner: VHS',
    'Offen für Gäste ohne Einschreibung: ja',
    'eine andere Fassung',
  ]);
  // Where the record is not on the screen, the line says what stands there as well.
  await open(services, '/after-sync');
  await expect.element(lines().nth(10)).toBeVisible();
  const both = await texts();
  for (const text of [
    'Amina: 20 Min. zu spät · jetzt gilt: Amina: anwesend',
    'abgesagt: Krankheit · jetzt gilt: findet statt',
    'Beginn: 03.11.2026 · jetzt gilt: Beginn: 02.11.2026',
    'Amina: bis 23.11.2026 (abgebrochen) · jetzt gilt: Amina: eingeschrieben ab 02.11.2026',
    'Offen für Gäste ohne Einschreibung: ja · jetzt gilt: Offen für Gäste ohne Einschreibung: nein',
    'eine andere Fassung',
  ])
    expect(both).toContain(text);
});

it('offers to a role only what it may do', async () => {
  const seed = await seeded();
  overwrite(seed, 'session', seed.sessionId, 'lead', { lead: 'K. Overbeck' });
  const services = memoryServices({ role: 'reception', tables: seed.tables, edits: seed.edits });
  await open(services, `/sessions/${seed.sessionId}`);
  await expect.element(lines()).toHaveTextContent('Vertretung: K. Overbeck');
  expect(lines().getByRole('button').elements()).toHaveLength(0);
});

it('shows nothing where nothing was overwritten', async () => {
  const services = await seeded();
  await open(services, `/people/${services.amina}`, { language: 'en' });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Amina');
  expect(page.getByRole('list', { name: 'Written at the same time and overwritten' }).elements()).toEqual([]);
});
