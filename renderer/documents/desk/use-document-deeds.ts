import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakingOptions } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { DocumentKind } from '#shared/ipc/contract/documents.ts';
import type { Paper, PrintChoice } from '#shared/ipc/contract/printing.ts';
import type { NamedFile, SavedFiles } from '#shared/ports/documents.ts';
import { packArchive } from './archive.ts';
import { usePrintCentre } from './use-print-centre.ts';

/** What is being done with a document. */
export type Deed =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  /** Single documents: `making` with the share of it, then one after the other into a folder or an archive. */
  | { readonly state: 'making'; readonly share: number }
  | { readonly state: 'writing' | 'packing'; readonly done: number; readonly count: number }
  | { readonly state: 'failed'; readonly refusal: Refusal }
  /** Some are in the folder, the others are not. */
  | { readonly state: 'partly'; readonly saved: SavedFiles };

/** A finished document and what main has to know of it. */
export interface FinishedDocument {
  readonly kind: DocumentKind;
  readonly landscape: boolean;
  /** A4 where nothing is said. */
  readonly paper?: Paper;
  /** Pages of each part (a certificate, a list), in order, where both sides of a sheet may be printed. */
  readonly parts?: readonly number[];
  /** `undefined` while it is being made. */
  readonly pdf: Uint8Array | undefined;
  /** The document as one file per person, under neutral names (a number), to be saved one by one. */
  readonly files?: (options: MakingOptions) => Promise<Result<readonly NamedFile[], Refusal>>;
  /** Notes in the audit log that it left the app. `again`: some pages of it, printed once more. */
  readonly noted?: (deed: 'save' | 'print', again: boolean) => Promise<Result<unknown, Refusal>>;
}

const idle: Deed = { state: 'idle' };
/** Deeds during which no other one begins. */
const busy: ReadonlySet<Deed['state']> = new Set(['saving', 'making', 'writing', 'packing']);

/** Printing and saving of a document, each noted once it is done. */
export function useDocumentDeeds(document: FinishedDocument & { readonly label: string }) {
  const { kind, pdf, files, noted } = document;
  const { t } = useTranslation(['documents', 'printing']);
  const { documents } = useServices();
  const centre = usePrintCentre();
  const say = useNotice();
  const [deed, setDeed] = useState<Deed>(idle);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const isBusy = busy.has(deed.state);

  const refuse = (refusal: Refusal): void => setDeed({ state: 'failed', refusal });
  const noteSaved = async (sentence: string): Promise<void> => {
    const answer = (await noted?.('save', false)) ?? ok(null);
    if (answer.ok) say(sentence);
    else refuse(answer.error);
  };
  const makeFiles = async (signal: AbortSignal): Promise<Result<readonly NamedFile[], Refusal>> => {
    setDeed({ state: 'making', share: 0 });
    const onProgress = (share: number): void => setDeed({ state: 'making', share });
    return (await files?.({ signal, onProgress })) ?? ok([]);
  };
  /** Runs what can be stopped; a stop leaves nothing to be said. */
  const stoppable = async (act: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (!files || isBusy) return;
    const controller = new AbortController();
    stop.current = controller;
    try {
      await act(controller.signal);
    } catch {
      if (controller.signal.aborted) setDeed(idle);
      else refuse({ code: 'document.failed' });
    }
  };

  const save = async (): Promise<void> => {
    if (!pdf || isBusy) return;
    setDeed({ state: 'saving' });
    const done = await documents.save(kind, 'pdf', pdf);
    if (!done.ok) return refuse(done.error);
    setDeed(idle);
    if (done.value) await noteSaved(t('documents:desk.saved'));
  };
  const saveSingly = (): Promise<void> =>
    stoppable(async (signal) => {
      setDeed({ state: 'saving' });
      let count = 0;
      const make = async (): Promise<Result<readonly NamedFile[], Refusal>> => {
        const made = await makeFiles(signal);
        if (made.ok) count = made.value.length;
        return made;
      };
      const onSaved = (done: number, of: number): void => setDeed({ state: 'writing', done, count: of });
      const saved = await documents.saveMany(kind, make, { signal, onSaved });
      if (!saved) return setDeed(idle);
      const { names, refusal } = saved;
      setDeed(idle);
      if (names.length > 0) await noteSaved(t('printing:save.done', { count: names.length }));
      if (names.length === 0 && refusal) refuse(refusal);
      else if (names.length < count || refusal) setDeed({ state: 'partly', saved });
    });
  const saveArchive = (passphrase: string): Promise<void> =>
    stoppable(async (signal) => {
      const made = await makeFiles(signal);
      if (!made.ok) return refuse(made.error);
      const count = made.value.length;
      setDeed({ state: 'packing', done: 0, count });
      const onPacked = (done: number): void => setDeed({ state: 'packing', done, count });
      const zip = await packArchive(made.value, passphrase, { signal, onPacked });
      if (!zip.ok) return refuse(zip.error);
      setDeed({ state: 'saving' });
      const done = await documents.save(kind, 'zip', zip.value);
      if (!done.ok) return refuse(done.error);
      setDeed(idle);
      if (done.value) await noteSaved(t('printing:archive.done'));
    });
  const print = (choice: PrintChoice | null): void => {
    if (!pdf) return;
    const { landscape, paper = 'A4', label, parts } = document;
    centre.print({
      order: { kind, paper, landscape, choice },
      pdf,
      label,
      parts,
      noted: noted && ((again) => noted('print', again)),
    });
  };
  const dismiss = (): void => setDeed(idle);
  return { deed, isBusy, save, saveSingly, saveArchive, print, dismiss, cancel: () => stop.current?.abort() };
}
