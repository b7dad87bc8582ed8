declare module 'snappyjs' {
  /** @throws on bytes that are not Snappy, or longer than `maxLength` once uncompressed. */
  export function uncompress(compressed: Uint8Array, maxLength?: number): Uint8Array;
  export function compress(uncompressed: Uint8Array): Uint8Array;
}
