import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import type { BegunEntry } from '#shared/ports/begun-entries.ts';
import { useServices } from './use-services.ts';

function useAddress(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

/** What was typed in the form of this screen before the app was locked; `undefined`: nothing. */
export function useTakenEntry<V>(): V | undefined {
  const { begun } = useServices();
  const address = useAddress();
  // A drawing may be thrown away and begun anew: nothing is taken before the screen is there.
  const [taken] = useState(() => begun.peek(address) as V | undefined);
  useEffect(() => begun.taken(address), [begun, address]);
  return taken;
}

/** Keeps what stands in the form of this screen, so that a lock does not lose it. `changed`: there is something to lose. */
export function useBegunEntry(values: unknown, changed: boolean): void {
  const { begun } = useServices();
  const address = useAddress();
  useEffect(() => {
    if (changed) begun.keep(address, values);
    else begun.drop(address);
  }, [begun, address, values, changed]);
  useEffect(() => () => begun.drop(address), [begun, address]);
}

/** Entries that wait to be gone on with. */
export function useWaitingEntries(): readonly BegunEntry[] {
  const { begun } = useServices();
  return useSyncExternalStore(begun.subscribe, begun.waiting);
}
