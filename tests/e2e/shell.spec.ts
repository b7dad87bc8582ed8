/** The shell itself: what crosses to main and back, saving, printing, restarting, dying. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { test } from './fixture.ts';
import { startApp } from './start-app.ts';

type Answer = { readonly ok: boolean; readonly code?: string; readonly value?: unknown };
type HostWindow = { readonly host: { call(name: string, args?: unknown): Promise<Answer> } };

const pdf = '%PDF-1.7';
const xlsx = 'PK\u0003\u0004';

/** Asks main to save `text`, which is ASCII, as the format. */
const save = (page: Page, format: string, text: string): Promise<Answer> =>
  page.evaluate(
    (file) =>
      (window as unknown as HostWindow).host.call('documents.save', {
        kind: 'day-report',
        format: file.format,
        bytes: new TextEncoder().encode(file.text),
      }),
    { format, text },
  );

/** A job of two pages: a picture that the page paints itself. */
const print = (page: Page): Promise<Answer> =>
  page.evaluate(async () => {
    const { host } = window as unknown as HostWindow;
    const canvas = new OffscreenCanvas(827, 1169);
    const paint = canvas.getContext('2d');
    paint?.fillRect(100, 100, 300, 300);
    const picture = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    const choice = { printer: null, copies: 2, duplex: 'long-edge' };
    const order = { kind: 'certificates', paper: 'A4', landscape: false, choice };
    const begun = await host.call('printing.begin', order);
    if (!begun.ok) return begun;
    const { job } = begun.value as { job: string };
    for (let count = 0; count < 2; count += 1) await host.call('printing.addPage', { job, picture });
    return await host.call('printing.handOver', { job });
  });

test('bytes cross in both directions as they are', async ({ wegmarke }) => {
  const outcome = await wegmarke.page.evaluate(async () => {
    const { host } = window as unknown as HostWindow;
    const payload = crypto.getRandomValues(new Uint8Array(60_000));
    const { value: status } = await host.call('journal.status');
    const seq = (status as { lastSeq: number }).lastSeq + 1;
    await host.call('journal.append', { seq, payload });
    const { value } = await host.call('journal.read', { fromSeq: seq, maxBytes: 1_000_000 });
    const back = (value as { frames: { payload: unknown }[] }).frames[0]?.payload;
    const isArray = back instanceof Uint8Array;
    return { isArray, same: isArray && payload.every((byte, index) => back[index] === byte) };
  });
  expect(outcome).toEqual({ isArray: true, same: true });
});

for (const [format, text] of [
  ['pdf', pdf],
  ['xlsx', xlsx],
] as const) {
  test(`${format} is saved where the person says, whole and without a trace beside it`, async ({
    wegmarke,
  }) => {
    await wegmarke.answerSaveDialog(join(wegmarke.dataDir, 'paper'));
    expect(await save(wegmarke.page, format, text)).toEqual({ ok: true, value: { saved: true } });
    expect(await readFile(join(wegmarke.dataDir, `paper.${format}`), 'utf8')).toBe(text);
    const left = (await readdir(wegmarke.dataDir)).filter((name) => name.startsWith('paper'));
    expect(left).toEqual([`paper.${format}`]);
  });
}

test('what is not what it says it is, is not saved', async ({ wegmarke }) => {
  await wegmarke.answerSaveDialog(join(wegmarke.dataDir, 'paper'));
  const refused = { ok: false, code: 'ipc.bad-arguments' };
  expect(await save(wegmarke.page, 'pdf', xlsx)).toEqual(refused);
  expect(await save(wegmarke.page, 'xlsx', pdf)).toEqual(refused);
  expect(await save(wegmarke.page, 'pdf', '%PDF')).toEqual(refused);
  expect(await save(wegmarke.page, 'exe', 'MZ')).toEqual(refused);
  expect((await readdir(wegmarke.dataDir)).filter((name) => name.startsWith('paper'))).toEqual([]);
});

test('a cancelled save dialog saves nothing', async ({ wegmarke }) => {
  await wegmarke.answerSaveDialog(null);
  expect(await save(wegmarke.page, 'pdf', pdf)).toEqual({ ok: true, value: { saved: false } });
});

test('a place that can not be written to is said by its code', async ({ wegmarke }) => {
  await wegmarke.answerSaveDialog(join(wegmarke.dataDir, 'missing', 'paper.pdf'));
  expect(await save(wegmarke.page, 'pdf', pdf)).toEqual({ ok: false, code: 'disk.failed' });
});

