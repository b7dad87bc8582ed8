import type { SyncState, SyncTrouble } from '#shared/ports/sync.ts';
import type { SyncConnection } from '#shared/ports/sync-transport.ts';
import { lineageOf } from '#shared/sync/stream-lineage.ts';
import type { KeptState } from './kept-state.ts';

/** What the engine knows of itself. Times are milliseconds since 1970. */
export interface EngineView {
  /** `undefined`: it could not even be begun to connect. */
  readonly connection: SyncConnection | undefined;
  /** What ends sync until somebody has looked. */
  readonly trouble: SyncTrouble | undefined;
  readonly kept: Pick<KeptState, 'known' | 'heldBack'>;
  /** Changes that wait, those that the server will not take among them. */
  readonly count: number;
  readonly parked: number;
  readonly isCaughtUp: boolean;
  readonly filled: { readonly done: number; readonly remaining: number };
  readonly startedAt: number;
  /** Of the last sign from the server. */
  readonly lastSign: number;
}

/** What staff are told of it. */
export function syncState(view: EngineView): SyncState {
  const { connection, count, startedAt, isCaughtUp, filled } = view;
  if (!connection) return { kind: 'offline', since: startedAt, count };
  const trouble = troubleOf(view, connection);
  if (trouble) return { kind: 'attention', trouble, count };
  if (connection.kind === 'offline') return { kind: 'offline', since: connection.since, count };
  if (connection.kind !== 'connected') return { kind: 'offline', since: startedAt, count };
  if (!isCaughtUp && filled.remaining > 0) return { kind: 'filling', ...filled };
  if (count > 0 || !isCaughtUp) return { kind: 'waiting', count };
  return { kind: 'in-step', at: view.lastSign };
}

function troubleOf(
  { trouble, kept, parked }: EngineView,
  connection: SyncConnection,
): SyncTrouble | undefined {
  if (trouble) return trouble;
  if (connection.kind === 'refused') return 'refused';
  if (connection.kind === 'held') {
    const lineage = lineageOf(kept.known, connection.found, new Map());
    // Same by its numbers, and held: other entries lie in the places that are known.
    return lineage === 'emptied' || lineage === 'another' ? lineage : 'older';
  }
  if (kept.heldBack) return 'newer';
  return parked > 0 ? 'too-large' : undefined;
}
