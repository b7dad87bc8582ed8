import { expect, test } from 'vitest';
import { createImportSession } from '#renderer/features/import/import-session.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { reached } from './reached.ts';

/** How often the window came to something else while `work` ran. */
async function turns(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
  });
  await work();
  clearInterval(timer);
  return count;
}

const rows = 99_000;
const text = ['Nr;Familienname;Vorname;Geburtsdatum;Sprachen;Zimmer']
  .concat(
    Array.from({ length: rows }, (_, at) => `${at};Haddad;Khaled;29.11.1988;Arabisch, Deutsch;A${at % 400}`),
  )
  .join('\r\n');

test('99,000 rows are read and checked while the window stays usable', async () => {
  const session = createImportSession(memoryServices());
  const reading = await turns(async () => {
    session.read(new File([text], 'large.csv'), {});
    await reached(session, 'mapping');
  });
  const checking = await turns(() => session.check());
  expect(session.current()).toMatchObject({ step: 'review' });
  expect(reading).toBeGreaterThan(5);
  expect(checking).toBeGreaterThan(5);
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
