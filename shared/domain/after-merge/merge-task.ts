export const mergeTaskKinds = [
  /** A group with more people than places. `ids`: the group. */
  'group-overfull',
  /** Somebody has two places, or a place and a turn on the waiting list, in one group. `ids`: the enrolments. */
  'place-twice',
  /** Two groups in one room at a time. `ids`: the sessions. */
  'room-twice',
  /** One lead at two places at a time. `ids`: the sessions. */
  'lead-twice',
  /** Two sessions of one group at a time, as when both desks planned it. `ids`: the sessions. */
  'group-meets-twice',
  /** Attendance of a session that is cancelled, taken away or on another day now. `ids`: the session. */
  'attendance-without-session',
  /** Two records that are likely one person, of which one is new here. `ids`: the participants. */
  'person-twice',
  /** Records that carry the id of somebody whose record goes on in another. `ids`: the merged participant, the records. */
  'left-with-merged',
  /** Two words of a lead about one certificate. `ids`: the decisions. */
  'decided-twice',
  /** Should be impossible. `ids`: the certificates. */
  'certificate-number-twice',
  /** Records that name somebody who was erased. `ids`: entries of the erasure ledger, to be repeated. */
  'erased-again',
] as const;
export type MergeTaskKind = (typeof mergeTaskKinds)[number];

/** Something for staff to look at, and what it is about; `ids` are in order, and the same on every workstation. */
export interface MergeTask {
  readonly kind: MergeTaskKind;
  readonly ids: readonly string[];
}

/** A task about some records, whichever of them was found first. */
export const taskAbout = (kind: MergeTaskKind, ids: Iterable<string>): MergeTask => ({
  kind,
  ids: [...new Set(ids)].sort(),
});