test('printing hands over one sheet per picture under a neutral title', async ({ wegmarke }) => {
  expect(await print(wegmarke.page)).toEqual({ ok: true, value: { outcome: 'handed-over' } });
  const [job] = await wegmarke.printJobs();
  expect(job).toMatchObject({
    title: 'Teilnahmebescheinigungen',
    silent: true,
    copies: 2,
    duplexMode: 'longEdge',
    paper: 'A4',
  });
  const sheets = Buffer.from(job?.pdf ?? [])
    .toString('latin1')
    .match(/\/Type \/Page\b/g);
  expect(sheets).toHaveLength(2);
  await expect.poll(() => wegmarke.page.context().pages().length).toBe(1);
});

test('printing without a printer, cancelled, and failing', async ({ wegmarke }) => {
  await wegmarke.setPrintOutcome(false, 'Print job canceled');
  expect(await print(wegmarke.page)).toEqual({ ok: true, value: { outcome: 'cancelled' } });
  await wegmarke.setPrintOutcome(false, 'Print job failed');
  expect(await print(wegmarke.page)).toEqual({ ok: false, code: 'print.failed' });
  await wegmarke.setPrinters([]);
  expect(await print(wegmarke.page)).toEqual({ ok: false, code: 'print.no-printer' });
});

test('IndexedDB and the workstation id outlive a restart', async ({ wegmarke }) => {
  const workstation = (page: Page): Promise<unknown> =>
    page.evaluate(async () => {
      const { value } = await (window as unknown as HostWindow).host.call('app.info');
      return (value as { workstationId: string }).workstationId;
    });
  const before = await workstation(wegmarke.page);
  await wegmarke.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('kept', 3);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const page = await wegmarke.restart();
  expect(await workstation(page)).toBe(before);
  expect(before).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(names).toContain('kept');
});

test('when main is killed, the window goes with it, and the data can be opened again', async ({
  wegmarke,
}) => {
  const gone = new Promise((resolve) => wegmarke.page.context().browser()?.once('disconnected', resolve));
  await wegmarke.kill();
  await gone;
  const page = await wegmarke.restart();
  expect(await page.evaluate(() => 'host' in window)).toBe(true);
});

test('a second writer on the same data is told so and touches nothing', async ({ wegmarke }) => {
  const shared = join(wegmarke.dataDir, 'shared');
  const root = join(import.meta.dirname, '../..');
  const envOf = (user: string): Record<string, string> => {
    const local = join(wegmarke.dataDir, user);
    return { XDG_DATA_HOME: shared, XDG_STATE_HOME: local, ProgramData: shared, LOCALAPPDATA: local };
  };
  const first = await startApp({ app: root, args: [], env: envOf('one') });
  const second = await startApp({ app: root, args: [], env: envOf('two') });
  try {
    const answers = await second.page.evaluate(async () => {
      const { host } = window as unknown as HostWindow;
      return [await host.call('app.info'), await host.call('journal.status')];
    });
    expect(answers[0]).toMatchObject({ ok: true, value: { dataFolderProblem: 'in-use' } });
    expect(answers[1]).toEqual({ ok: false, code: 'ipc.failed' });
  } finally {
    await first.close();
    await second.close();
  }
});

test('what a call costs here', async ({ wegmarke }) => {
  const figures = await wegmarke.page.evaluate(async () => {
    const { host } = window as unknown as HostWindow;
    const times: number[] = [];
    for (let count = 0; count < 300; count += 1) {
      const begun = performance.now();
      await host.call('app.info');
      times.push(performance.now() - begun);
    }
    const bytes = new Uint8Array(8 << 20);
    bytes.set(new TextEncoder().encode('%PDF-'));
    const begun = performance.now();
    await host.call('documents.save', { kind: 'certificate', format: 'pdf', bytes });
    const perMiB = (performance.now() - begun) / 8;
    return { median: times.toSorted((a, b) => a - b)[150] ?? 0, perMiB };
  });
  console.log(
    `ipc-call-ms ${figures.median.toFixed(2)} ms; ipc-ms-per-MiB ${figures.perMiB.toFixed(1)} ms (${wegmarke.shell})`,
  );
  // Not a benchmark: bounds at which the stand-in would be of no use for end-to-end tests.
  expect(figures.median).toBeLessThan(20);
  expect(figures.perMiB).toBeLessThan(400);
});
