/** Draws random decimal digits. `randomBytes(n)` must come from a cryptographic source. */
export function drawDigits(count: number, randomBytes: (count: number) => Uint8Array): string {
  const even = 250;
  let drawn = '';
  while (drawn.length < count) {
    const [byte = even] = randomBytes(1);
    // Bytes from 250 on would make the first digits likelier.
    if (byte < even) drawn += String(byte % 10);
  }
  return drawn;
}

/** `4711 0815 1234`: how a number of digits is printed. */
export function inFours(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ');
}
