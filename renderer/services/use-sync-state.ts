import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { SyncDetails, SyncState } from '#shared/ports/sync.ts';
import { useServices } from './use-services.ts';

/** Where this workstation stands with the others. */
export function useSyncState(): SyncState {
  const { sync } = useServices();
  return useSyncExternalStore(sync.subscribe, sync.current);
}

/** What IT wants to know; `null` without a server. */
export function useSyncDetails(): SyncDetails | null {
  const { sync } = useServices();
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => sync.subscribe(again), [sync]);
  return sync.details();
}
