/**
 * Reads a partner's logo. Guarantees, against files that only call themselves pictures and against pictures that blow
 * up in memory: the kind is told by the file's first bytes, never by its name; the number of pixels is read from its
 * header before anything is decoded; what can't be decoded is refused. A drawing (SVG) is written anew by `svg-file.ts`.
 * A picture with more pixels than print shows is made smaller: every certificate keeps a copy.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { looksLikeXml, plainSvg, type SvgProblem } from './svg-file.ts';

/** Bytes of a file. */
export const largestFile = 8 * 1024 * 1024;
/** Bytes of what is kept, and of a drawing's file. */
const largestLogo = 512 * 1024;
const mostPixels = 4096;
/** Longest sides that are tried. The widest place on a certificate has 79 mm: 330 pixels to the inch, then 200. */
const printedPixels = [1024, 614] as const;
const jpegQuality = 0.92;

export type LogoProblem =
  | 'too-large'
  | 'not-an-image'
  | 'too-many-pixels'
  | 'too-detailed'
  | 'unreadable'
  | SvgProblem;

interface ImageFacts {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** A PNG, JPEG or SVG file as a data URL, or why it can't be used. A file that is too large is not read at all. */
export async function readLogo(file: Blob): Promise<Result<string, LogoProblem>> {
  if (file.size > largestFile) return err('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const facts = imageFacts(bytes);
  if (!facts && looksLikeXml(bytes)) return await readSvg(bytes);
  if (!facts) return err('not-an-image');
  if (Math.max(facts.width, facts.height) > mostPixels) return err('too-many-pixels');
  const picture = new Blob([bytes], { type: `image/${facts.kind}` });
  try {
    const decoded = await createImageBitmap(picture);
    const kept = await printable(picture, decoded).finally(() => decoded.close());
    return kept ? ok(await dataUrl(kept)) : err('too-detailed');
  } catch {
    return err('unreadable');
  }
}

/** The picture as it is, or as large as it is printed. `undefined`: it has too many bytes even then. */
async function printable(picture: Blob, decoded: ImageBitmap): Promise<Blob | undefined> {
  const isFine = Math.max(decoded.width, decoded.height) <= printedPixels[0];
  if (isFine && picture.size <= largestLogo) return picture;
  for (const side of printedPixels) {
    const smaller = await scaled(decoded, side, picture.type);
    const kept = smaller.size < picture.size ? smaller : picture;
    if (kept.size <= largestLogo) return kept;
  }
  return undefined;
}

async function scaled(decoded: ImageBitmap, side: number, type: string): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(decoded.width, decoded.height));
  const [width, height] = [decoded.width, decoded.height].map((one) => Math.max(1, Math.round(one * scale)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(decoded, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type, quality: jpegQuality });
}

async function readSvg(bytes: Uint8Array): Promise<Result<string, LogoProblem>> {
  if (bytes.length > largestLogo) return err('too-large');
  const plain = plainSvg(new TextDecoder().decode(bytes));
  if (!plain.ok) return plain;
  const drawing = new Blob([plain.value], { type: 'image/svg+xml' });
  // Written anew, it can be longer than it was.
  return drawing.size > largestLogo ? err('too-large') : ok(await dataUrl(drawing));
}

/** Kind and size of a picture from its header. `undefined`: neither PNG nor JPEG, or cut off. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);
  // PNG: the IHDR chunk comes first, with width and height as its first two numbers.
  if (isPng) return bytes.length < 24 ? undefined : sized('png', view.getUint32(16), view.getUint32(20));
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegFacts(view) : undefined;
}

/** JPEG: from segment to segment until the start-of-frame one, which holds height and width. */
function jpegFacts(view: DataView): ImageFacts | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    // Bytes of 0xff may fill the gap before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function sized(kind: ImageFacts['kind'], width: number, height: number): ImageFacts | undefined {
  return width > 0 && height > 0 ? { kind, width, height } : undefined;
}

function dataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('logo could not be read'));
    reader.readAsDataURL(picture);
  });
}
