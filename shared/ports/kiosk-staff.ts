import type { Refusal } from '#shared/domain/commands/define.ts';
import type { KioskContent, KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import type { Result } from '#shared/domain/result.ts';

/** A self check-in that a rule refused when it was to be taken over: it waits for staff. */
export interface RefusedCheckIn {
  readonly entry: KioskEntry;
  /** A key of `locales/*​/failures.json`. */
  readonly code: string;
}

/** What has become of the self check-ins since the vault was opened. */
export interface KioskInboxState {
  /** Self check-ins that are now in the sheets. */
  readonly taken: number;
  readonly refused: readonly RefusedCheckIn[];
  /** What lay in the inbox and was not written by a kiosk of this facility; it was put aside. */
  readonly putAside: number;
  /** Part of the inbox was unreadable on the disk: self check-ins may be missing. */
  readonly damaged: boolean;
}

/** What staff may do about the kiosk. */
export interface KioskStaffPort {
  /** Starts the self check-in with this content, and locks: the window then is the kiosk. */
  start(content: KioskContent): Promise<Result<void, Refusal>>;
  /** The same object until something changes. */
  inbox(): KioskInboxState;
  subscribe(listener: () => void): () => void;
  /** Drops refused self check-ins for good. */
  discard(entryIds: readonly string[]): Promise<Result<void, Refusal>>;
}
