import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { makeCertificates } from '#renderer/documents/make-documents.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';

export type MakingState =
  | { readonly state: 'making'; readonly share: number }
  | { readonly state: 'made'; readonly pdf: Uint8Array }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'cancelled' };

const started: MakingState = { state: 'making', share: 0 };

/** Makes the PDF of the given certificates. The array is made anew only when the document is to be made anew. */
export function useMadePdf(certificates: readonly PrintedCertificate[]): {
  readonly making: MakingState;
  readonly cancel: () => void;
  readonly again: () => void;
} {
  const [making, setMaking] = useState<MakingState>(started);
  const [turn, setTurn] = useState(0);
  const stop = useRef<AbortController>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is what asks for the same document again
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    stop.current = controller;
    let left = false;
    const show = (state: MakingState): void => {
      if (!left) setMaking(state);
    };
    show(started);
    makeCertificates(certificates, { signal, onProgress: (share) => show({ state: 'making', share }) }).then(
      (made) =>
        show(made.ok ? { state: 'made', pdf: made.value } : { state: 'refused', refusal: made.error }),
      () =>
        show(
          signal.aborted
            ? { state: 'cancelled' }
            : { state: 'refused', refusal: { code: 'document.failed' } },
        ),
    );
    return () => {
      left = true;
      controller.abort();
    };
  }, [certificates, turn]);
  const cancel = useCallback(() => stop.current?.abort(), []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { making, cancel, again };
}
