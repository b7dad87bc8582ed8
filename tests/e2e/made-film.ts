/** A film for a made-up camera, and what the app reads from it. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import bwip from 'bwip-js/node';
import type { Page } from 'playwright/test';

const size = { width: 640, height: 480 };

/** A film (YUV4MPEG2) of one picture: a QR code with these digits in front of a grey wall. */
export function filmOf(digits: string): Uint8Array {
  const [symbol] = bwip.raw({ bcid: 'qrcode', text: digits, eclevel: 'M' } as never);
  if (!symbol || !('pixs' in symbol)) throw new Error('no code');
  const { pixs, pixx } = symbol;
  const module = 12;
  const luma = new Uint8Array(size.width * size.height).fill(225);
  const [left, top] = [size.width / 2 - (pixx * module) / 2, size.height / 2 - (pixx * module) / 2];
  for (let y = 0; y < pixx * module; y += 1)
    for (let x = 0; x < pixx * module; x += 1)
      if (pixs[Math.floor(y / module) * pixx + Math.floor(x / module)] === 1)
        luma[(top + y) * size.width + left + x] = 20;
  const chroma = new Uint8Array((size.width * size.height) / 2).fill(128);
  const head = `YUV4MPEG2 W${size.width} H${size.height} F10:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from('FRAME\n'), luma, chroma]);
}

/** The address of the app's own reader of codes. */
async function readerAddress(): Promise<string> {
  const files = await readdir(join(import.meta.dirname, '../../dist/renderer/assets'));
  const name = files.find((file) => file.startsWith('code-reader-worker'));
  if (name === undefined) throw new Error('The build has no reader of codes');
  return `/assets/${name}`;
}

/** What the app's reader, run by the page, reads from the camera, which is opened and closed. */
export async function readFromCamera(page: Page): Promise<unknown> {
  return await page.evaluate(
    async (address) => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true });
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      await video.play();
      await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      const picture = await createImageBitmap(video);
      for (const track of stream.getTracks()) track.stop();
      const worker = new Worker(address, { type: 'module' });
      return await new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => resolve('refused');
        worker.postMessage(picture, [picture]);
      });
    },
    await readerAddress(),
  );
}
