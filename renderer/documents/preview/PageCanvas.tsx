import Box from '@mui/material/Box';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';

interface PageCanvasProps {
  readonly document: PDFDocumentProxy;
  /** Counted from 1. */
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Lines of a page in reading order. */
async function linesOf(document: PDFDocumentProxy, page: number): Promise<string[]> {
  const { items } = await (await document.getPage(page)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Draws a page on a canvas at the screen's own resolution. A newer size stops the drawing of the older. */
async function draw(props: PageCanvasProps, canvas: HTMLCanvasElement, stopped: AbortSignal): Promise<void> {
  const page = await props.document.getPage(props.page);
  if (stopped.aborted) return;
  const pixels = Math.round(props.width * window.devicePixelRatio);
  const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width });
  canvas.width = pixels;
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  stopped.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
}

/** One page as a picture for the eye, and its text for screen readers. */
export function PageCanvas(props: PageCanvasProps) {
  const { document, page, width, height } = props;
  const { t } = useTranslation('documents');
  const place = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    // A fresh canvas for each drawing: pdf.js refuses one that an older drawing still holds.
    const canvas = window.document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    const show = (): void => {
      if (!stop.signal.aborted) place.current?.replaceChildren(canvas);
    };
    // What could not be drawn because it was left is drawn again when it comes back.
    draw({ document, page, width, height }, canvas, stop.signal).then(show, () => undefined);
    return () => stop.abort();
  }, [document, page, width, height]);
  useEffect(() => {
    let left = false;
    linesOf(document, page).then(
      (found) => {
        if (!left) setLines(found);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [document, page]);
  return (
    <Box sx={{ position: 'relative', bgcolor: '#FFFFFF', boxShadow: 2 }} style={{ width, height }}>
      <Box ref={place} sx={{ '& canvas': { display: 'block', width: '100%', height: 'auto' } }} />
      <Box component="section" aria-label={t('preview.pageText', { page })} sx={visuallyHidden}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a page never change their order
          <p key={index}>{line}</p>
        ))}
      </Box>
    </Box>
  );
}
