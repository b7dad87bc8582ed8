/**
 * What the kiosk in the hallway knows: the day's sessions, and for each badge a first name and where that person is
 * enrolled today. Nothing else about anybody leaves the vault; people can't be listed or searched there.
 */
import type { programmeAreas } from '#shared/domain/records/offer.ts';

export interface KioskSession {
  readonly id: string;
  readonly title: string;
  readonly area: (typeof programmeAreas)[number];
  readonly room: string | null;
  /** Minutes of the day. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Whether people who are not enrolled may come. */
  readonly walkIns: boolean;
}

/** What the kiosk shows to everybody. */
export interface KioskDay {
  /** `YYYY-MM-DD`; on another day the kiosk takes nobody and asks for staff. */
  readonly date: string;
  readonly facilityName: string;
  /** In order of time. */
  readonly sessions: readonly KioskSession[];
}

/** What the kiosk learns when a badge is held before it; sealed so that it opens with that badge's number only. */
export interface KioskGuest {
  readonly participantId: string;
  readonly firstName: string;
  /** First language of the person that the kiosk speaks, as a code of shared/domain/languages.ts. */
  readonly language: string | null;
  /** Today's sessions in whose groups the person holds a place. */
  readonly sessionIds: readonly string[];
}

/** Everything that a kiosk is started with. */
export interface KioskContent {
  readonly day: KioskDay;
  /** By badge number. */
  readonly guests: ReadonlyMap<string, KioskGuest>;
}

/** A self check-in as it lies in the inbox: the kiosk can write it and not read it. */
export interface KioskEntry {
  /** Random; becomes the id of the entry in the sheet, so that merging twice changes nothing. */
  readonly id: string;
  readonly participantId: string;
  readonly sessionId: string;
  /** ISO instant. */
  readonly at: string;
}
