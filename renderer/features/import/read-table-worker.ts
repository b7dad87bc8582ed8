import { type ReadOptions, readTable } from './read-table.ts';

/** One file, one answer: the worker is ended after it. Nothing is parsed on the window's own thread. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

self.addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  void readTable(event.data.bytes, event.data.options).then((answer) => self.postMessage(answer));
});
