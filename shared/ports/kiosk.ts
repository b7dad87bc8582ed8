import type { KioskDay, KioskGuest } from '#shared/domain/kiosk/kiosk-day.ts';
import type { Result } from '#shared/domain/result.ts';

/** What the kiosk's screens may use. `app/` makes it while the vault is locked. */
export interface KioskPort {
  readonly day: KioskDay;
  readonly clock: { now(): Date; today(): string };
  /** Opens what is kept for a badge; `undefined`: not a badge of this day's store. */
  recognise(badgeNumber: string): Promise<KioskGuest | undefined>;
  /** Resolves when the self check-in is on the disk for certain. The error is a failure code (`disk.full` …). */
  checkIn(guest: KioskGuest, sessionId: string): Promise<Result<void, string>>;
}
