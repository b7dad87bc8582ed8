import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { SyncDetails, SyncState } from '#shared/ports/sync.ts';
import { useServices } from './use-services.ts';

/** Where this workstation stands with the others. */
export function useSyncState(): SyncState {
  const { sync } = useServices();
  return useSyncExternalStore(sync.subscribe, sync.current);
}

/** How often the server is asked anew while its figures are on the screen (milliseconds). */
const lookEvery = 10_000;

/** What IT wants to know; `null` without a server. */
export function useSyncDetails(): SyncDetails | null {
  const { sync } = useServices();
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => sync.subscribe(again), [sync]);
  useEffect(() => {
    const look = (): void => void sync.look().then(again);
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [sync]);
  return sync.details();
}
