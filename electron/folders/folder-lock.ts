/**
 * Guarantees one writer per data folder on a computer, also across Windows sessions, which Electron's single
 * instance lock does not see. The operating system ends the lock with the process, however that ends: a named pipe
 * on Windows, an abstract socket on Linux, both named by the folder.
 */

import { createHash } from 'node:crypto';
import { createServer } from 'node:net';

function addressOf(folder: string, platform: NodeJS.Platform): string {
  const digest = createHash('sha256')
    .update(platform === 'win32' ? folder.toLowerCase() : folder)
    .digest('hex');
  const name = `wegmarke-${digest.slice(0, 32)}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

/** Takes the lock until the process ends. @param folder its real path. `false`: another process has it. */
export async function lockFolder(folder: string, platform: NodeJS.Platform): Promise<boolean> {
  // Nobody has anything to say here: who connects is hung up on.
  const server = createServer((socket) => socket.destroy());
  return await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(addressOf(folder, platform), () => {
      server.unref();
      resolve(true);
    });
  });
}
