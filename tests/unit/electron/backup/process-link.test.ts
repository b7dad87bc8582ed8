import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { Child } from '#electron/backup/process-link.ts';

// Main's module asks for Electron; the process itself is made up here.
vi.mock('electron', () => ({ utilityProcess: {} }));
const { backupWorker } = await import('#electron/backup/process-link.ts');

class MadeChild extends EventEmitter {
  readonly asked: { readonly id: number }[] = [];
  killed = 0;
  postMessage = (message: { readonly id: number }): void => {
    this.asked.push(message);
  };
  kill = (): boolean => {
    this.killed += 1;
    return true;
  };
  say = (message: object): boolean => this.emit('message', message);
}

function made(silence?: number) {
  const children: MadeChild[] = [];
  const worker = backupWorker(() => {
    const child = new MadeChild();
    children.push(child);
    return child as unknown as Child;
  }, silence);
  return {
    worker,
    children,
    list: () => worker.run('list', { folder: '/a', facility: 'b', isOurs: true, damaged: [] }),
  };
}

describe('the backup process', () => {
  it('answers each job, and fails with the code it says', async () => {
    const { list, children } = made();
    const [first, second] = [list(), list()];
    const [child] = children;
    child?.say({ id: 2, kind: 'failed', code: 'disk.full' });
    child?.say({ id: 1, kind: 'done', answer: [] });
    expect(await first).toEqual([]);
    await expect(second).rejects.toMatchObject({ code: 'disk.full' });
    expect(children).toHaveLength(1);
  });

  it('is given up when nothing is heard of it, and the next job gets another', async () => {
    vi.useFakeTimers();
    const { list, children } = made(1000);
    const job = list();
    const failed = expect(job).rejects.toMatchObject({ code: 'backup.timeout' });
    await vi.advanceTimersByTimeAsync(900);
    children[0]?.say({ id: 1, kind: 'alive' });
    await vi.advanceTimersByTimeAsync(900);
    expect(children[0]?.killed).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    await failed;
    expect(children[0]?.killed).toBe(1);
    const next = list();
    expect(children).toHaveLength(2);
    // A late word of the old one is no answer to the new job.
    children[0]?.say({ id: 2, kind: 'done', answer: ['old'] });
    children[1]?.say({ id: 2, kind: 'done', answer: ['new'] });
    expect(await next).toEqual(['new']);
    vi.useRealTimers();
  });

  it('that ends by itself fails what waits for it', async () => {
    const { list, children } = made();
    const job = list();
    children[0]?.emit('exit', 1);
    await expect(job).rejects.toMatchObject({ code: 'backup.timeout' });
  });

  it('is ended when it has had nothing to do for a while', async () => {
    vi.useFakeTimers();
    const { list, children } = made();
    const job = list();
    children[0]?.say({ id: 1, kind: 'done', answer: [] });
    await job;
    await vi.advanceTimersByTimeAsync(29_000);
    expect(children[0]?.killed).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(children[0]?.killed).toBe(1);
    vi.useRealTimers();
  });
});
