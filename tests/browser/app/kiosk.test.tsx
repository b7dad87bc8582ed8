import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { KioskContent, KioskGuest } from '#shared/domain/kiosk/kiosk-day.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';
import { violations } from '#tests/browser/violations.ts';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { heading, passphrase, setUp, slow, unlockWith } from './set-up.tsx';
import { Computer } from './started-app.tsx';

const today = '2026-11-23';
const badge = drawBadgeNumber((count) => new Uint8Array(count).fill(3));

let computer: Computer;

beforeEach(async () => {
  await page.viewport(1366, 768);
  computer = new Computer();
  await computer.start();
});
afterEach(() => computer.remove());

async function done<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
  const answer = await computer.services().commands.execute(name, input);
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
  return answer.value;
}

interface Made {
  readonly amina: KioskGuest;
  readonly sessionId: string;
  readonly content: KioskContent;
}

/** A person with a badge and a session that is on. */
async function made(): Promise<Made> {
  const { id: participantId } = await done('participant.create', madeParticipant('Amina'));
  const { id: offerId } = await done('offer.save', { id: null, offer: madeOffer() });
  const { id: groupId } = await done('courseGroup.save', { id: null, group: madeGroup(offerId) });
  const { id: sessionId } = await done('session.plan', { groupId, ...madeSlot(today) });
  const amina = { participantId, firstName: 'Amina', language: null, sessionIds: [sessionId] };
  const session = {
    ...{ id: sessionId, title: 'Erstorientierung', area: 'language' as const, room: 'R 12' },
    ...{ startsAt: 540, endsAt: 630, walkIns: true },
  };
  const day = { date: today, facilityName: 'ZUE Münster', sessions: [session] };
  return { amina, sessionId, content: { day, guests: new Map([[badge, amina]]) } };
}

/** The kiosk that the window shows. */
async function shownKiosk(): Promise<KioskPort> {
  await expect.poll(() => computer.boot?.current().phase, slow).toBe('kiosk');
  const state = computer.boot?.current();
  if (state?.phase !== 'kiosk') throw new Error('no kiosk');
  return state.port;
}

async function startKiosk(content: KioskContent): Promise<KioskPort> {
  expect(await computer.services().kiosk.start(content)).toEqual({ ok: true, value: undefined });
  return shownKiosk();
}

async function unlockAsStaff(): Promise<void> {
  if (computer.boot?.current().phase === 'kiosk') await computer.boot.showLockScreen();
  await expect.element(heading('ZUE Münster'), slow).toBeVisible();
  await unlockWith(passphrase);
  await expect.element(page.getByRole('heading', { level: 1, name: /^Heute/ }), slow).toBeVisible();
}

async function marks(sessionId: string): Promise<readonly string[]> {
  const sheet = await computer.services().records.get('attendanceSheet', sessionId);
  return Object.entries(sheet?.entries ?? {}).map(([id, { mark }]) => `${id.length} ${mark}`);
}

it('starts locked, survives a restart, and puts what it took into the sheet once', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  let kiosk = await startKiosk(content);
  expect(computer.reloads).toBe(1);
  expect(kiosk.day).toEqual(content.day);
  expect(await kiosk.recognise(badge)).toEqual(amina);
  expect(await kiosk.checkIn(amina, sessionId)).toEqual({ ok: true, value: undefined });
  expect(await kiosk.checkIn(amina, sessionId)).toEqual({ ok: true, value: undefined });
  expect(computer.kiosk.entries).toHaveLength(1);

  await computer.start();
  kiosk = await shownKiosk();
  await kiosk.checkIn(amina, sessionId);
  expect(computer.kiosk.entries).toHaveLength(2);

  await unlockAsStaff();
  await expect
    .element(page.getByText('Ein Selbst-Check-in wurde in die Anwesenheit übernommen.').first(), slow)
    .toBeVisible();
  await expect.poll(() => computer.kiosk.entries, slow).toHaveLength(0);
  expect(await marks(sessionId)).toEqual(['32 present']);
  expect(computer.kiosk.running).toBeNull();
});

