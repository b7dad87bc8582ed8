import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renderPages } from '#renderer/documents/render-pages.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { DocumentKind } from '#shared/ipc/contract/documents.ts';

/** What is being done with a document. */
type Deed =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  /** `count`: unknown (0) until the first page is drawn. */
  | { readonly state: 'rendering'; readonly page: number; readonly count: number }
  | { readonly state: 'failed'; readonly refusal: Refusal };

/** A finished document and what main has to know of it. */
export interface FinishedDocument {
  readonly kind: DocumentKind;
  readonly landscape: boolean;
  /** `undefined` while it is being made. */
  readonly pdf: Uint8Array | undefined;
  /** Notes in the audit log that it left the app. */
  readonly noted?: (deed: 'save' | 'print') => Promise<Result<unknown, Refusal>>;
}

const printDpi = 300;
const idle: Deed = { state: 'idle' };

/** Saving and printing of a document, each noted once it is done. */
export function useDocumentDeeds({ kind, landscape, pdf, noted }: FinishedDocument) {
  const { t } = useTranslation('documents');
  const { documents } = useServices();
  const say = useNotice();
  const [deed, setDeed] = useState<Deed>(idle);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const finish = async (name: 'save' | 'print', done: Result<boolean, Refusal>): Promise<void> => {
    if (!done.ok) return setDeed({ state: 'failed', refusal: done.error });
    setDeed(idle);
    if (!done.value) return;
    const answer = (await noted?.(name)) ?? ok(null);
    if (answer.ok) say(t(name === 'save' ? 'desk.saved' : 'desk.printed'));
    else setDeed({ state: 'failed', refusal: answer.error });
  };
  const isBusy = deed.state === 'saving' || deed.state === 'rendering';

  const save = async (): Promise<void> => {
    if (!pdf || isBusy) return;
    setDeed({ state: 'saving' });
    await finish('save', await documents.save(kind, 'pdf', pdf));
  };
  const print = async (): Promise<void> => {
    if (!pdf || isBusy) return;
    const controller = new AbortController();
    stop.current = controller;
    setDeed({ state: 'rendering', page: 1, count: 0 });
    const onPage = (done: number, count: number): void =>
      setDeed({ state: 'rendering', page: Math.min(done + 1, count), count });
    try {
      const pages: Uint8Array[] = [];
      for await (const page of renderPages(pdf, printDpi, { signal: controller.signal, onPage }))
        pages.push(page);
      await finish('print', await documents.print(kind, pages, landscape));
    } catch {
      setDeed(controller.signal.aborted ? idle : { state: 'failed', refusal: { code: 'print.failed' } });
    }
  };
  return { deed, isBusy, save, print, cancel: () => stop.current?.abort() };
}
