import type { PassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import type { Result } from '#shared/domain/result.ts';
import type { SheetOutlets } from '#shared/ports/recovery.ts';

/** What went wrong: a key of `locales/*​/failures.json`. */
interface SetupFailure {
  readonly code: string;
}

interface SetupAnswers {
  readonly facilityName: string;
  readonly place: string;
  readonly administratorName: string;
  readonly passphrase: string;
}

/** A vault in memory. Nothing of it is on the disk before its code was typed back. */
export interface PendingSetup {
  readonly recoveryCode: string;
  /** Writes the vault and opens the app, if `typed` is the code. */
  confirm(typed: string): Promise<Result<void, SetupFailure>>;
  discard(): void;
}

/** What the first set-up needs of the rest of the app. */
export interface SetupPort extends SheetOutlets {
  judge(passphrase: string, known: readonly string[]): Promise<PassphraseJudgement>;
  prepare(answers: SetupAnswers): Promise<Result<PendingSetup, SetupFailure>>;
}
