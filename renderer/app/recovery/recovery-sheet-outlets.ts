import { localDay } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, type Result } from '#shared/domain/result.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import type { SheetOutlets } from '#shared/ports/recovery.ts';

const printDpi = 300;

/** By the system's own dialog: the sheet is printed once. */
const onPaper = { kind: 'recovery-sheet', paper: 'A4', landscape: false, choice: null } as const;

/** The two ways of the recovery sheet out of the app. */
export function recoverySheetOutlets(
  documents: Pick<DocumentPort, 'save' | 'print'>,
  now: () => Date,
): SheetOutlets {
  const sheet = async (code: string, facilityName: string): Promise<Uint8Array | undefined> => {
    const { makeRecoverySheet } = await import('#renderer/documents/make-documents.ts');
    return makeRecoverySheet({ facilityName, code, createdOn: localDay(now()) }).catch(() => undefined);
  };
  const failed: Result<never, Refusal> = err({ code: 'document.failed' });
  return {
    saveSheet: async (code, facilityName) => {
      const pdf = await sheet(code, facilityName);
      return pdf ? documents.save('recovery-sheet', 'pdf', pdf) : failed;
    },
    printSheet: async (code, facilityName) => {
      const pdf = await sheet(code, facilityName);
      if (!pdf) return failed;
      const { renderPages } = await import('#renderer/documents/render-pages.ts');
      return documents.print(onPaper, renderPages(pdf, printDpi));
    },
  };
}
