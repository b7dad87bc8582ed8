import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A place to open windows on. `end` stops what was started for it. */
export type Display = { readonly env: Readonly<Record<string, string>>; readonly end: () => void };

const nothing = (): void => undefined;

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

function endWith(child: ChildProcess): () => void {
  const end = (): void => void child.kill();
  process.once('exit', end);
  return end;
}

/**
 * The display that is there; on Linux without one a virtual one (Xvfb), and says so. Where Xvfb is not installed
 * there is none, and the window stays invisible.
 */
export async function openDisplay(): Promise<Display> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return { env: {}, end: nothing };
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(child, 'error').then(() => '');
  const number = await Promise.race([firstLine(child.stdio[3] as Readable), failed]);
  if (number === '') {
    console.log('There is no display and no Xvfb: the window is invisible.');
    return { env: {}, end: nothing };
  }
  console.log(`There is no display: the window opens in a virtual one (Xvfb :${number}).`);
  return { env: { DISPLAY: `:${number}` }, end: endWith(child) };
}
