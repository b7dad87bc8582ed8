/**
 * The binary form of DevTools messages: RFC 8949 as Chromium restricts it. Every map and array has no stated length
 * and lies in an envelope (tag 24 and a byte string with a 32-bit length). Its JSON form costs four times as much
 * for the long texts in which bytes travel.
 */

const envelopeTag = 0xd8;
const embeddedCbor = 0x18;
const byteString32 = 0x5a;
const arrayStart = 0x9f;
const mapStart = 0xbf;
const stop = 0xff;
const binaryTag = 0xd6;
/** Bytes of the envelope before a message's content. */
export const headBytes = 7;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.of((major << 5) | value);
  if (value < 0x100) return Buffer.of((major << 5) | 24, value);
  const long = Buffer.alloc(value < 0x10000 ? 3 : 5);
  long[0] = (major << 5) | (value < 0x10000 ? 25 : 26);
  if (value < 0x10000) long.writeUInt16BE(value, 1);
  else long.writeUInt32BE(value, 1);
  return long;
}

function envelope(parts: readonly Buffer[]): Buffer[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const lead = Buffer.of(envelopeTag, embeddedCbor, byteString32, 0, 0, 0, 0);
  lead.writeUInt32BE(length, 3);
  return [lead, ...parts];
}

function textParts(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  return [head(3, bytes.length), bytes];
}

function numberParts(value: number): Buffer[] {
  if (Number.isInteger(value) && Math.abs(value) < 0x7fff_ffff)
    return [value < 0 ? head(1, -1 - value) : head(0, value)];
  const double = Buffer.alloc(9);
  double[0] = 0xfb;
  double.writeDoubleBE(value, 1);
  return [double];
}

function parts(value: unknown): Buffer[] {
  if (typeof value === 'string') return textParts(value);
  if (typeof value === 'number') return numberParts(value);
  if (typeof value === 'boolean') return [Buffer.of(value ? 0xf5 : 0xf4)];
  if (typeof value !== 'object' || value === null) return [Buffer.of(0xf6)];
  if (Array.isArray(value))
    return envelope([Buffer.of(arrayStart), ...value.flatMap(parts), Buffer.of(stop)]);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const inner = entries.flatMap(([key, entry]) => [...textParts(key), ...parts(entry)]);
  return envelope([Buffer.of(mapStart), ...inner, Buffer.of(stop)]);
}

/** A message as Chromium takes it. */
export function encodeMessage(message: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.concat(parts(message));
}

/** Bytes of the message that `bytes` begin with; `undefined` while its head is not all there. */
export function messageLength(bytes: Buffer): number | undefined {
  return bytes.length < headBytes ? undefined : headBytes + bytes.readUInt32BE(3);
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(): unknown {
    const initial = this.#bytes.readUInt8(this.#at);
    if (initial === envelopeTag) {
      this.#at += headBytes;
      return this.read();
    }
    this.#at += 1;
    if (initial === mapStart) return this.#map();
    if (initial === arrayStart) return this.#array();
    // Bytes that the JSON form writes as base64.
    if (initial === binaryTag)
      return this.#take(this.#head(this.#bytes.readUInt8(this.#at++))).toString('base64');
    return this.#plain(initial);
  }

  #plain(initial: number): unknown {
    if (initial === 0xf4 || initial === 0xf5) return initial === 0xf5;
    if (initial === 0xf6) return null;
    if (initial === 0xfb) return this.#take(8).readDoubleBE(0);
    const major = initial >> 5;
    const value = this.#head(initial);
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    // A byte string is text that needs more than ASCII.
    if (major === 2) return this.#take(value).toString('utf16le');
    if (major === 3) return this.#take(value).toString('utf8');
    throw new Error(`Unknown CBOR item ${initial}`);
  }

  #head(initial: number): number {
    const short = initial & 0x1f;
    if (short < 24) return short;
    if (short === 24) return this.#take(1).readUInt8(0);
    if (short === 25) return this.#take(2).readUInt16BE(0);
    if (short === 26) return this.#take(4).readUInt32BE(0);
    return Number(this.#take(8).readBigUInt64BE(0));
  }

  #take(length: number): Buffer {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #atStop(): boolean {
    const stops = this.#bytes.readUInt8(this.#at) === stop;
    if (stops) this.#at += 1;
    return stops;
  }

  #map(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (!this.#atStop()) {
      const key = String(this.read());
      map[key] = this.read();
    }
    return map;
  }

  #array(): unknown[] {
    const array: unknown[] = [];
    while (!this.#atStop()) array.push(this.read());
    return array;
  }
}

/** What Chromium sent. @param bytes one message. */
export function decodeMessage(bytes: Buffer): unknown {
  return new Reader(bytes).read();
}
