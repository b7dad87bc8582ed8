import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageCanvas } from './preview/PageCanvas.tsx';
import { PreviewBar } from './preview/PreviewBar.tsx';
import { useOpenedPdf } from './preview/use-opened-pdf.ts';

interface PdfPreviewProps {
  readonly pdf: Uint8Array;
  /** Names the document for screen readers. */
  readonly label: string;
}

/** CSS height of the pages' frame. */
const frameHeight = 'max(320px, calc(100dvh - 380px))';

/** A PDF as it will be printed: pages below each other, drawn when they come into sight. */
export function PdfPreview({ pdf, label }: PdfPreviewProps) {
  const { t } = useTranslation('documents');
  const opened = useOpenedPdf(pdf);
  return (
    <Box sx={{ border: 1, borderColor: 'line.soft', borderRadius: '8px', overflow: 'hidden' }}>
      {opened.state === 'failed' && <Alert severity="error">{t('preview.failed')}</Alert>}
      {opened.state === 'opening' && (
        <Box sx={{ display: 'grid', placeItems: 'center' }} style={{ height: frameHeight }}>
          <CircularProgress size={28} aria-label={t('preview.opening')} />
        </Box>
      )}
      {opened.state === 'open' && <Pages document={opened.document} size={opened.size} label={label} />}
    </Box>
  );
}

interface PagesProps {
  readonly document: PDFDocumentProxy;
  readonly size: { readonly width: number; readonly height: number };
  readonly label: string;
}

/** CSS pixels in a point: 100 % is the size on paper. */
const pixelsPerPoint = 96 / 72;
const gap = 16;
const zoomStep = 1.25;
const bounds = { least: 0.25, most: 4 };

/** The width that a frame has to give, followed as it changes. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
    observer.observe(observed);
    setWidth(observed.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function Pages({ document, size, label }: PagesProps) {
  const { t } = useTranslation('documents');
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [steps, setSteps] = useState(0);
  // Fits the width, but stays below paper size: small enough to see most of a page, large enough to read it.
  const fit = Math.min(0.85, Math.max(bounds.least, (width - 2 * gap) / (size.width * pixelsPerPoint)));
  const zoom = Math.min(bounds.most, Math.max(bounds.least, fit * zoomStep ** steps));
  const pageWidth = Math.round(size.width * pixelsPerPoint * zoom);
  const pageHeight = Math.round(size.height * pixelsPerPoint * zoom);
  const count = document.numPages;
  const pages = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => pageHeight + gap,
    paddingStart: gap,
    scrollPaddingStart: gap,
    overscan: 1,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the pages is what must be measured
  useEffect(() => pages.measure(), [pages, pageHeight]);

  const middle = (pages.scrollOffset ?? 0) + (frame.current?.clientHeight ?? 0) / 2;
  const page = Math.min(count, Math.max(1, Math.ceil((middle - gap) / (pageHeight + gap))));
  const goTo = (target: number): void => pages.scrollToIndex(target - 1, { align: 'start' });
  const onZoom = (by: number): void => setSteps((before) => Math.min(8, Math.max(-8, before + by)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '+') onZoom(1);
    else if (event.key === '-') onZoom(-1);
    else if (event.key === '0') setSteps(0);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <PreviewBar
        page={page}
        count={count}
        percent={Math.round(zoom * 100)}
        onPage={goTo}
        onZoom={onZoom}
        onZoomReset={() => setSteps(0)}
      />
      <Box
        ref={frame}
        role="region"
        aria-label={t('preview.pages', { label })}
        tabIndex={0}
        onKeyDown={onKeyDown}
        sx={{ overflow: 'auto', bgcolor: 'action.hover', '&:focus-visible': { outlineOffset: '-3px' } }}
        style={{ height: frameHeight }}
      >
        <Box
          sx={{ position: 'relative', mx: 'auto' }}
          style={{ height: pages.getTotalSize(), width: Math.max(pageWidth, width - 2) }}
        >
          {pages.getVirtualItems().map(({ index, start }) => (
            <Box
              key={index}
              sx={{ position: 'absolute', insetInline: 0, top: 0, display: 'flex', justifyContent: 'center' }}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PageCanvas document={document} page={index + 1} width={pageWidth} height={pageHeight} />
            </Box>
          ))}
        </Box>
      </Box>
    </>
  );
}
