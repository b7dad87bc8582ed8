import { createRoot } from 'react-dom/client';
import { KioskScreen } from '#renderer/features/kiosk/KioskScreen.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import type { KioskGuest, KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';
import '#renderer/ui/theme/fonts.css';

/** A badge number that is told by `place`. */
export function badge(place: number): string {
  const digits = Array.from(String(place).padStart(14, '0'), Number);
  let next = 0;
  return drawBadgeNumber(() => Uint8Array.of(digits[next++] ?? 0));
}

export const madeSession = (id: string, changes: Partial<KioskSession> = {}): KioskSession => ({
  ...{ id, title: `Deutsch A1 · ${id}`, area: 'language', room: 'R 12' },
  ...{ startsAt: 540, endsAt: 630, walkIns: false },
  ...changes,
});

export const madeGuest = (firstName: string, changes: Partial<KioskGuest> = {}): KioskGuest => ({
  ...{ participantId: `id-${firstName}`, firstName, language: null, sessionIds: [] },
  ...changes,
});

interface MadeKiosk {
  readonly sessions: readonly KioskSession[];
  /** By the places of their badges. */
  readonly guests?: readonly KioskGuest[];
  readonly now?: Date;
  /** Answers in place of the disk. */
  readonly write?: () => Promise<Result<void, string>>;
}

/** A kiosk's port over memory. `checkedIn`: what was written, in order; `setNow` moves its clock. */
export function madePort({ sessions, guests = [], now = new Date(2026, 10, 23, 9, 5), write }: MadeKiosk) {
  let time = now;
  const checkedIn: string[] = [];
  const byBadge = new Map(guests.map((guest, place) => [badge(place), guest]));
  const port: KioskPort = {
    day: { date: '2026-11-23', facilityName: 'Einrichtung Musterstadt', sessions },
    clock: { now: () => time, today: () => time.toLocaleDateString('sv-SE') },
    recognise: async (number) => byBadge.get(number),
    checkIn: async (guest, sessionId) => {
      const answer = write ? await write() : ok(undefined);
      if (answer.ok) checkedIn.push(`${guest.firstName} ${sessionId}`);
      return answer;
    },
  };
  return {
    port,
    checkedIn,
    setNow: (instant: Date) => {
      time = instant;
    },
  };
}

export const diskFull = async (): Promise<Result<void, string>> => err('disk.full');

/** Puts the kiosk into the page as the app does. Returns its undoing. */
export async function mountKiosk(
  port: KioskPort,
  { mode = 'light', onStaff = () => undefined }: { mode?: 'light' | 'dark'; onStaff?: () => void } = {},
): Promise<() => void> {
  await setupI18n('de');
  document.documentElement.lang = 'de';
  document.title = 'Wegmarke';
  await document.fonts.ready;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  root.render(
    <Themed mode={mode}>
      <KioskScreen port={port} onStaff={onStaff} />
    </Themed>,
  );
  return () => {
    root.unmount();
    host.remove();
  };
}

/** Types a text as a scanner does: all at once, and Enter. */
export function scan(text: string): void {
  for (const key of [...text, 'Enter']) {
    const code = /^\d$/.test(key) ? `Digit${key}` : key === 'Enter' ? 'Enter' : '';
    // Control characters come as keys with Ctrl.
    const control = key.length === 1 && key < ' ';
    const pressed = control ? { key: String.fromCharCode(key.charCodeAt(0) + 96), ctrlKey: true } : { key };
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, code, bubbles: true, cancelable: true }));
  }
}
