import type { Result } from '#shared/domain/result.ts';
import type { JournalStatus } from '#shared/ipc/contract/journal.ts';

/** Main's operation journal, as the data layer sees it. Errors are codes of the IPC contract. */
export interface JournalPort {
  status(): Promise<Result<JournalStatus, string>>;
  /** Resolves when the frame is fsync'd. */
  append(seq: number, payload: Uint8Array): Promise<Result<unknown, string>>;
  read(
    fromSeq: number,
    maxBytes: number,
  ): Promise<
    Result<
      {
        readonly frames: readonly { readonly seq: number; readonly payload: Uint8Array }[];
        readonly end: boolean;
        /** As `status` says it; another one: the journal was compacted meanwhile. */
        readonly base: number;
      },
      string
    >
  >;
}
