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
}

/** @param open opens the journal in its folder. */
export async function replaceableJournal(open: () => Promise<Journal>): Promise<ReplaceableJournal> {
  let journal = await open();
  let replacing = false;
  return {
    status: () => journal.status(),
    append: async (seq, payload) => {
      if (replacing) throw new CodedError('disk.failed');
      return journal.append(seq, payload);
    },
    read: (fromSeq, maxBytes) => journal.read(fromSeq, maxBytes),
    close: () => journal.close(),
    replace: async (begin, finish) => {
      replacing = true;
      await journal.close();
      let begun = false;
      try {
        await begin();
        begun = true;
        await finish();
        journal = await open();
      } catch (error) {
        if (begun) throw error;
        journal = await open();
        replacing = false;
        throw error;
      }
      replacing = false;
    },
  };
}
