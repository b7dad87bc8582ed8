import { useCallback, useEffect, useState } from 'react';
import type { RollCall } from './roll-call.ts';

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
export function useReason(rollCall: RollCall, closed: boolean): ReasonAsked {
  const [deed, setDeed] = useState<(() => void) | undefined>();
  const [asking, setAsking] = useState(false);
  useEffect(() => () => rollCall.setReason(null), [rollCall]);
  const guard = useCallback(
    (wanted: () => void): void => {
      if (!closed || rollCall.reason() !== null) {
        wanted();
        return;
      }
      setDeed(() => wanted);
      setAsking(true);
    },
    [closed, rollCall],
  );
  return {
    guard,
    asking,
    give: (reason) => {
      rollCall.setReason(reason);
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
