import { describe, expect, test } from 'vitest';
import { createIdleLock, defaultIdleMs, type IdleLock } from '#renderer/vault/idle-lock.ts';

function idleLock(idleMs?: number): { readonly lock: IdleLock; readonly clock: { now: number } } {
  const clock = { now: 1_000_000 };
  return { clock, lock: createIdleLock(() => clock.now, idleMs) };
}

describe('the idle lock', () => {
  test('warns for half a minute and locks after five', () => {
    const { lock, clock } = idleLock();
    expect(lock.state()).toEqual({ phase: 'active', checkInMs: defaultIdleMs - 30_000 });
    clock.now += defaultIdleMs - 30_000;
    expect(lock.state()).toEqual({ phase: 'warning', leftMs: 30_000, checkInMs: 1000 });
    clock.now += 29_500;
    expect(lock.state()).toEqual({ phase: 'warning', leftMs: 500, checkInMs: 500 });
    clock.now += 500;
    expect(lock.state()).toEqual({ phase: 'lock' });
  });

  test('activity begins anew, also during the warning', () => {
    const { lock, clock } = idleLock();
    clock.now += defaultIdleMs - 10_000;
    lock.activity();
    expect(lock.state().phase).toBe('active');
  });

  test('activity after the time is up does not bring it back', () => {
    const { lock, clock } = idleLock();
    // The computer slept; the first key press must not keep the vault open.
    clock.now += 10 * defaultIdleMs;
    lock.activity();
    expect(lock.state()).toEqual({ phase: 'lock' });
  });

  test('a clock set back puts it off by one period at most', () => {
    const { lock, clock } = idleLock();
    clock.now -= 3_600_000;
    expect(lock.state().phase).toBe('active');
    clock.now += defaultIdleMs;
    expect(lock.state()).toEqual({ phase: 'lock' });
  });

  test('a short period warns for half of it', () => {
    const { lock, clock } = idleLock(20_000);
    expect(lock.state()).toEqual({ phase: 'active', checkInMs: 10_000 });
    clock.now += 10_000;
    expect(lock.state().phase).toBe('warning');
  });
});
