import type { RecoveryPort } from '#shared/ports/recovery.ts';

/** The code that is drawn. */
const drawnCode = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0';

/** A recovery code that is renewed by typing it back; sheets go nowhere. */
export function memoryRecovery(since: Date, now: Date): RecoveryPort {
  let from = since;
  return {
    since: () => from,
    renew: () => ({
      recoveryCode: drawnCode,
      discard: () => undefined,
      confirm: async (typed) => {
        if (typed !== drawnCode) return { ok: false, error: { code: 'vault.recovery-code-wrong' } };
        from = now;
        return { ok: true, value: undefined };
      },
    }),
    saveSheet: async () => ({ ok: true, value: true }),
    printSheet: async () => ({ ok: true, value: true }),
  };
}
