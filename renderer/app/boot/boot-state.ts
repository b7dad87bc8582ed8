import type { LockScreenAccount } from '#renderer/vault/lock-screen.ts';
import type { AppInfo } from '#shared/ipc/contract/app.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';

/** Where the app stands between its start and an open vault. */
export type BootState =
  | { readonly phase: 'starting' }
  /** The data folder may not be used; nothing is read or written. */
  | { readonly phase: 'folder-problem'; readonly problem: Exclude<AppInfo['dataFolderProblem'], 'none'> }
  /** A failure code of `locales/*​/failures.json`. */
  | { readonly phase: 'failed'; readonly code: string }
  | { readonly phase: 'set-up' }
  | {
      readonly phase: 'locked';
      readonly facilityName: string | null;
      readonly accounts: readonly LockScreenAccount[];
      readonly waitMs: number;
    }
  /** Self check-in: the vault is locked. */
  | { readonly phase: 'kiosk'; readonly port: KioskPort }
  | { readonly phase: 'needs-recovery' }
  /** `of` is 0 while nothing has to be caught up with. */
  | { readonly phase: 'opening'; readonly done: number; readonly of: number }
  | { readonly phase: 'open'; readonly services: AppServices; readonly rebuiltRows: number | null };