it('takes the same entries again when it was ended before the inbox was cleared', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  const kiosk = await startKiosk(content);
  await kiosk.checkIn(amina, sessionId);
  computer.kiosk.failure = 'disk.failed';
  await unlockAsStaff();
  await expect.poll(() => marks(sessionId), slow).toEqual(['32 present']);
  expect(computer.kiosk.entries).toHaveLength(1);
  computer.kiosk.failure = null;
  await computer.start();
  await unlockAsStaff();
  await expect.poll(() => computer.kiosk.entries, slow).toHaveLength(0);
  expect(await marks(sessionId)).toEqual(['32 present']);
});

it('keeps what a rule refuses, shows it, and drops it only when staff say so', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  const kiosk = await startKiosk(content);
  await kiosk.checkIn(amina, sessionId);
  const [entry] = computer.kiosk.entries;
  // Called off from another workstation, as it were.
  computer.kiosk.entries = [];
  await unlockAsStaff();
  await done('session.cancel', { id: sessionId, reason: 'Krankheit' });
  if (entry) computer.kiosk.entries = [entry];
  await computer.start();
  await unlockAsStaff();
  await page.getByRole('button', { name: 'Ansehen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Selbst-Check-ins, die warten' });
  await expect.element(dialog.getByText('Amina')).toBeVisible();
  await expect.element(dialog.getByText(/Erstorientierung, 23\.11\.2026, 9:00/)).toBeVisible();
  await expect.element(dialog.getByText(/ist ausgefallen/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(computer.kiosk.entries).toHaveLength(1);
  await page.getByRole('button', { name: 'Ansehen' }).click();
  await dialog.getByRole('button', { name: 'Selbst-Check-in von Amina trotzdem verwerfen' }).click();
  await expect.poll(() => computer.kiosk.entries, slow).toHaveLength(0);
  await expect.element(page.getByRole('button', { name: 'Ansehen' })).not.toBeInTheDocument();
});

it('puts aside what no kiosk of this facility wrote, and takes the rest', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  const kiosk = await startKiosk(content);
  computer.kiosk.entries.push({ seq: 1000, bytes: new TextEncoder().encode('forged') });
  await kiosk.checkIn(amina, sessionId);
  await unlockAsStaff();
  await expect
    .element(page.getByText(/lag ein Eintrag, der nicht von dieser Einrichtung/), slow)
    .toBeVisible();
  await expect.poll(() => computer.kiosk.entries, slow).toHaveLength(0);
  expect(computer.kiosk.aside).toHaveLength(1);
  expect(await marks(sessionId)).toEqual(['32 present']);
});

it('is over on another day, and its inbox is not', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  const kiosk = await startKiosk(content);
  await kiosk.checkIn(amina, sessionId);
  computer.now = new Date(2026, 10, 24, 7, 30);
  expect(await kiosk.recognise(badge)).toBeUndefined();
  await computer.start();
  await expect.element(heading('ZUE Münster'), slow).toBeVisible();
  expect(computer.kiosk.running).toBeNull();
  expect(computer.kiosk.entries).toHaveLength(1);
  await unlockAsStaff();
  await expect.poll(() => marks(sessionId), slow).toEqual(['32 present']);
});

it('goes on when the screen is locked or the lock screen is left alone, and says when the disk is full', async () => {
  await setUp();
  const { amina, sessionId, content } = await made();
  const kiosk = await startKiosk(content);
  await computer.boot?.lock();
  expect(computer.reloads).toBe(1);
  expect(computer.boot?.current().phase).toBe('kiosk');
  await computer.boot?.showLockScreen();
  await page.getByRole('button', { name: 'Zurück zum Selbst-Check-in' }).click();
  expect(computer.boot?.current().phase).toBe('kiosk');
  computer.kiosk.failure = 'disk.full';
  expect(await kiosk.checkIn(amina, sessionId)).toEqual({ ok: false, error: 'disk.full' });
  computer.kiosk.failure = null;
  expect(await kiosk.checkIn(amina, sessionId)).toEqual({ ok: true, value: undefined });
});

it('is left with a passphrase only', async () => {
  await setUp();
  const { content } = await made();
  await startKiosk(content);
  await computer.boot?.showLockScreen();
  await unlockWith('falsch');
  await expect.element(page.getByText(/^Die Passphrase stimmt nicht/), slow).toBeVisible();
  expect(computer.kiosk.running).not.toBeNull();
});
