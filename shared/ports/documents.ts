import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { DocumentFormat, DocumentKind } from '#shared/ipc/contract/documents.ts';
import type { Paper, PrintChoice } from '#shared/ipc/contract/printing.ts';

/** One document out of a batch. */
export interface NamedFile {
  /** Neutral: a certificate's number or digits, in groups with dashes. Anything else is refused. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of files that went into a folder. */
export interface SavedFiles {
  /** The names that they have there, in order. */
  readonly names: readonly string[];
  /** Why the others are missing; `null` where none is, or where the person stopped. */
  readonly refusal: Refusal | null;
}

/** Of this computer. `label` is what people call it. */
export interface Printer {
  readonly name: string;
  readonly label: string;
}

export interface PrintOrder {
  readonly kind: DocumentKind;
  readonly paper: Paper;
  readonly landscape: boolean;
  /** `null`: the system's print dialog asks. */
  readonly choice: PrintChoice | null;
}

/** Whether to go on; an `AbortSignal` is one. */
interface StopSignal {
  readonly aborted: boolean;
}

interface SavingFilesOptions {
  readonly signal?: StopSignal;
  readonly onSaved?: (done: number, count: number) => void;
}

/** Documents on their way out of the app. Errors are failure codes. */
export interface DocumentPort {
  /** `false`: the person cancelled. Errors: `disk.full`, `disk.failed`. */
  save(kind: DocumentKind, format: DocumentFormat, bytes: Uint8Array): Promise<Result<boolean, Refusal>>;
  /**
   * Saves PDFs one by one into a folder that the person chooses first; `make` is called then. `null`: no folder was
   * chosen. No file is ever half there or replaces another.
   */
  saveMany(
    kind: DocumentKind,
    make: () => Promise<Result<readonly NamedFile[], Refusal>>,
    options?: SavingFilesOptions,
  ): Promise<SavedFiles | null>;
  /** The printers of this computer, and what this kind of document was printed with last. */
  printers(
    kind: DocumentKind,
  ): Promise<Result<{ readonly printers: readonly Printer[]; readonly last: PrintChoice | null }, Refusal>>;
  /**
   * Prints page pictures (PNG; `null`: an empty back), asking for the next one when the last is handed on. Until all of
   * them are there nothing goes to the printer. `false`: stopped by `signal` or cancelled in the system's dialog.
   */
  print(
    order: PrintOrder,
    pages: AsyncIterable<Uint8Array | null>,
    signal?: StopSignal,
  ): Promise<Result<boolean, Refusal>>;
  /** How well a passphrase for an archive withstands guessing. */
  judge(passphrase: string): Promise<PassphraseJudgement>;
}

/** How well a passphrase withstands guessing; what `renderer/ui/passphrase-judgement.ts` shows. */
interface PassphraseJudgement {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly acceptable: boolean;
  readonly warningKey: string | null;
}
