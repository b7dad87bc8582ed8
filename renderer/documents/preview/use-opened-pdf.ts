import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { type OpenedPdf, openPdf } from '#renderer/documents/open-pdf.ts';

/** Points. All pages of our documents have the size of the first. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

export type OpeningState =
  | { readonly state: 'opening' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy; readonly size: PageSize };

async function sizeOf(document: PDFDocumentProxy): Promise<PageSize> {
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return { width, height };
}

/** Keeps a PDF open as long as the component shows it. */
export function useOpenedPdf(pdf: Uint8Array): OpeningState {
  const [state, setState] = useState<OpeningState>({ state: 'opening' });
  useEffect(() => {
    let opened: OpenedPdf | undefined;
    let left = false;
    setState({ state: 'opening' });
    const open = async (): Promise<void> => {
      const fresh = await openPdf(pdf);
      if (left) return await fresh.close();
      opened = fresh;
      const size = await sizeOf(fresh.document);
      if (!left) setState({ state: 'open', document: fresh.document, size });
    };
    open().catch(() => {
      if (!left) setState({ state: 'failed' });
    });
    return () => {
      left = true;
      void opened?.close();
    };
  }, [pdf]);
  return state;
}
