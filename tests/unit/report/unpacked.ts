import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive as text, by their path. */
export function unpacked(bytes: Uint8Array): ReadonlyMap<string, string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
    const from = buffer.readUInt32LE(at + 42);
    const data = from + 30 + buffer.readUInt16LE(from + 26) + buffer.readUInt16LE(from + 28);
    const packed = buffer.subarray(data, data + size);
    const path = buffer.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(path, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
