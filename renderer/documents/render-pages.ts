import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf } from './open-pdf.ts';

interface RenderingOptions {
  /** Stops before the next page; the iteration rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each page with how many of how many are done. */
  readonly onPage?: (done: number, count: number) => void;
  /** For the screen a page is drawn in slices, so that the window stays usable. */
  readonly intent?: 'print' | 'display';
}

/** PDF measures in points, 72 to the inch. */
const pointsPerInch = 72;

/**
 * Runs `next` after what else waits in the window: clicks, keys, painting. A message instead of a timer, which comes
 * once a second while the window is minimised.
 */
function afterTheRest(next: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    next();
  };
  port2.postMessage(null);
}

async function pictureOf(
  document: PDFDocumentProxy,
  number: number,
  dpi: number,
  intent: 'print' | 'display',
): Promise<Uint8Array> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: dpi / pointsPerInch });
  const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  const task = page.render({
    canvas: null,
    // pdf.js draws on either kind of canvas; its types name the one of the page only.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    intent,
  });
  // pdf.js draws for some milliseconds at a time; between them the window is anyone's.
  task.onContinue = afterTheRest;
  await task.promise;
  page.cleanup();
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Pages of a PDF as PNG pictures, in the order that `order` names for that many pages, one at a time so that only one
 * page's pixels are in memory. `null`, where it names none, is an empty page.
 * @param dpi dots per inch, 200 to 300 for printers.
 */
export async function* renderInOrder(
  pdf: Uint8Array,
  dpi: number,
  order: (count: number) => readonly (number | null)[],
  { signal, onPage, intent = 'print' }: RenderingOptions = {},
): AsyncGenerator<Uint8Array | null, void, undefined> {
  signal?.throwIfAborted();
  const { document, close } = await openPdf(pdf);
  try {
    const numbers = order(document.numPages);
    const count = numbers.filter((number) => number !== null).length;
    let done = 0;
    for (const number of numbers) {
      signal?.throwIfAborted();
      const picture = number === null ? null : await pictureOf(document, number, dpi, intent);
      if (picture) {
        done += 1;
        onPage?.(done, count);
      }
      yield picture;
    }
  } finally {
    await close();
  }
}

/** All pages of a PDF as PNG pictures, in order, one at a time. */
export async function* renderPages(
  pdf: Uint8Array,
  dpi: number,
  options: RenderingOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const all = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  for await (const picture of renderInOrder(pdf, dpi, all, options)) if (picture) yield picture;
}
