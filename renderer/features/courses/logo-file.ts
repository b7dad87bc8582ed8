/**
 * Reads a partner's logo. Guarantees, against files that only call themselves pictures and against pictures that blow
 * up in memory: the kind is told by the file's first bytes, never by its name; the number of pixels is read from its
 * header before anything is decoded; what can't be decoded is refused. A drawing (SVG) is written anew by `svg-file.ts`.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { looksLikeXml, plainSvg, type SvgProblem } from './svg-file.ts';

export const largestLogo = 512 * 1024;
const mostPixels = 4096;

export type LogoProblem = 'too-large' | 'not-an-image' | 'too-many-pixels' | 'unreadable' | SvgProblem;

interface ImageFacts {
  readonly kind: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** A PNG, JPEG or SVG file as a data URL, or why it can't be used. A file that is too large is not read at all. */
export async function readLogo(file: Blob): Promise<Result<string, LogoProblem>> {
  if (file.size > largestLogo) return err('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const facts = imageFacts(bytes);
  if (!facts && looksLikeXml(bytes)) return await readSvg(bytes);
  if (!facts) return err('not-an-image');
  if (Math.max(facts.width, facts.height) > mostPixels) return err('too-many-pixels');
  const picture = new Blob([bytes], { type: `image/${facts.kind}` });
  try {
    (await createImageBitmap(picture)).close();
  } catch {
    return err('unreadable');
  }
  return ok(await dataUrl(picture));
}

async function readSvg(bytes: Uint8Array): Promise<Result<string, LogoProblem>> {
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
