import { useCallback, useEffect, useRef, useState } from 'react';
import type { MakingOptions } from '#renderer/documents/make-documents.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

export type MakingState =
  | { readonly state: 'making'; readonly share: number }
  | { readonly state: 'made'; readonly pdf: Uint8Array }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'cancelled' };

/** Makes a document; one of make-documents.ts with what is to be on the pages. */
export type MakePdf = (options: MakingOptions) => Promise<Result<Uint8Array, Refusal>>;

const started: MakingState = { state: 'making', share: 0 };

/** Makes a PDF. The function is made anew only when the document is to be made anew. */
export function useMadePdf(make: MakePdf): {
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
    make({ signal, onProgress: (share) => show({ state: 'making', share }) }).then(
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
  }, [make, turn]);
  const cancel = useCallback(() => stop.current?.abort(), []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { making, cancel, again };
}
