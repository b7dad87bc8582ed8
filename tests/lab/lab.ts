import type { MakingTimes } from './certificates.ts';
import type { SelfCheckIn } from './self-check-in.ts';
import type { SnapshotTimes } from './snapshot-times.ts';
import type { StressPlan } from './stress.ts';
import type { VaultTimes } from './vault-ratios.ts';

/** What `window.wegmarkeLab` offers to the scripts that drive the window. */
export interface Lab {
  isOpen(): boolean;
  /** Fills the open vault with the made-up facility. */
  fillDemo(): Promise<void>;
  /** Journals a site of that size; the window must be loaded anew afterwards. */
  journalStress(plan: Omit<StressPlan, 'today'>): Promise<void>;
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
  /** Milliseconds that Argon2id took at the last unlock. */
  argon2Ms(): number;
  /** Milliseconds of so many calls to main and back that carry `bytes`; main does nothing with them. */
  callTimes(count: number, bytes: number): Promise<number[]>;
  /** Makes that many made-up certificates, all in one PDF or each in its own. */
  makeCertificates(from: number, count: number, together: boolean): Promise<MakingTimes>;
  /** Shows the same as web pages instead of the app, which ends with it. */
  showCertificates(from: number, count: number): Promise<void>;
}

declare global {
  interface Window {
    readonly wegmarkeLab: Lab;
  }
}
