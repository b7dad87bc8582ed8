import { describe, expect, it } from 'vitest';
import { type EngineView, syncState } from '#renderer/sync/sync-state.ts';

const known = { createdAt: '2026-11-01T08:00:00Z', sequence: 40, marks: [] };
const connected = { kind: 'connected', since: 10 } as const;
const quiet: EngineView = {
  connection: connected,
  trouble: undefined,
  kept: { known, heldBack: undefined },
  count: 0,
  parked: 0,
  isCaughtUp: true,
  filled: { done: 0, remaining: 0 },
  startedAt: 1,
  lastSign: 99,
};
const said = (change: Partial<EngineView>) => syncState({ ...quiet, ...change });
const held = (createdAt: string, lastSequence: number) =>
  said({
    connection: { kind: 'held', since: 10, found: { createdAt, lastSequence, records: 0, clockAheadMs: 0 } },
  });

describe('what staff are told of sync', () => {
  it('is in step only when everything has come and nothing waits', () => {
    expect(said({})).toEqual({ kind: 'in-step', at: 99 });
    expect(said({ count: 2 })).toEqual({ kind: 'waiting', count: 2 });
    expect(said({ isCaughtUp: false })).toEqual({ kind: 'waiting', count: 0 });
    const filled = { done: 20, remaining: 30 };
    expect(said({ isCaughtUp: false, filled })).toEqual({ kind: 'filling', ...filled });
  });

  it('is offline since the connection was lost, or since the start where there never was one', () => {
    expect(said({ connection: { kind: 'offline', since: 70 }, count: 3 })).toEqual({
      kind: 'offline',
      since: 70,
      count: 3,
    });
    expect(said({ connection: { kind: 'connecting' } })).toEqual({ kind: 'offline', since: 1, count: 0 });
    expect(said({ connection: undefined })).toEqual({ kind: 'offline', since: 1, count: 0 });
  });

  it('names what somebody has to look at, the gravest first', () => {
    const trouble = (change: Partial<EngineView>) => {
      const state = said(change);
      return state.kind === 'attention' ? state.trouble : state.kind;
    };
    expect(trouble({ parked: 1, count: 1 })).toBe('too-large');
    expect(trouble({ parked: 1, kept: { known, heldBack: { revision: 3, versions: '' } } })).toBe('newer');
    expect(trouble({ connection: { kind: 'refused', since: 10 }, parked: 1 })).toBe('refused');
    expect(trouble({ connection: { kind: 'refused', since: 10 }, trouble: 'revoked' })).toBe('revoked');
    // Offline is no trouble, whatever waits.
    expect(trouble({ connection: { kind: 'offline', since: 70 } })).toBe('offline');
  });

  it('says of a server that is held what it is', () => {
    expect(held('2026-11-20T08:00:00Z', 0)).toMatchObject({ trouble: 'emptied' });
    expect(held('2026-11-20T08:00:00Z', 5)).toMatchObject({ trouble: 'another' });
    expect(held(known.createdAt, 30)).toMatchObject({ trouble: 'older' });
    // Other entries lie in the places that are known.
    expect(held(known.createdAt, 50)).toMatchObject({ trouble: 'older' });
  });
});
