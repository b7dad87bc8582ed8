import type { NewParticipant, Participant } from '#shared/domain/records/participant.ts';
import type { SyncDetails, SyncState } from '#shared/ports/sync.ts';
import type { MakingTimes } from './certificates.ts';
import type { Contents, Found } from './endurance.ts';
import type { JournalShare } from './journal-share.ts';
import type { AuditTimes, DeletionTimes } from './keeping-times.ts';
import type { SelfCheckIn } from './self-check-in.ts';
import type { SnapshotTimes, Took } from './snapshot-times.ts';
import type { StressPlan } from './stress.ts';
import type { VaultTimes } from './vault-ratios.ts';

interface LabSync {
  /** Connects, and answers with this workstation's public key. */
  connect(addressFile: string): Promise<string>;
  state(): SyncState;
  details(): SyncDetails | null;
  retry(): void;
  reseed(): Promise<void>;
  /** Until it is in step. */
  filled(): Promise<Took>;
  /** So many sealed sheets into an empty database by IndexedDB alone; rows per second. */
  barePuts(count: number): Promise<number>;
  found(): { readonly tasks: number; readonly overwritten: number };
}

interface LabPerson {
  readonly id: string;
  readonly given: string;
  readonly room: string | null;
}

/** What `window.wegmarkeLab` offers to the scripts that drive the window. */
export interface Lab {
  isOpen(): boolean;
  /** Fills the open vault with the made-up facility. */
  fillDemo(): Promise<void>;
  /** Journals a site of that size; the window must be loaded anew afterwards. */
  journalStress(plan: Omit<StressPlan, 'today'>): Promise<void>;
  /** Journals so many entries of the audit log; the window must be loaded anew afterwards. */
  journalAudit(entries: number): Promise<void>;
  vaultTimes(count: number): Promise<VaultTimes>;
  /** Makes a snapshot through main and rehearses it. */
  snapshotTimes(): Promise<SnapshotTimes>;
  /** Resolves when everything that was saved is in the database too. */
  settled(): Promise<void>;
  /** Plans a session of today with that many people; answers with its id. */
  planRollCall(people: number): Promise<string>;
  /** People of these names with badges, and a session that is on now. */
  planSelfCheckIn(title: string, firstNames: readonly string[]): Promise<SelfCheckIn>;
  /** The marks in a session's sheet, each with the name of its person. */
  marksOf(sessionId: string): Promise<readonly (readonly [name: string, mark: string])[]>;
  found(): Found;
  /** Opens every record. */
  contents(): Promise<Contents>;
  /** Every row against the manifest, and the audit log's chains. `false`: something is missing. */
  isWhole(): Promise<boolean>;
  planCountedSession(): Promise<string>;
  /** See `endurance.ts`. */
  writeUntilRefused(
    prefix: string,
    sessionId: string,
  ): Promise<{ readonly code: string; readonly tookMs: number }>;
  writtenOf(
    prefix: string,
    sessionId: string,
  ): Promise<{ readonly people: readonly number[]; readonly counted: number }>;
  /** Checks in everybody of `planSelfCheckIn`. */
  journalShare(planned: SelfCheckIn): Promise<JournalShare>;
  /** Reads and sums every row's identity. */
  manifestDigest(): Promise<Took>;
  auditTimes(): Promise<AuditTimes>;
  /** Until everything is sealed under the newest key; to be asked before that key is begun. */
  resealed(): Promise<Took>;
  /** Deletes everybody who is due. */
  deletionTimes(): Promise<DeletionTimes>;
  /** Of the last unlock: milliseconds that Argon2id took, and when (`performance.now()`) the data was open. */
  unlockTimes(): { readonly argon2Ms: number; readonly openedAt: number };
  /** Milliseconds of so many calls to main and back that carry `bytes`; main does nothing with them. */
  callTimes(count: number, bytes: number): Promise<number[]>;
  /** Makes that many made-up certificates, all in one PDF or each in its own. */
  /** What the screens of sync do. */
  readonly sync: LabSync;
  /** The app's clock goes on from that many milliseconds ahead of the computer's. */
  shiftClock(ms: number): void;
  /** The id of somebody who is there. */
  anyPerson(): Promise<string>;
  /** Everybody, in the order of their ids. */
  people(): readonly LabPerson[];
  personOf(id: string): Promise<Participant | undefined>;
  changePerson(id: string, changes: Partial<NewParticipant>): Promise<void>;
  /** To be called before the unlock: see newer-app.ts. */
  beNewerApp(): void;
  /** Edits somebody's room. @returns when that began, milliseconds since 1970 */
  moveRoom(id: string, room: string): Promise<number>;
  /**
   * So many edits of people, one after the other; the same people in the same order at every workstation, so that what
   * several wrote meets. @param mark what is written, with the edit's number
   */
  editPeople(count: number, mark: string): Promise<void>;
  makeCertificates(from: number, count: number, together: boolean): Promise<MakingTimes>;
  /** Shows the same as web pages instead of the app, which ends with it. */
  showCertificates(from: number, count: number): Promise<void>;
}

declare global {
  interface Window {
    readonly wegmarkeLab: Lab;
  }
}
