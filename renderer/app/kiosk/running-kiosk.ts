import { asBytes, randomId } from '#renderer/vault/bytes.ts';
import { type OpenKiosk, openKioskStore } from '#renderer/vault/kiosk-store.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import { ok } from '#shared/domain/result.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';
import type { KioskHost } from './kiosk-host.ts';

/**
 * The kiosk that was running when the window was last loaded, also if the PC lost its power meanwhile. One of another
 * day, or whose store does not open, is ended; its inbox stays. `undefined`: there is none.
 */
export async function runningKiosk(host: KioskHost, now: () => Date): Promise<KioskPort | undefined> {
  const answer = await host.open();
  if (answer.ok && answer.value === null) return undefined;
  const kiosk =
    answer.ok && answer.value && (await openKioskStore(answer.value.store, asBytes(answer.value.key)));
  if (kiosk && kiosk.day.date === localDay(now())) return kioskPort(host, kiosk, now);
  await host.end();
  return undefined;
}

function kioskPort(host: KioskHost, kiosk: OpenKiosk, now: () => Date): KioskPort {
  /** By person and session: whoever comes again, or tries again after a failure, makes no second entry. */
  const made = new Map<string, KioskEntry>();
  const written = new Set<KioskEntry>();
  const today = (): string => localDay(now());
  return {
    day: kiosk.day,
    clock: { now, today },
    recognise: async (number) => (today() === kiosk.day.date ? kiosk.recognise(number) : undefined),
    checkIn: async ({ participantId }, sessionId) => {
      const key = `${participantId} ${sessionId}`;
      const entry = made.get(key) ?? { id: randomId(), participantId, sessionId, at: now().toISOString() };
      made.set(key, entry);
      if (written.has(entry)) return ok(undefined);
      const appended = await host.append(await kiosk.seal(entry));
      if (appended.ok) written.add(entry);
      return appended;
    },
  };
}
