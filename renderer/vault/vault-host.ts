import type { Result } from '#shared/domain/result.ts';
import type { ThrottleState } from '#shared/ipc/contract/throttle.ts';

/** The vault header as main keeps it: text with the generation that decides which copy is newer. */
export interface HeaderFile {
  readonly generation: number;
  readonly text: string;
}

/**
 * What the vault needs of main. Errors are the codes of the IPC contract. `app` wires it to `renderer/host`; each
 * method is one call of the same meaning.
 */
export interface VaultHost {
  /** `header.read`; `null`: there is none yet. */
  readHeader(): Promise<Result<HeaderFile | null, string>>;
  /** `header.write`; on the disk for certain when it answers. */
  writeHeader(file: HeaderFile): Promise<Result<void, string>>;
  /** `keystore.loadSiteSecret`; `null`: the keystore can't open it for this user. */
  loadSiteSecret(): Promise<Result<Uint8Array | null, string>>;
  /** `keystore.storeSiteSecret`. */
  storeSiteSecret(secret: Uint8Array): Promise<Result<void, string>>;
  /** `throttle.state`. */
  throttleState(): Promise<Result<ThrottleState, string>>;
  /** `throttle.attempt`; `throttle.wait` while waiting. */
  throttleAttempt(): Promise<Result<ThrottleState, string>>;
  /** `throttle.succeeded`. */
  throttleSucceeded(): Promise<Result<void, string>>;
}
