/**
 * The only user of pdf.js. Guarantees that showing a document runs no script of its own (no eval) and fetches nothing:
 * the worker is a file of the app, every font is in the document.
 */

import type { PDFDocumentProxy } from 'pdfjs-dist';

/** A document that can be shown. `close` gives its worker and memory back. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Opens a PDF that this app made. The bytes stay the caller's. */
export async function openPdf(pdf: Uint8Array): Promise<OpenedPdf> {
  const [{ getDocument, PDFWorker }, { default: PdfJsWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ]);
  const port = new PdfJsWorker();
  const worker = PDFWorker.create({ port });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  const task = getDocument({
    // pdf.js hands the buffer to its worker; the caller's would be emptied.
    data: pdf.slice(),
    worker,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: false,
    enableXfa: false,
  });
  try {
    return { document: await task.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}
