import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { createJournal, type Journal } from '#electron/journal/journal.ts';
import { realDiskPayload } from './real-disk-payload.ts';

const program = fileURLToPath(new URL('append-until-killed.ts', import.meta.url));
const rounds = 10;
const total = 2000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the program until it has acknowledged `killAfter` frames and a little longer; answers the last one. */
function runAndKill(killAfter: number, lastSeq: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, String(lastSeq)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let failed = '';
    child.stderr.on('data', (data) => {
      failed += data;
    });
    child.stdout.on('data', (data) => {
      printed += data;
      if (printed.split('\n').length > killAfter) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
    });
    child.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(failed));
      else resolve(Number(printed.split('\n').at(-2) ?? 0));
    });
  });
}

const open = (): Promise<Journal> =>
  createJournal({
    fs: guardFileSystem(nodeFileSystem()),
    directory: join(folder, 'journal'),
    space: diskSpace(async () => Number.MAX_SAFE_INTEGER),
    segmentBytes: 100_000,
  });

async function expectFrames(journal: Journal, count: number): Promise<void> {
  let next = 1;
  for (let end = false; !end; ) {
    const page = await journal.read(next, 100_000);
    for (const { seq, payload } of page.frames) {
      expect(seq).toBe(next++);
      if (Buffer.compare(payload, realDiskPayload(seq)) !== 0)
        throw new Error(`frame ${seq} is not what was appended`);
    }
    ({ end } = page);
  }
  expect(next - 1).toBe(count);
}

it('keeps on a real disk what a killed process had acknowledged', async () => {
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round++) {
    const isLastRound = round === rounds;
    const killAfter = isLastRound ? total : 1 + Math.floor(Math.random() * 150);
    acknowledged = Math.max(acknowledged, await runAndKill(killAfter, total));
    const journal = await open();
    const { lastSeq, condition } = journal.status();
    expect(condition).not.toBe('damaged');
    expect(lastSeq).toBeGreaterThanOrEqual(acknowledged);
    await expectFrames(journal, lastSeq);
    await journal.close();
  }
  expect(acknowledged).toBe(total);
}, 120_000);
