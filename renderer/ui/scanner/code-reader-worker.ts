/**
 * Finds QR codes and Code 128 in pictures. Guarantees that nothing is fetched for it: the reader's WebAssembly lies in
 * this file. What is read is text from outside; it leaves this thread as it is and is judged by whoever asked for it.
 */

import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url&inline';
import type { ReaderAnswer } from './code-reader.ts';

const options: ReaderOptions = {
  formats: ['QRCode', 'Code128'],
  tryHarder: true,
  maxNumberOfSymbols: 1,
  textMode: 'Plain',
};

const binary = Uint8Array.from(atob(wasm.slice(wasm.indexOf(',') + 1)), (character) =>
  character.charCodeAt(0),
);
prepareZXingModule({ overrides: { wasmBinary: binary.buffer } });

function pixelsOf(picture: ImageBitmap): ImageData {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  picture.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function answer(message: ReaderAnswer): void {
  self.postMessage(message);
}

async function read(picture: ImageBitmap): Promise<string | undefined> {
  const [found] = await readBarcodes(pixelsOf(picture), options);
  return found?.text;
}

self.addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  read(data).then(
    (text) => answer({ kind: 'read', text }),
    () => answer({ kind: 'failed' }),
  );
});
