import { expect, test } from 'vitest';
import { createImportSession, type ImportSession } from '#renderer/features/import/import-session.ts';
import type { ImportState } from '#renderer/features/import/import-state.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** The state that the session reaches at last, with everything it went through. */
function reached(session: ImportSession, step: ImportState['step']): Promise<ImportState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.current().step === step) resolve(session.current());
    };
    session.subscribe(look);
    look();
  });
}

/** The longest time (ms) that the window did not answer while `work` ran. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 4);
  await work();
  clearInterval(timer);
  return longest;
}

const rows = 99_000;
const text = ['Nr;Familienname;Vorname;Geburtsdatum;Sprachen;Zimmer']
  .concat(
    Array.from({ length: rows }, (_, at) => `${at};Haddad;Khaled;29.11.1988;Arabisch, Deutsch;A${at % 400}`),
  )
  .join('\r\n');

test('99,000 rows are read and checked while the window stays usable', async () => {
  const session = createImportSession(memoryServices());
  const began = performance.now();
  const reading = await longestStall(async () => {
    session.read(new File([text], 'large.csv'), {});
    await reached(session, 'mapping');
  });
  const read = performance.now() - began;
  const checking = await longestStall(() => session.check());
  const checked = performance.now() - began - read;
  console.log(
    `read ${read.toFixed(0)} ms (stall ${reading.toFixed(0)}), checked ${checked.toFixed(0)} ms (stall ${checking.toFixed(0)})`,
  );
  expect(session.current()).toMatchObject({ step: 'review' });
  // The table crosses from the worker in one piece, which is the longest of it.
  expect(reading).toBeLessThan(1000);
  expect(checking).toBeLessThan(200);
});

test('reading and checking can be stopped', async () => {
  const session = createImportSession(memoryServices());
  session.read(new File([text], 'large.csv'), {});
  session.stop();
  expect(session.current()).toEqual({ step: 'choose', failure: null });
  session.read(new File([text], 'large.csv'), {});
  await reached(session, 'mapping');
  const checking = session.check();
  session.stop();
  await checking;
  expect(session.current()).toMatchObject({ step: 'mapping' });
});
