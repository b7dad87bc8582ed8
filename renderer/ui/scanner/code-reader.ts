/** A thread of its own that finds codes in pictures, loaded when the first camera is opened. */
export interface CodeReader {
  /** The first code in the picture, which is used up; `undefined` if there is none. */
  read(picture: ImageBitmap): Promise<string | undefined>;
  close(): void;
}

/** What the thread answers, one for each picture, in order. */
export type ReaderAnswer =
  | { readonly kind: 'read'; readonly text: string | undefined }
  | { readonly kind: 'failed' };

/** Starts the thread. `onFailed` is called when it can't work; it answers nothing from then on. */
export function openCodeReader(onFailed: () => void): CodeReader {
  const worker = new Worker(new URL('./code-reader-worker.ts', import.meta.url), { type: 'module' });
  let waiting: ((text: string | undefined) => void) | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<ReaderAnswer>) => {
    if (data.kind === 'failed') onFailed();
    else waiting?.(data.text);
  });
  worker.addEventListener('error', onFailed);
  return {
    read: (picture) =>
      new Promise((resolve) => {
        waiting = resolve;
        worker.postMessage(picture, [picture]);
      }),
    close: () => worker.terminate(),
  };
}
