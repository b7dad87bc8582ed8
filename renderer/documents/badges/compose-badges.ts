import { makePdf, missingCharacters, textMeasure } from '#renderer/documents/engine.ts';
import { fontFor } from '#renderer/documents/own-script.ts';
import { printable } from '#renderer/documents/printable-text.ts';
import type { DocumentFont } from '#renderer/documents/text/font-files.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Face, Measures } from './badge-face.ts';
import { badgeLayouts } from './badge-layouts.ts';
import { badgesDocument } from './badges-document.ts';
import type { PrintedBadge, PrintedBadges } from './printed-badges.ts';

/** Laying the badges out takes about two thirds of the time, writing the pages the rest. */
const layingOut = 0.65;

const canPrint = async (text: string): Promise<boolean> =>
  (await missingCharacters([text], fontFor(text))).length === 0;

/** A name that no font has leaves a line to write on; one badge must not keep the others from their sheet. */
async function faceOf({ number, ...badge }: PrintedBadge, facility: string): Promise<Face> {
  const parts = [badge.given, badge.family].flatMap((part) => (part === null || part === '' ? [] : [part]));
  const name = await Promise.all(parts.map(async (part) => ((await canPrint(part)) ? part : null)));
  const original = badge.original !== null && (await canPrint(badge.original)) ? badge.original : null;
  return { number, facility, name, original };
}

async function measuresOf(): Promise<Measures> {
  const names = ['NotoSans', 'Vazirmatn', 'NotoSansEthiopic'] as const satisfies DocumentFont[];
  const measured = await Promise.all(
    names.flatMap((name) =>
      [false, true].map(async (bold) => [`${name} ${bold}`, await textMeasure(name, bold)] as const),
    ),
  );
  const known = new Map(measured);
  return (font, bold) => {
    const measure = known.get(`${font} ${bold}`);
    if (!measure) throw new Error('unknown font');
    return measure;
  };
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
  const faces = await Promise.all(badges.map((badge) => faceOf(badge, facility)));
  const sheets = { layout: badgeLayouts[layout], start, offset, faces };
  const definition = badgesDocument(sheets, await measuresOf(), (done) =>
    onProgress((layingOut * done) / faces.length),
  );
  return ok(await makePdf(definition, (share) => onProgress(layingOut + (1 - layingOut) * share)));
}
