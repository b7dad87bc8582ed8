import { useCallback, useEffect, useState } from 'react';
import type { RollCall } from './roll-call.ts';

/** Where a reason is kept while it holds. */
type ReasonKept = Pick<RollCall, 'reason' | 'setReason'>;

/** Asks for the reason before a closed sheet is changed. */
export interface ReasonAsked {
  /** Does it at once; while the sheet is closed and no reason is given, after it was given, or never. */
  readonly guard: (deed: () => void) => void;
  readonly asking: boolean;
  readonly give: (reason: string) => void;
  readonly giveUp: () => void;
  /** Called when the question is off the screen and the focus can go elsewhere. */
  readonly afterwards: () => void;
}

/**
 * A closed sheet takes a reason. It is asked for once, at the first change, and holds for the following ones until the
 * screen is left.
 */
export function useReason(kept: ReasonKept, closed: boolean): ReasonAsked {
  const [deed, setDeed] = useState<(() => void) | undefined>();
  const [asking, setAsking] = useState(false);
  useEffect(() => () => kept.setReason(null), [kept]);
  const guard = useCallback(
    (wanted: () => void): void => {
      if (!closed || kept.reason() !== null) {
        wanted();
        return;
      }
      setDeed(() => wanted);
      setAsking(true);
    },
    [closed, kept],
  );
  return {
    guard,
    asking,
    give: (reason) => {
      kept.setReason(reason);
      setAsking(false);
    },
    giveUp: () => {
      setDeed(undefined);
      setAsking(false);
    },
    afterwards: () => {
      setDeed(undefined);
      deed?.();
    },
  };
}
