import type { Result } from '#shared/domain/result.ts';
import type { KioskInbox, KioskStart } from '#shared/ipc/contract/kiosk.ts';

/** What the kiosk needs of main; each method is the call of the same name, errors are its codes. */
export interface KioskHost {
  start(kiosk: KioskStart): Promise<Result<void, string>>;
  open(): Promise<Result<KioskStart | null, string>>;
  append(entry: Uint8Array): Promise<Result<void, string>>;
  readInbox(): Promise<Result<KioskInbox, string>>;
  clearInbox(of: {
    readonly taken: readonly number[];
    readonly aside: readonly number[];
  }): Promise<Result<void, string>>;
  end(): Promise<Result<void, string>>;
}
