import { describe, expect, it } from 'vitest';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { createThrottle, type Throttle, throttleHandlers, waitAfter } from '#electron/header/throttle.ts';
import { throttleContract } from '#shared/ipc/contract/throttle.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/vault';
const path = `${directory}/throttle.json`;

/** A PC whose clock the test sets. */
class Computer {
  fs = new FaultFileSystem(seededRandom(1));
  calendar = 1_750_000_000_000;
  monotonic = 5000;

  start(): Throttle {
    const clock = { calendar: () => this.calendar, monotonic: () => this.monotonic };
    return createThrottle(guardFileSystem(this.fs, 50), directory, clock);
  }

  pass(milliseconds: number): void {
    this.calendar += milliseconds;
    this.monotonic += milliseconds;
  }

  /** The monotonic clock begins anew, as after a reboot. */
  restart(): Throttle {
    this.fs = this.fs.afterPowerCut('none', seededRandom(1));
    this.monotonic = 0;
    return this.start();
  }
}

async function fail(computer: Computer, throttle: Throttle, times: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    computer.pass((await throttle.state()).waitMs);
    await throttle.attempt();
  }
}

describe('throttle', () => {
  it('waits 1, 2, 4 … 60 seconds', async () => {
    const computer = new Computer();
    const throttle = computer.start();
    expect(await throttle.state()).toEqual({ failures: 0, waitMs: 0 });
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      expect((await throttle.attempt()).waitMs).toBe(seconds * 1000);
      await expect(throttle.attempt()).rejects.toMatchObject({ code: 'throttle.wait' });
      computer.pass(seconds * 1000 - 1);
      await expect(throttle.attempt()).rejects.toMatchObject({ code: 'throttle.wait' });
      computer.pass(1);
    }
    expect(waitAfter(5000)).toBe(60_000);
  });

  it('slows ten wrong ones down as specified, with a restart after each', async () => {
    const computer = new Computer();
    let throttle = computer.start();
    const waits: number[] = [];
    for (let count = 0; count < 10; count++) {
      computer.pass((await throttle.state()).waitMs);
      await throttle.attempt();
      throttle = computer.restart();
      await expect(throttle.attempt()).rejects.toMatchObject({ code: 'throttle.wait' });
      waits.push((await throttle.state()).waitMs);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
  });

  it('forgets after the right passphrase', async () => {
    const computer = new Computer();
    const throttle = computer.start();
    await fail(computer, throttle, 4);
    await throttle.succeeded();
    expect(await throttle.state()).toEqual({ failures: 0, waitMs: 0 });
    expect(await computer.restart().state()).toEqual({ failures: 0, waitMs: 0 });
  });

  it('survives a power cut right after an attempt was allowed', async () => {
    const computer = new Computer();
    await fail(computer, computer.start(), 4);
    computer.pass(3000);
    expect(await computer.restart().state()).toEqual({ failures: 4, waitMs: 5000 });
  });

  it('takes no notice of the calendar clock while the program runs', async () => {
    const computer = new Computer();
    const throttle = computer.start();
    await fail(computer, throttle, 4);
    computer.calendar += 1e12;
    expect((await throttle.state()).waitMs).toBe(8000);
    computer.calendar -= 2e12;
    expect((await throttle.state()).waitMs).toBe(8000);
  });

  it('waits in full but no longer when the clock was set back before a restart', async () => {
    const computer = new Computer();
    await fail(computer, computer.start(), 9);
    computer.calendar -= 1e12;
    const throttle = computer.restart();
    expect((await throttle.state()).waitMs).toBe(60_000);
    computer.pass(60_000);
    expect((await throttle.state()).waitMs).toBe(0);
  });

  it('allows nothing that it could not count', async () => {
    const computer = new Computer();
    const throttle = computer.start();
    computer.fs.faults = new Map([[2, 'EIO']]);
    await expect(throttle.attempt()).rejects.toMatchObject({ code: 'disk.failed' });
    expect((await throttle.state()).failures).toBe(1);
  });

  it('takes a file that it does not understand for many failures', async () => {
    const computer = new Computer();
    computer.fs.place(path, Buffer.from('{"failures":-1}'));
    expect((await computer.start().state()).waitMs).toBe(60_000);
  });

  it('answers as the contract says', async () => {
    const handlers = throttleHandlers(new Computer().start());
    const parse = (value: unknown) => throttleContract['throttle.state'].result.parse(value);
    expect(parse(await handlers['throttle.attempt']())).toEqual({ failures: 1, waitMs: 1000 });
    await handlers['throttle.succeeded']();
    expect(parse(await handlers['throttle.state']())).toEqual({ failures: 0, waitMs: 0 });
  });
});
