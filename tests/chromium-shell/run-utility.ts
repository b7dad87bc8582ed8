/** The child's side of the stand-in's `utilityProcess`: `process.parentPort` over Node's channel, then the module. */

import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { importThroughArchives } from './archive.ts';

class ParentPort extends EventEmitter {
  postMessage = (message: unknown): void => {
    process.send?.(message);
  };
}

importThroughArchives();

const parentPort = new ParentPort();
Object.assign(process, { parentPort });
// Messages of before the module listens are kept, as a MessagePort keeps them.
const early: unknown[] = [];
process.on('message', (data) => {
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', { data, ports: [] });
  else early.push(data);
});
parentPort.on('newListener', (name) => {
  if (name === 'message')
    queueMicrotask(() => {
      for (const data of early.splice(0)) parentPort.emit('message', { data, ports: [] });
    });
});
// The app was killed: nobody is there to work for.
process.on('disconnect', () => process.exit(1));

await import(pathToFileURL(process.argv[2] ?? '').href);
