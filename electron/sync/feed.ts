/**
 * Hands everything in a bucket to its listener, in order, without a gap. What is heard at once is handed over only where
 * it follows on what was handed over before; else the bucket is read. So a lost, forged or repeated notice costs a read
 * and nothing else.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { SyncBatch, SyncEntry } from '#shared/ports/sync-transport.ts';
import type { Bucket } from './bucket.ts';

/** More than that is read from the bucket again instead of being kept in memory. */
const mostHeard = 256;
const againMs = 200;

export interface Feed {
  /** The bucket over a new connection, or none. */
  attach(bucket: Bucket | undefined): void;
  /** The bucket is known to hold that sequence: a notice may have been missed. */
  expect(lastSequence: number): void;
  stop(): void;
}

/** @param after the last revision that the listener has */
export function startFeed(after: number, take: (batch: SyncBatch) => Promise<void>): Feed {
  let last = after;
  let bucket: Bucket | undefined;
  let heard: SyncEntry[] = [];
  /** Whether the bucket has to be read, whatever was heard. */
  let isBehind = false;
  /** A sequence that the bucket is known to hold. */
  let least = 0;
  let stopHearing: (() => void) | undefined;
  let isStopped = false;
  let wake = (): void => undefined;

  const mustRead = (): boolean => isBehind || last < least;

  async function hand(batch: SyncBatch): Promise<void> {
    await take(batch);
    last = batch.entries.at(-1)?.revision ?? last;
  }

  /** While the listener takes one batch, the next is on its way. */
  async function catchUp(from: Bucket): Promise<void> {
    let reading = from.read(last + 1);
    for (;;) {
      const batch = await reading;
      if (isStopped || bucket !== from) return;
      const { revision = last } = batch.entries.at(-1) ?? {};
      const hasMore = batch.remaining > 0;
      if (hasMore) {
        reading = from.read(revision + 1);
        // Whoever waits for it is told.
        reading.catch(() => undefined);
      }
      await hand(batch);
      if (!hasMore) return;
    }
  }

  /** What follows on what was handed over; something missing before it makes the bucket be read. */
  function nextHeard(): SyncEntry[] {
    const fresh = heard.filter(({ revision }) => revision > last);
    heard = [];
    const next = fresh.filter(({ revision }, index) => revision === last + 1 + index);
    if (next.length < fresh.length) least = Math.max(least, ...fresh.map(({ revision }) => revision));
    return next;
  }

  /** Later writes of a key in the same batch count; a batch has each key once. */
  function newest(entries: readonly SyncEntry[]): SyncEntry[] {
    return [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort(
      (a, b) => a.revision - b.revision,
    );
  }

  async function step(from: Bucket): Promise<void> {
    if (!mustRead()) {
      const next = nextHeard();
      if (next.length > 0) await hand({ entries: newest(next), remaining: 0 });
      return;
    }
    isBehind = false;
    await catchUp(from);
    // A server of the cluster that lags behind has not got it yet.
    if (bucket === from && last < least) await pause(againMs);
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      if (!bucket || (!mustRead() && heard.length === 0)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      try {
        await step(bucket);
      } catch {
        // No answer, or the listener could not take it: the same again.
        isBehind = true;
        await pause(againMs);
      }
    }
  }

  void run();
  return {
    attach: (next) => {
      stopHearing?.();
      bucket = next;
      isBehind = true;
      least = 0;
      heard = [];
      stopHearing = next?.hear((entry) => {
        if (heard.length < mostHeard) heard.push(entry);
        else least = Math.max(least, entry.revision);
        wake();
      });
      wake();
    },
    expect: (lastSequence) => {
      least = Math.max(least, lastSequence);
      wake();
    },
    stop: () => {
      isStopped = true;
      stopHearing?.();
      wake();
    },
  };
}
