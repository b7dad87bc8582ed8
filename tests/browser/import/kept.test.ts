import { expect, test } from 'vitest';
import { createImportSession } from '#renderer/features/import/import-session.ts';
import { mostKeptBytes } from '#renderer/features/import/kept-import.ts';
import { withValue } from '#shared/domain/roster/entries.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { reached } from './reached.ts';

/** Services that keep one entry, as JSON, as the disk does. */
function keeping(kept: { json?: string | undefined } = {}) {
  const services = memoryServices();
  const begun = {
    ...services.begun,
    keep: (_address: string, values: unknown) => {
      kept.json = JSON.stringify(values);
    },
    drop: () => {
      kept.json = undefined;
    },
    peek: () => (kept.json === undefined ? undefined : JSON.parse(kept.json)),
  };
  return { kept, services: { ...services, begun } };
}

const text = ['Nr;Familienname;Vorname;Zimmer', '1;Haddad;Khaled;A 1', '2;;Amina;A 2'].join('\r\n');

test('goes on with the corrected rows after a lock', async () => {
  const before = keeping();
  const session = createImportSession(before.services);
  session.read(new File([text], 'Liste.csv'), {});
  await reached(session, 'mapping');
  session.setTarget(3, 'none');
  await session.check();
  session.change(3, (entry) => withValue(entry, 'family', 'Probe', before.services.clock.today()));
  session.setSkipped(new Set([2]), true);
  const last = session.current();

  const after = createImportSession(keeping({ json: before.kept.json }).services);
  after.resume();
  const state = await reached(after, 'review');
  if (state.step !== 'review' || last.step !== 'review') throw new Error('not in review');
  expect(state.file.name).toBe('Liste.csv');
  expect(state.mapping).toEqual(last.mapping);
  expect(state.entries).toEqual(last.entries);
  expect(state.table).toEqual(last.table);
});

test('goes on with the columns after a lock, also while the file is being read again', async () => {
  const before = keeping();
  const session = createImportSession(before.services);
  session.read(new File([text], 'Liste.csv'), { encoding: 'windows-1252' });
  await reached(session, 'mapping');
  session.setHeader(false);

  const interrupted = keeping({ json: before.kept.json });
  const hasty = createImportSession(interrupted.services);
  hasty.resume();
  expect(hasty.current().step).toBe('reading');
  const after = createImportSession(keeping({ json: interrupted.kept.json }).services);
  after.resume();
  expect(await reached(after, 'mapping')).toMatchObject({
    hasHeader: false,
    read: { facts: { encoding: 'windows-1252' } },
  });
});

test('nothing is kept of an ended import, nor of a file that is too large to be sealed at once', async () => {
  const { kept, services } = keeping();
  const session = createImportSession(services);
  session.read(new File([text], 'Liste.csv'), {});
  await reached(session, 'mapping');
  await session.check();
  expect(kept.json).toBeDefined();
  await session.run();
  expect(session.current().step).toBe('done');
  expect(kept.json).toBeUndefined();

  session.restart();
  const line = `1;Haddad;Khaled;${'A'.repeat(1_000)}\r\n`;
  const large = new File([text, '\r\n', line.repeat(mostKeptBytes / 1_000)], 'large.csv');
  session.read(large, {});
  await reached(session, 'mapping');
  expect(kept.json).toBeUndefined();
});
