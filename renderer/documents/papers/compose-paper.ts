import { drawPdf } from '#renderer/documents/engine.ts';
import { printable, textsIn } from '#renderer/documents/printable-text.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { explanationSheetDocument } from './explanation-sheet-document.ts';
import { ownWeekPlanDocument } from './own-week-plan-document.ts';
import type { PrintedPaper } from './printed-papers.ts';

/** Makes a resident's paper. Refuses with `document.characters` if a text has a letter that no font has. */
export async function composePaper(
  request: PrintedPaper,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  const setter = await openTextSetter();
  const paper = printable(request);
  const missing = new Set(textsIn(paper).flatMap((text) => setter.missing(text)));
  if (missing.size > 0)
    return err({ code: 'document.characters', values: { characters: [...missing].join(' ') } });
  const definition =
    paper.kind === 'explanation-sheet'
      ? explanationSheetDocument(paper, setter)
      : ownWeekPlanDocument(paper, setter);
  return ok(await drawPdf(definition, onProgress));
}
