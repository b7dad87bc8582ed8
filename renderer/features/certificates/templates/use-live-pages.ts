import { useEffect, useRef, useState } from 'react';
import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { makeCertificates } from '#renderer/documents/make-documents.ts';
import { renderPages } from '#renderer/documents/render-pages.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';

export interface LivePages {
  /** Addresses of the pages' pictures, of the latest certificate that could be drawn. */
  readonly pages: readonly string[];
  /** The latest one is on its way. */
  readonly isDrawing: boolean;
  readonly refusal: Refusal | undefined;
}

/** Waits for a pause in typing. */
const pauseMs = 300;
const dotsPerInch = 110;

/** The pages of a certificate as pictures. */
async function drawnPages(pdf: Uint8Array): Promise<Blob[]> {
  const pages: Blob[] = [];
  for await (const page of renderPages(pdf, dotsPerInch * window.devicePixelRatio, { intent: 'display' }))
    pages.push(new Blob([page as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
  return pages;
}

/**
 * The real pages of a certificate, drawn again a moment after it was changed. The pages before stay until the new ones
 * are there; what is overtaken while it is made is never shown, and no two are made at once.
 */
export function useLivePages(certificate: PrintedCertificate | undefined): LivePages {
  const [pages, setPages] = useState<readonly string[]>([]);
  const [isDrawing, setDrawing] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const latest = useRef<PrintedCertificate>(undefined);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  const addresses = useRef<readonly string[]>([]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      for (const address of addresses.current) URL.revokeObjectURL(address);
    };
  }, []);
  useEffect(() => {
    if (certificate === undefined) return undefined;
    latest.current = certificate;
    setDrawing(true);
    const draw = async (wanted: PrintedCertificate): Promise<void> => {
      const made = await makeCertificates([wanted]);
      const blobs = made.ok ? await drawnPages(made.value) : undefined;
      if (isGone.current || latest.current !== wanted) return;
      setRefusal(made.ok ? undefined : made.error);
      setDrawing(false);
      if (!blobs) return;
      const before = addresses.current;
      addresses.current = blobs.map((blob) => URL.createObjectURL(blob));
      setPages(addresses.current);
      for (const address of before) URL.revokeObjectURL(address);
    };
    const drawLatest = async (): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      let done: PrintedCertificate | undefined;
      try {
        while (!isGone.current && latest.current && done !== latest.current) {
          done = latest.current;
          await draw(done);
        }
      } catch {
        if (!isGone.current) {
          setRefusal({ code: 'document.failed' });
          setDrawing(false);
        }
      } finally {
        isBusy.current = false;
      }
    };
    const timer = setTimeout(() => void drawLatest(), pauseMs);
    return () => clearTimeout(timer);
  }, [certificate]);
  return { pages, isDrawing, refusal };
}
