import { useState } from 'react';

interface ReasonKept {
  reason(): string | null;
  setReason(reason: string | null): void;
}

/** Keeps the reason for changes of closed sheets while a screen is open. */
export function useReasonKept(): ReasonKept {
  const [kept] = useState((): ReasonKept => {
    let why: string | null = null;
    return {
      reason: () => why,
      setReason: (reason) => {
        why = reason;
      },
    };
  });
  return kept;
}
