import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { KioskStartPage } from '#renderer/features/kiosk/start/KioskStartPage.tsx';
import { err } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { mountScreen } from '../mounted-screen.tsx';
import { violations } from '../violations.ts';

const today = '2026-11-23';
let services: AppServices;
let unmount: () => void = () => undefined;

async function done<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Two sessions today, one of them open to everybody, and Amina and Yusuf, of whom Amina has a badge. */
async function facility(): Promise<void> {
  const { commands } = services;
  const offer = await done(commands.execute('offer.save', { id: null, offer: madeOffer({ walkIns: true }) }));
  const plan = async (name: string, startsAt: number): Promise<void> => {
    const group = await done(
      commands.execute('courseGroup.save', { id: null, group: madeGroup(offer.id, { name }) }),
    );
    const slot = madeSlot(today, { startsAt, endsAt: startsAt + 90 });
    await done(commands.execute('session.plan', { groupId: group.id, ...slot }));
  };
  await plan('Gruppe A', 540);
  await plan('Gruppe B', 600);
  const amina = await done(commands.execute('participant.create', madeParticipant('Amina', 'Rahimi')));
  await done(commands.execute('participant.create', madeParticipant('Yusuf', 'Demir')));
  await done(commands.execute('badge.issue', { participantIds: [amina.id] }));
}

const show = async (language: 'de' | 'en' = 'de'): Promise<void> => {
  const routes = { '/kiosk': <KioskStartPage /> };
  unmount = await mountScreen({ services, address: '/kiosk', routes, language });
};
const startButton = page.getByRole('button', { name: 'Kiosk starten' });

beforeEach(async () => {
  await page.viewport(1366, 768);
  services = memoryServices();
});
afterEach(() => unmount());

it('starts the kiosk with the chosen sessions and the people who have a badge', async () => {
  await facility();
  const start = vi.spyOn(services.kiosk, 'start');
  await show();
  await expect.element(page.getByText('1 Person hat einen gültigen Ausweis')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('checkbox', { name: /Gruppe B/ }).click();
  await startButton.click();
  await expect.poll(() => start.mock.calls.length).toBe(1);
  const content = start.mock.calls[0]?.[0];
  expect(content?.day.sessions.map(({ title }) => title)).toEqual(['Erstorientierung · Gruppe A']);
  expect([...(content?.guests.values() ?? [])].map(({ firstName }) => firstName)).toEqual(['Amina']);
});

it('asks for a session where none is chosen, and says why it could not start', async () => {
  await facility();
  const start = vi.spyOn(services.kiosk, 'start').mockResolvedValue(err({ code: 'disk.full' }));
  await show();
  for (const name of [/Gruppe A/, /Gruppe B/]) await page.getByRole('checkbox', { name }).click();
  await startButton.click();
  await expect.element(page.getByText('Bitte wählen Sie mindestens einen Termin.')).toBeVisible();
  expect(start).not.toHaveBeenCalled();
  await page.getByRole('checkbox', { name: /Gruppe A/ }).click();
  await startButton.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/kein Platz mehr/);
});

it('says what is missing where nothing is planned', async () => {
  await show('en');
  await expect.element(page.getByText('No more sessions today')).toBeVisible();
  expect(await violations()).toEqual([]);
});
