import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packApp } from '#tests/e2e/packed-app.ts';
import type { Measure } from './figure.ts';

/** Size of the packed app without Electron. */
export function appBytesMeasure(): Measure {
  return {
    names: ['app-bytes'],
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'wegmarke-size-'));
      try {
        return [
          { name: 'app-bytes', value: (await stat(await packApp(folder))).size, unit: 'bytes', aim: '' },
        ];
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
