import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

/** How far the data is sealed under the newest key. */
export interface ResealingState {
  /**
   * `idle`: nothing to do; `working`; `waiting`: the disk refused and is asked again; `failed`: the next unlock goes on;
   * `done`: everything is sealed again, and what was replaced has left the disk.
   */
  readonly state: 'idle' | 'working' | 'waiting' | 'failed' | 'done';
  /** Rows looked at so far and in all. */
  readonly done: number;
  readonly of: number;
  /** Rows that do not open, and so stay as they are. */
  readonly unreadable: number;
  /** Of the last failure. */
  readonly code: string | null;
}

/** The keys under which the data is sealed, for administrators. */
export interface DataKeysPort {
  /** When the newest key began. */
  since(): Date;
  current(): ResealingState;
  subscribe(listener: () => void): () => void;
  /** Begins a new key: what is written from now on is sealed under it, and everything else in the background. */
  begin(): Promise<Result<void, Refusal>>;
}
