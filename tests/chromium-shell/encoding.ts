/**
 * How values cross between the stand-in's two processes: JSON, with every Uint8Array and `undefined` replaced by a
 * mark, and the arrays' bytes behind it as base64. Both sides use the same format; `page-side.ts` holds the other half.
 */

const separator = '\n';

/** A value as text. Handles what a contract can hold: plain objects, arrays, primitives, Uint8Array, `undefined`. */
export function encode(value: unknown): string {
  const bytes: string[] = [];
  const mark = (part: unknown): unknown => {
    if (part === undefined) return { $: 'u' };
    if (part instanceof Uint8Array) {
      bytes.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64'));
      return { $: bytes.length - 1 };
    }
    if (Array.isArray(part)) return part.map(mark);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, mark(inner)]));
  };
  const json = JSON.stringify(mark(value));
  return [json, ...bytes].join(separator);
}

/** The value that `encode` (or its other half in the page) made a text of. */
export function decode(text: string): unknown {
  const [json = 'null', ...bytes] = text.split(separator);
  const unmark = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(unmark);
    if (typeof part !== 'object' || part === null) return part;
    const marked: unknown = '$' in part ? part.$ : undefined;
    if (marked === 'u') return undefined;
    if (typeof marked === 'number') return new Uint8Array(Buffer.from(bytes[marked] ?? '', 'base64'));
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, unmark(inner)]));
  };
  return unmark(JSON.parse(json));
}
