import { describe, expect, it } from 'vitest';
import type { LastChoices } from '#electron/print/last-choices.ts';
import { printPages } from '#electron/print/print-pages.ts';
import { type OrderedDocument, printingHandlers } from '#electron/print/printing-handlers.ts';
import type { SystemPrinter } from '#electron/print/system-printer.ts';
import type { PrintChoice } from '#shared/ipc/contract/printing.ts';
import { maxPrintedPages } from '#shared/ipc/contract/printing.ts';

type Answer = Awaited<ReturnType<SystemPrinter['print']>>;

const office: PrintChoice = { printer: 'office', copies: 2, duplex: 'long-edge' };
const order = { kind: 'certificates', paper: 'A4', landscape: false, choice: office } as const;
const picture = new Uint8Array([1, 2, 3]);
const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

/** Main's part of printing beside a made-up operating system. */
function madeDesk({ names = ['office'], answer = { success: true, reason: '' } as Answer } = {}) {
  const pages = printPages<OrderedDocument>();
  const printed: { readonly title: string; readonly html: string; readonly options: object }[] = [];
  const kept: unknown[] = [];
  const system = { names, answer };
  const printer: SystemPrinter = {
    printers: async () => system.names.map((name) => ({ name, displayName: '' })),
    print: async (path, title, options) => {
      printed.push({ title, html: text(pages.lookUp(path)?.body), options });
      return system.answer;
    },
  };
  const last: LastChoices = {
    of: async () => null,
    keep: async (kind, choice) => void kept.push([kind, choice]),
  };
  return { calls: printingHandlers({ printer, pages, last }), pages, printed, kept, system };
}

async function begun(
  desk: ReturnType<typeof madeDesk>,
  pictures: readonly (typeof picture | null)[] = [picture],
) {
  const { job } = await desk.calls['printing.begin'](order);
  for (const one of pictures) await desk.calls['printing.addPage']({ job, picture: one });
  return job;
}

describe('a job', () => {
  it('is handed over as it was chosen, under a neutral title, and then forgotten', async () => {
    const desk = madeDesk();
    const job = await begun(desk, [picture, null, picture]);
    expect(await desk.calls['printing.handOver']({ job })).toEqual({ outcome: 'handed-over' });
    expect(desk.printed).toHaveLength(1);
    expect(desk.printed[0]).toMatchObject({
      title: 'Teilnahmebescheinigungen',
      options: { silent: true, deviceName: 'office', copies: 2, duplexMode: 'longEdge', pageSize: 'A4' },
    });
    // The empty back is a page without a picture.
    expect(desk.printed[0]?.html.match(/<img/g)).toHaveLength(2);
    expect(desk.printed[0]?.html.match(/<div>/g)).toHaveLength(1);
    expect(desk.pages.lookUp(`print/${job}/page.html`)).toBeUndefined();
    expect(desk.kept).toEqual([['certificates', office]]);
  });

  it('shows nothing of its pages before it is handed over', async () => {
    const desk = madeDesk();
    const job = await begun(desk);
    for (const name of ['page.html', 'page.css', '0.png'])
      expect(desk.pages.lookUp(`print/${job}/${name}`)).toBeUndefined();
  });

  it('that was aborted prints nothing and takes nothing more', async () => {
    const desk = madeDesk();
    const job = await begun(desk);
    await desk.calls['printing.abort']({ job });
    await expect(desk.calls['printing.addPage']({ job, picture })).rejects.toMatchObject({
      code: 'print.ended',
    });
    await expect(desk.calls['printing.handOver']({ job })).rejects.toMatchObject({ code: 'print.ended' });
    expect(desk.printed).toEqual([]);
  });

  it('of a window that was locked is gone; one on its way to the printer is not', async () => {
    const desk = madeDesk();
    const left = await begun(desk);
    const under = await begun(desk);
    desk.pages.handOver(under);
    desk.pages.removeUnfinished();
    await expect(desk.calls['printing.handOver']({ job: left })).rejects.toMatchObject({
      code: 'print.ended',
    });
    expect(desk.pages.lookUp(`print/${under}/0.png`)?.body).toEqual(picture);
  });

  it('can be handed over once only, and the second try does not take its pages away', async () => {
    const desk = madeDesk();
    const job = await begun(desk);
    desk.pages.handOver(job);
    await expect(desk.calls['printing.handOver']({ job })).rejects.toMatchObject({ code: 'print.ended' });
    expect(desk.pages.lookUp(`print/${job}/0.png`)?.body).toEqual(picture);
  });

  it('without a page, or with too many, is refused', async () => {
    const desk = madeDesk();
    const empty = await begun(desk, [null]);
    await expect(desk.calls['printing.handOver']({ job: empty })).rejects.toMatchObject({
      code: 'print.ended',
    });
    const full = await begun(
      desk,
      Array.from({ length: maxPrintedPages }, () => null),
    );
    await expect(desk.calls['printing.addPage']({ job: full, picture })).rejects.toMatchObject({
      code: 'print.too-large',
    });
    await expect(desk.calls['printing.handOver']({ job: full })).rejects.toMatchObject({
      code: 'print.ended',
    });
  });
});

describe('what goes wrong has a code', () => {
  it('no printer, one that is gone, at the beginning and at the end', async () => {
    await expect(madeDesk({ names: [] }).calls['printing.begin'](order)).rejects.toMatchObject({
      code: 'print.no-printer',
    });
    await expect(madeDesk({ names: ['other'] }).calls['printing.begin'](order)).rejects.toMatchObject({
      code: 'print.printer-gone',
    });
    const desk = madeDesk();
    const job = await begun(desk);
    desk.system.names = ['other'];
    await expect(desk.calls['printing.handOver']({ job })).rejects.toMatchObject({
      code: 'print.printer-gone',
    });
    expect(desk.printed).toEqual([]);
    await expect(desk.calls['printing.handOver']({ job })).rejects.toMatchObject({ code: 'print.ended' });
  });

  it.each([
    ['Invalid deviceName provided', 'print.printer-gone'],
    ['No printers available on the network', 'print.no-printer'],
    ['Invalid printer settings', 'print.invalid-settings'],
    ['Print job failed', 'print.failed'],
    ['', 'print.failed'],
  ])('the spooler says "%s"', async (reason, code) => {
    const desk = madeDesk({ answer: { success: false, reason } });
    const job = await begun(desk);
    await expect(desk.calls['printing.handOver']({ job })).rejects.toMatchObject({ code });
    expect(desk.kept).toEqual([]);
    expect(desk.pages.lookUp(`print/${job}/0.png`)).toBeUndefined();
  });

  it.each(['Print job canceled', 'Print job cancelled'])('but "%s" is somebody\'s choice', async (reason) => {
    const desk = madeDesk({ answer: { success: false, reason } });
    const job = await begun(desk);
    expect(await desk.calls['printing.handOver']({ job })).toEqual({ outcome: 'cancelled' });
    expect(desk.kept).toEqual([]);
  });
});
