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
 * The pages of a PDF as PNG pictures, in order, one at a time so that only one page's pixels are in memory.
 * @param dpi dots per inch, 200 to 300 for printers.
 */
export async function* renderPages(
  pdf: Uint8Array,
  dpi: number,
  { signal, onPage, intent = 'print' }: RenderingOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  signal?.throwIfAborted();
  const { document, close } = await openPdf(pdf);
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: dpi / pointsPerInch });
      const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) throw new Error('no canvas');
      await page.render({
        canvas: null,
        // pdf.js draws on either kind of canvas; its types name the one of the page only.
        canvasContext: context as unknown as CanvasRenderingContext2D,
        viewport,
        intent,
      }).promise;
      page.cleanup();
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const picture = new Uint8Array(await blob.arrayBuffer());
      onPage?.(number, document.numPages);
      yield picture;
    }
  } finally {
    await close();
  }
}
