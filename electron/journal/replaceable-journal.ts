import { CodedError } from '#electron/ipc/coded-error.ts';
import type { Journal } from './journal.ts';

/** A journal in whose place another one can be put while the program runs. */
export interface ReplaceableJournal extends Journal {
  /**
   * Closes the journal, lets `begin` and `finish` change its files, and opens what is there then. Meanwhile nothing is
   * appended. Where `begin` fails the journal goes on as it was; where `finish` does, it stays closed until the next
   * start has finished it.
   */
  replace(begin: () => Promise<void>, finish: () => Promise<void>): Promise<void>;
  /**
   * Lets `decide` put files in place that hold the same frames, and goes on with them. What is to be appended or read
   * meanwhile waits. Where `prepare` fails, or `decide` answers that certainly nothing was changed, the journal goes on
   * as it was; where `decide` fails, nothing is appended until the next start.
   */
  exchange(
    prepare: (present: Journal) => Promise<void>,
    decide: () => Promise<'done' | 'undone'>,
  ): Promise<void>;
}

/** @param open opens the journal in its folder. */
export async function replaceableJournal(open: () => Promise<Journal>): Promise<ReplaceableJournal> {
  let journal = await open();
  /** Nothing is appended: until a replacement is finished, or for good. */
  let stopped = false;
  /** What is appended or read waits for this. */
  let exchanging: Promise<void> = Promise.resolve();

  /** Waits until no exchange is under way. */
  async function settled(): Promise<void> {
    for (let seen: unknown; seen !== exchanging; await exchanging) seen = exchanging;
  }

  return {
    status: () => journal.status(),
    append: async (seq, payload) => {
      await settled();
      if (stopped) throw new CodedError('disk.failed');
      return journal.append(seq, payload);
    },
    read: async (fromSeq, maxBytes) => {
      await settled();
      return journal.read(fromSeq, maxBytes);
    },
    idle: () => journal.idle(),
    takeSegmentNumber: () => journal.takeSegmentNumber(),
    close: () => journal.close(),
    replace: async (begin, finish) => {
      stopped = true;
      await journal.close();
      try {
        await begin();
      } catch (error) {
        journal = await open();
        stopped = false;
        throw error;
      }
      await finish();
      journal = await open();
      stopped = false;
    },
    exchange: async (prepare, decide) => {
      const over = Promise.withResolvers<void>();
      exchanging = over.promise;
      try {
        await journal.idle();
        await prepare(journal);
        stopped = true;
        if ((await decide()) === 'done') {
          await journal.close();
          journal = await open();
        }
        stopped = false;
      } finally {
        over.resolve();
      }
    },
  };
}
