import type { CDPSession, Page } from 'playwright/test';
import setup from '#locales/de/setup.json' with { type: 'json' };
import { labFolder, madeUpSetup, openLab } from '#scripts/lab.ts';
import { setUp } from '#tests/e2e/steps.ts';
import type { Figure, Measure } from './figure.ts';
import { unlock } from './made-site.ts';

const count = 200;
const many = 1_000;

/** Milliseconds that the browser's own print-to-PDF takes for what the window shows. */
async function printed(client: CDPSession): Promise<number> {
  const begun = performance.now();
  const options = { preferCSSPageSize: true, printBackground: true, transferMode: 'ReturnAsStream' } as const;
  const { stream } = await client.send('Page.printToPDF', options);
  const took = performance.now() - begun;
  if (stream !== undefined) await client.send('IO.close', { handle: stream });
  return took;
}

/** The same pages, all in one PDF and each in one of its own. */
async function byBrowser(page: Page): Promise<{ batchMs: number; singleMs: number }> {
  const client = await page.context().newCDPSession(page);
  const show = (from: number, some: number): Promise<void> =>
    page.evaluate(([first, length]) => window.wegmarkeLab.showCertificates(first, length), [
      from,
      some,
    ] as const);
  await show(0, 1);
  await printed(client);
  await show(0, count);
  const batchMs = await printed(client);
  let singleMs = 0;
  for (let at = 0; at < count; at += 1) {
    await show(at, 1);
    singleMs += await printed(client);
  }
  await client.detach();
  return { batchMs, singleMs };
}

/** Bytes that the workers of the page hold after a collection of garbage; the page's own are small beside them. */
async function workerHeap(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  const answers = new Map<number, (result: { usedSize?: number }) => void>();
  const sessions: string[] = [];
  client.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.push(sessionId);
  });
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
    if (id !== undefined) answers.get(id)?.(result ?? {});
  });
  await client.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let next = 0;
  const ask = (sessionId: string, method: string): Promise<{ usedSize?: number }> =>
    new Promise((resolve, reject) => {
      next += 1;
      answers.set(next, resolve);
      const message = JSON.stringify({ id: next, method });
      client.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  let bytes = 0;
  for (const sessionId of sessions) {
    await ask(sessionId, 'HeapProfiler.collectGarbage');
    bytes += (await ask(sessionId, 'Runtime.getHeapUsage')).usedSize ?? 0;
  }
  await client.detach();
  if (bytes === 0) throw new Error('No worker was found.');
  return bytes;
}

/**
 * Certificates with logo, code and translation, by our engine and by the browser's print-to-PDF in the same run and
 * window: all in one PDF, and each in one of its own.
 */
export function certificatesMeasure(env: Readonly<Record<string, string>>): Measure {
  return {
    names: [
      'certificates-batch-ratio',
      'certificates-batch-ms',
      'certificates-single-ratio',
      'certificates-single-ms',
      'certificates-long-task-ms',
      'certificates-heap-ratio',
    ],
    run: async (): Promise<readonly Figure[]> => {
      const folder = await labFolder();
      try {
        const first = await openLab(folder, env);
        await setUp(first.page, madeUpSetup);
        await first.close();
        const running = await openLab(folder, env);
        const { page } = running;
        await page.getByLabel(setup.unlock.passphrase, { exact: true }).waitFor();
        await unlock(page);
        const make = (from: number, some: number, together: boolean) =>
          page.evaluate(([at, length, one]) => window.wegmarkeLab.makeCertificates(at, length, one), [
            from,
            some,
            together,
          ] as const);
        // The first one reads the fonts, as the browser's first page does.
        await make(0, 1, true);
        const batch = await make(0, count, true);
        const single = await make(0, count, false);
        const before = await workerHeap(page);
        for (let at = 0; at < many; at += count) {
          await make(at, count, false);
          // On a slow machine the window would be left alone for so long that it locks.
          await page.mouse.move(at % 7, 1);
        }
        const after = await workerHeap(page);
        const browser = await byBrowser(page);
        await running.close();
        const each = (ms: number): number => ms / count;
        return [
          {
            name: 'certificates-batch-ratio',
            value: batch.ms / browser.batchMs,
            unit: 'times print-to-PDF',
            aim: '≤ 1.0',
          },
          { name: 'certificates-batch-ms', value: each(batch.ms), unit: 'ms a certificate', aim: '' },
          {
            name: 'certificates-single-ratio',
            value: single.ms / browser.singleMs,
            unit: 'times print-to-PDF',
            aim: '≤ 0.75',
          },
          { name: 'certificates-single-ms', value: each(single.ms), unit: 'ms a certificate', aim: '' },
          {
            name: 'certificates-long-task-ms',
            value: Math.max(batch.longestTaskMs, single.longestTaskMs),
            unit: 'ms',
            aim: '≤ 50',
          },
          { name: 'certificates-heap-ratio', value: after / before, unit: 'times', aim: '≤ 1.1' },
        ];
      } finally {
        await folder.remove();
      }
    },
  };
}
