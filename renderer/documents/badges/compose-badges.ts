import { makePdf, missingCharacters } from '#renderer/documents/engine.ts';
import { printable } from '#renderer/documents/printable-text.ts';
import { openTextSetter, type TextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Face } from './badge-face.ts';
import { badgeLayouts } from './badge-layouts.ts';
import { badgesDocument } from './badges-document.ts';
import type { PrintedBadge, PrintedBadges } from './printed-badges.ts';

/** Laying the badges out takes about two thirds of the time, writing the pages the rest. */
const layingOut = 0.65;

/** A name that no font has leaves a line to write on; one badge must not keep the others from their sheet. */
function faceOf({ number, ...badge }: PrintedBadge, facility: string, setter: TextSetter): Face {
  const printed = (part: string): string | null => (setter.missing(part).length === 0 ? part : null);
  const parts = [badge.given, badge.family].flatMap((part) => (part === null || part === '' ? [] : [part]));
  const original = badge.original === null ? null : printed(badge.original);
  return { number, facility, name: parts.map(printed), original };
}

/**
 * Makes sheets of badges. Refuses with `document.characters` if the facility's name has a letter that the documents'
 * font does not have.
 */
export async function composeBadges(
  request: PrintedBadges,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  const { facility, layout, start, offset, badges } = printable(request);
  const missing = await missingCharacters([facility]);
  if (missing.length > 0)
    return err({ code: 'document.characters', values: { characters: missing.join(' ') } });
  const setter = await openTextSetter();
  const faces = badges.map((badge) => faceOf(badge, facility, setter));
  const sheets = { layout: badgeLayouts[layout], start, offset, faces };
  const definition = badgesDocument(sheets, setter, (done) => onProgress((layingOut * done) / faces.length));
  return ok(await makePdf(definition, (share) => onProgress(layingOut + (1 - layingOut) * share)));
}
