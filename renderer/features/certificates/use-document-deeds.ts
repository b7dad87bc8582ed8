import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renderPages } from '#renderer/documents/render-pages.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

/** What is being done with a document. */
type Deed =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'rendering'; readonly page: number; readonly count: number }
  | { readonly state: 'failed'; readonly refusal: Refusal };

const printDpi = 300;
const idle: Deed = { state: 'idle' };

/** Saving and printing of issued certificates, each noted in the audit log once it is done. */
export function useDocumentDeeds(ids: readonly string[], pdf: Uint8Array | undefined) {
  const { t } = useTranslation('certificates');
  const { commands, documents } = useServices();
  const say = useNotice();
  const [deed, setDeed] = useState<Deed>(idle);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const kind = ids.length === 1 ? 'certificate' : 'certificates';
  const finish = async (
    done: Result<boolean, Refusal>,
    note: 'certificate.save' | 'certificate.print',
    sentence: string,
  ): Promise<void> => {
    if (!done.ok) return setDeed({ state: 'failed', refusal: done.error });
    setDeed(idle);
    if (!done.value) return;
    const noted = await commands.execute(note, { ids: [...ids] });
    if (noted.ok) say(sentence);
    else setDeed({ state: 'failed', refusal: noted.error });
  };

  const save = async (): Promise<void> => {
    if (!pdf || deed.state === 'saving' || deed.state === 'rendering') return;
    setDeed({ state: 'saving' });
    await finish(await documents.savePdf(kind, pdf), 'certificate.save', t('document.saved'));
  };
  const print = async (): Promise<void> => {
    if (!pdf || deed.state === 'saving' || deed.state === 'rendering') return;
    const controller = new AbortController();
    stop.current = controller;
    setDeed({ state: 'rendering', page: 1, count: ids.length });
    const onPage = (done: number, count: number): void =>
      setDeed({ state: 'rendering', page: Math.min(done + 1, count), count });
    try {
      const pages: Uint8Array[] = [];
      for await (const page of renderPages(pdf, printDpi, { signal: controller.signal, onPage }))
        pages.push(page);
      await finish(await documents.print(kind, pages, false), 'certificate.print', t('document.printed'));
    } catch {
      setDeed(controller.signal.aborted ? idle : { state: 'failed', refusal: { code: 'print.failed' } });
    }
  };
  return { deed, save, print, cancel: () => stop.current?.abort() };
}
