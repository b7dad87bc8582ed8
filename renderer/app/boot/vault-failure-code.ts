import type { VaultFailure } from '#renderer/vault/vault-failure.ts';
import { err, type Result } from '#shared/domain/result.ts';

/** A vault's failure as screens know failures: a key of `locales/*​/failures.json`, and the wait if there is one. */
export function failureOf(failure: VaultFailure): { readonly code: string; readonly waitMs?: number } {
  if (failure.code === 'host') return { code: failure.hostCode };
  const code = `vault.${failure.code}`;
  return 'waitMs' in failure ? { code, waitMs: failure.waitMs } : { code };
}

/** For `catch`: what broke is said on the screen too, instead of leaving it waiting. */
export const unforeseen = (): Result<never, VaultFailure> => err({ code: 'failed' });
