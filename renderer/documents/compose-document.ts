import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { composeBadges } from './badges/compose-badges.ts';
import { certificatesDocument } from './certificate/certificates-document.ts';
import { composeDisclosure } from './disclosure/disclosure-document.ts';
import type { DocumentRequest } from './document-request.ts';
import { drawPdf, makePdf, missingCharacters } from './engine.ts';
import { composeList } from './lists/compose-list.ts';
import { composePaper } from './papers/compose-paper.ts';
import { printable, printableText, textsIn } from './printable-text.ts';
import { recoverySheetDocument } from './recovery-sheet/recovery-sheet-document.ts';
import { openTextSetter } from './text/text-setter.ts';

/** Tells whether a picture (PNG or JPEG as a data URL) can be opened. */
type CanOpenPicture = (dataUrl: string) => Promise<boolean>;

/**
 * Makes the document that is asked for. Refuses with `document.characters` if a text has a letter that the documents'
 * font does not have, and with `document.logo` if a partner's picture can't be opened: nothing is left out in silence.
 */
export async function composeDocument(
  request: DocumentRequest,
  canOpenPicture: CanOpenPicture,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  if (request.kind === 'recovery-sheet') return ok(await composeRecoverySheet(request.sheet));
  if (request.kind === 'lists') return await composeList(request.lists, onProgress);
  if (request.kind === 'paper') return await composePaper(request.paper, onProgress);
  if (request.kind === 'disclosure') return await composeDisclosure(request.disclosure, onProgress);
  if (request.kind === 'badges') return await composeBadges(request.badges, onProgress);
  // The lines of a template's texts are kept until they are set.
  const certificates = request.certificates.map((certificate) => ({
    ...printable(certificate),
    template: certificate.template,
  }));
  const setter = await openTextSetter();
  // Most texts are the same on every certificate.
  const texts = [...new Set(textsIn(certificates))];
  const missing = [...new Set(texts.flatMap((text) => setter.missing(printableText(text))))];
  if (missing.length > 0)
    return err({ code: 'document.characters', values: { characters: missing.join(' ') } });
  const broken = await brokenLogo(certificates, canOpenPicture);
  if (broken !== undefined) return err({ code: 'document.logo', values: { partner: broken } });
  return ok(await drawPdf(certificatesDocument(certificates, setter), onProgress));
}

/** The sheet must never fail for a letter in the facility's name: what can't be printed is left out of that line. */
async function composeRecoverySheet(
  sheet: Extract<DocumentRequest, { kind: 'recovery-sheet' }>['sheet'],
): Promise<Uint8Array> {
  const name = printableText(sheet.facilityName);
  const missing = new Set(await missingCharacters([name]));
  const facilityName = [...name].filter((character) => !missing.has(character)).join('');
  return makePdf(recoverySheetDocument({ ...sheet, facilityName }));
}

/** Pictures that could be opened; each is tried once, however many documents show it. */
const opened = new Set<string>();
const mostOpened = 32;

async function brokenLogo(
  certificates: Extract<DocumentRequest, { kind: 'certificates' }>['certificates'],
  canOpenPicture: CanOpenPicture,
): Promise<string | undefined> {
  const owners = new Map(
    certificates.flatMap(({ partners }) => partners.map(({ logo, name }) => [logo, name] as const)),
  );
  for (const [logo, name] of owners) {
    if (logo === null || opened.has(logo)) continue;
    if (!(await canOpenPicture(logo))) return name;
    if (opened.size >= mostOpened) opened.clear();
    opened.add(logo);
  }
  return undefined;
}
