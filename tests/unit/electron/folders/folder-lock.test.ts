import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from '#electron/folders/folder-lock.ts';

it('one process has the lock, and it ends with that process, however that ends', async () => {
  const folder = `/somewhere/${randomUUID()}`;
  const module = join(import.meta.dirname, '../../../../electron/folders/folder-lock.ts');
  const code = `import { lockFolder } from ${JSON.stringify(module)};
    console.log(await lockFolder(${JSON.stringify(folder)}, process.platform)); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(other.stdout, 'data')) as [Buffer];
  expect(line.toString().trim()).toBe('true');

  expect(await lockFolder(folder, process.platform)).toBe(false);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await lockFolder(folder, process.platform)).toBe(true);
});
