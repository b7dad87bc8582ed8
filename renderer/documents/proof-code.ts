import QRCode from 'qrcode';

/** A QR code as one shape, in modules, without its quiet zone. */
export interface ProofCode {
  readonly modules: number;
  readonly path: string;
}

export function proofCodePath(digits: string): ProofCode {
  const { modules } = QRCode.create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'M' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) parts.push(`M${column} ${row}h1v1h-1z`);
  return { modules: modules.size, path: parts.join('') };
}
