import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

/** The recovery sheet as PDF or on paper. `false`: the person cancelled. */
export interface SheetOutlets {
  saveSheet(recoveryCode: string, facilityName: string): Promise<Result<boolean, Refusal>>;
  printSheet(recoveryCode: string, facilityName: string): Promise<Result<boolean, Refusal>>;
}

/** A recovery code on its way to paper. The old one stays good until this one was typed back. */
export interface NewRecoveryCode {
  readonly recoveryCode: string;
  /** Puts it in the old one's place, if `typed` is the code. */
  confirm(typed: string): Promise<Result<void, Refusal>>;
  discard(): void;
}

/** The way in that needs neither passphrase nor keystore. Administrators only. */
export interface RecoveryPort extends SheetOutlets {
  /** Since when the present code holds. */
  since(): Date;
  /** Draws a new code. */
  renew(): NewRecoveryCode;
}
