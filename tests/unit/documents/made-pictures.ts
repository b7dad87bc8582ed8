import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';

/** Bytes of a dot: `rgb` has three, `rgba` one more that says how much of what lies below is hidden. */
const bytesOf = { rgb: 3, rgba: 4 } as const;
/** The number of each kind in a PNG. */
const colourType = { rgb: 2, rgba: 6 } as const;

/** A PNG as a data URL, its dots all alike, or, with transparency, ever less to be seen towards the right. */
export function png(width: number, height: number, kind: keyof typeof bytesOf = 'rgb'): string {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType[kind]], 8);
  const dot = (column: number): number[] => [
    ...[0x60, 0x90, 0x30],
    ...(kind === 'rgba' ? [Math.round(255 * (1 - column / width))] : []),
  ];
  const row = Buffer.from([0, ...Array.from({ length: width }, (_, column) => dot(column)).flat()]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const file = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return `data:image/png;base64,${Buffer.concat(file).toString('base64')}`;
}

/** The first page of a document as a JPEG, as a data URL. */
export function jpegOf(pdf: Uint8Array): string {
  const picture = execFileSync('pdftoppm', ['-jpeg', '-r', '20', '-singlefile', '-'], { input: pdf });
  return `data:image/jpeg;base64,${picture.toString('base64')}`;
}
