import { expect, test } from 'vitest';
import type { KioskHost } from '#renderer/app/kiosk/kiosk-host.ts';
import { staffKiosk } from '#renderer/app/kiosk/staff-kiosk.ts';
import type { KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';

/** Entries that lie in the inbox unsealed, and what becomes of each participant's check-in. */
function madeStaffKiosk(people: readonly string[], checkIn: (participantId: string) => Promise<unknown>) {
  const entries = people.map((participantId, at) => ({
    seq: at + 1,
    bytes: new TextEncoder().encode(
      JSON.stringify({ id: `entry of ${participantId}`, participantId, sessionId: 'session', at: `${at}` }),
    ),
  }));
  const cleared: number[] = [];
  const kiosk = staffKiosk({
    host: {
      readInbox: async () => ok({ entries, damaged: false }),
      clearInbox: async ({ taken }: Parameters<KioskHost['clearInbox']>[0]) => {
        cleared.push(...taken);
        return ok(undefined);
      },
    } as Partial<KioskHost> as KioskHost,
    session: {
      sealKiosk: () => Promise.reject(new Error('not started here')),
      kioskEntries: () => async (bytes) => ok(JSON.parse(new TextDecoder().decode(bytes)) as KioskEntry),
    },
    commands: {
      execute: async (name: string, input: { readonly participantId: string }) =>
        name === 'attendance.checkIn' ? checkIn(input.participantId) : ok(undefined),
    } as Partial<CommandPort> as CommandPort,
    lock: () => undefined,
  });
  return { kiosk, cleared };
}

const takenOver = ok({ already: false });

test('a self check-in that breaks its command stays in the inbox and holds up no other', async () => {
  const { kiosk, cleared } = madeStaffKiosk(['Amina', 'Yusuf', 'Olha'], async (person) => {
    if (person === 'Yusuf') throw new Error('a row that does not open');
    return takenOver;
  });
  await kiosk.takeInbox();
  expect(cleared).toEqual([1, 3]);
  expect(kiosk.inbox()).toMatchObject({ taken: 2, refused: [] });
});

test('one that lies in the inbox twice waits for staff once, and goes altogether', async () => {
  const { kiosk, cleared } = madeStaffKiosk(['Amina', 'Amina'], async () =>
    err({ code: 'attendance.session-cancelled' }),
  );
  await kiosk.takeInbox();
  expect(kiosk.inbox().refused).toHaveLength(1);
  expect(await kiosk.discard(['entry of Amina'])).toEqual(ok(undefined));
  expect(cleared).toEqual([1, 2]);
  expect(kiosk.inbox().refused).toEqual([]);
});
