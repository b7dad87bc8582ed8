/**
 * Slows down the trying of passphrases: 1, 2, 4 … 60 seconds after each wrong one. Every attempt is counted as wrong
 * and fsync'd before it is allowed, so that ending the program in time does not help. While the program runs, time is
 * taken from a clock that nobody can set; over a restart from the calendar clock, and one that was set back neither
 * shortens the wait nor makes it longer than it was at first.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { ThrottleState } from '#shared/ipc/contract/throttle.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly calendar: () => number;
  /** Milliseconds since any moment; never goes back. */
  readonly monotonic: () => number;
}

export interface Throttle {
  state(): Promise<ThrottleState>;
  /**
   * Counts an attempt; the answer's `waitMs` holds for the one after it.
   * @throws CodedError `throttle.wait` while waiting; the disk's codes if the attempt can't be counted.
   */
  attempt(): Promise<ThrottleState>;
  succeeded(): Promise<void>;
}

const stored = z.strictObject({
  failures: z.number().int().nonnegative(),
  /** Calendar milliseconds of the last attempt. */
  at: z.number(),
});
type Stored = z.infer<typeof stored>;

const longestWaitMs = 60_000;
/** From here on the wait does not grow; also taken where the file can't be understood. */
const failuresForLongest = 7;

/** Milliseconds to wait after this many wrong passphrases in a row. */
export function waitAfter(failures: number): number {
  if (failures === 0) return 0;
  return failures >= failuresForLongest ? longestWaitMs : 1000 * 2 ** (failures - 1);
}

function decode(bytes: Uint8Array): Stored | null {
  try {
    return stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** The count as it stands, with the moment on the monotonic clock from which on one may try. */
interface Count {
  readonly failures: number;
  readonly freeAt: number;
}

class FileThrottle implements Throttle {
  readonly #fs: FileSystem;
  readonly #directory: string;
  readonly #clock: Clock;
  readonly #alone = inTurn();
  #count: Count | null = null;

  constructor(fs: FileSystem, directory: string, clock: Clock) {
    this.#fs = fs;
    this.#directory = directory;
    this.#clock = clock;
  }

  state(): Promise<ThrottleState> {
    return this.#alone(async () => this.#state(await this.#current()));
  }

  attempt(): Promise<ThrottleState> {
    return this.#alone(async () => {
      const count = await this.#current();
      if (this.#state(count).waitMs > 0) throw new CodedError('throttle.wait');
      return this.#state(await this.#keep(count.failures + 1));
    });
  }

  succeeded(): Promise<void> {
    return this.#alone(async () => {
      await this.#keep(0);
    });
  }

  #state({ failures, freeAt }: Count): ThrottleState {
    return { failures, waitMs: Math.max(0, Math.ceil(freeAt - this.#clock.monotonic())) };
  }

  /** Kept in memory even if writing fails: the running program does not forget. */
  async #keep(failures: number): Promise<Count> {
    this.#count = { failures, freeAt: this.#clock.monotonic() + waitAfter(failures) };
    await makeDurableDirectory(this.#fs, this.#directory);
    const content = JSON.stringify({ failures, at: this.#clock.calendar() } satisfies Stored);
    await writeWholeFile(this.#fs, this.#path(), Buffer.from(content));
    return this.#count;
  }

  async #current(): Promise<Count> {
    this.#count ??= await this.#load();
    return this.#count;
  }

  async #load(): Promise<Count> {
    const bytes = await this.#fs.readFile(this.#path());
    const now = this.#clock.calendar();
    const { failures, at } =
      bytes === null
        ? { failures: 0, at: now }
        : (decode(bytes) ?? { failures: failuresForLongest, at: now });
    const wait = waitAfter(failures);
    // A moment that is still to come was written before the clock was set back: wait in full, but no longer.
    const passed = now < at ? 0 : now - at;
    return { failures, freeAt: this.#clock.monotonic() + Math.max(0, wait - passed) };
  }

  #path(): string {
    return join(this.#directory, 'throttle.json');
  }
}

/** The throttle whose count lies in `directory`. */
export function createThrottle(fs: FileSystem, directory: string, clock: Clock): Throttle {
  return new FileThrottle(fs, directory, clock);
}

/** Answers the throttle's calls. */
export function throttleHandlers(
  throttle: Throttle,
): HandlersOf<'throttle.state' | 'throttle.attempt' | 'throttle.succeeded'> {
  return {
    'throttle.state': () => throttle.state(),
    'throttle.attempt': () => throttle.attempt(),
    'throttle.succeeded': () => throttle.succeeded(),
  };
}
