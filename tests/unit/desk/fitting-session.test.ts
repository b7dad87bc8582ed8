import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeskSession, deskVerdict, isOn } from '#shared/domain/desk/fitting-session.ts';
import type { EnrolmentEntry } from '#shared/domain/directory.ts';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';

const today = '2026-11-23';
const person = { id: 'amina', departedOn: null };

interface Made {
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly cancelled?: boolean;
  readonly capacity?: number | null;
  readonly walkIns?: boolean;
  readonly there?: Readonly<Record<string, string>>;
  readonly heads?: number;
}

/** A session of group `id` from nine to half past ten. */
function session(id: string, made: Made = {}): DeskSession {
  const { startsAt = 540, endsAt = 630, cancelled = false, capacity = null, walkIns = false } = made;
  const marks = made.there ?? {};
  const attended = Object.values(marks).filter((mark) => 'ple'.includes(mark.charAt(0))).length;
  return {
    session: {
      ...{ id: `session-${id}`, groupId: id, date: today, startsAt, endsAt, breaks: [], room: null },
      ...{ lead: null, moduleId: null, cancelled, moved: false },
    },
    sheet: {
      ...{ id: `session-${id}`, groupId: id, recorded: Object.keys(marks).length, attended },
      ...{ heads: made.heads ?? 0, closed: false, unlinked: 0, marks },
    },
    group: { id, ...madeGroup('offer', { capacity }) },
    offer: { id: 'offer', ...madeOffer({ walkIns }) },
  };
}

const place = (groupId: string, more: Partial<EnrolmentEntry> = {}): EnrolmentEntry => ({
  ...{ id: `place-${groupId}`, groupId, participantId: person.id, enrolledOn: '2026-11-02' },
  ...{ endedOn: null, endReason: null, waitingSince: null, ...more },
});

const verdict = (
  sessions: readonly DeskSession[],
  enrolments: readonly EnrolmentEntry[],
  minute = 545,
  who: typeof person | { readonly id: string; readonly departedOn: string } = person,
) => deskVerdict(who, sessions, enrolments, { today, minute });

describe('at the desk', () => {
  it('who has a place in what is on is checked in', () => {
    expect(verdict([session('a'), session('b')], [place('a')])).toMatchObject({
      ...{ kind: 'check-in', late: null, at: { group: { id: 'a' } } },
    });
  });

  it.each([
    [509, 'no-session'],
    [510, 'check-in'],
    [629, 'check-in'],
    [630, 'no-session'],
  ])('at minute %i of a session from 540 to 630: %s', (minute, kind) => {
    expect(verdict([session('a')], [place('a')], minute).kind).toBe(kind);
  });

  it('16 minutes after the start it says how late, 15 minutes after not', () => {
    expect(verdict([session('a')], [place('a')], 555)).toMatchObject({ late: null });
    expect(verdict([session('a')], [place('a')], 556)).toMatchObject({ late: 16 });
  });

  it('who is there already is told so', () => {
    expect(verdict([session('a', { there: { amina: 'l20,' } })], [place('a')])).toMatchObject({
      ...{ kind: 'already', mark: { mark: 'late', late: 20 } },
    });
  });

  it('who was marked absent can still come in', () => {
    expect(verdict([session('a', { there: { amina: 'a' } })], [place('a')]).kind).toBe('check-in');
  });

  it('who is in one and has a place in the next is checked in to the next', () => {
    const sessions = [session('a', { there: { amina: 'p' } }), session('b', { startsAt: 560, endsAt: 650 })];
    expect(verdict(sessions, [place('a'), place('b')])).toMatchObject({
      ...{ kind: 'check-in', at: { group: { id: 'b' } } },
    });
  });

  it('who has a place in two that are on chooses, the nearer start first', () => {
    const sessions = [session('b', { startsAt: 570, endsAt: 650 }), session('a')];
    const answer = verdict(sessions, [place('a'), place('b')], 550);
    expect(answer.kind === 'choose' && answer.sessions.map(({ group }) => group.id)).toEqual(['a', 'b']);
  });

  it('who has no place walks in, first where that is welcome, never where it is full', () => {
    const sessions = [
      session('a'),
      session('b', { walkIns: true }),
      session('c', { walkIns: true, capacity: 2, heads: 1, there: { other: 'p' } }),
    ];
    const answer = verdict(sessions, []);
    expect(answer.kind === 'walk-in' && answer.sessions.map(({ group }) => group.id)).toEqual(['b', 'a']);
  });

  it('where all is full it says so; a place of one’s own stays a place', () => {
    const full = session('a', { capacity: 1, there: { other: 'p' } });
    expect(verdict([full], []).kind).toBe('full');
    expect(verdict([full], [place('a')]).kind).toBe('check-in');
  });

  it.each([
    ['that is waited for', { waitingSince: '2026-11-20T08:00:00Z 0001' }],
    ['that has ended', { endedOn: '2026-11-20', endReason: 'dropped-out' as const }],
    ['that begins tomorrow', { enrolledOn: '2026-11-24' }],
    ['that was a mistake', { endedOn: today, endReason: 'mistake' as const }],
  ])('a place %s is none', (_case, more) => {
    expect(verdict([session('a')], [place('a', more)]).kind).toBe('walk-in');
  });

  it('where nothing is on it names the next session of the day', () => {
    const sessions = [
      session('b', { startsAt: 900, endsAt: 990 }),
      session('a', { startsAt: 800, endsAt: 890 }),
    ];
    expect(verdict(sessions, [place('a'), place('b')])).toMatchObject({
      ...{ kind: 'no-session', next: { group: { id: 'a' } } },
    });
    expect(verdict(sessions, [])).toEqual({ kind: 'no-session', next: undefined });
  });

  it('a session that was called off is none', () => {
    expect(verdict([session('a', { cancelled: true })], [place('a')])).toEqual({
      ...{ kind: 'no-session', next: undefined },
    });
  });

  it('who has left is told from when', () => {
    const gone = { id: 'amina', departedOn: today };
    expect(verdict([session('a')], [place('a')], 545, gone)).toEqual({ kind: 'departed', since: today });
    const leaves = { id: 'amina', departedOn: '2026-11-24' };
    expect(verdict([session('a')], [place('a')], 545, leaves).kind).toBe('check-in');
  });

  it('nobody is recorded by it without a place, in what is not on, or twice', () => {
    const made = fc.record({
      startsAt: fc.integer({ min: 400, max: 700 }),
      cancelled: fc.boolean(),
      capacity: fc.constantFrom(null, 1, 2),
      walkIns: fc.boolean(),
      there: fc.constantFrom<Readonly<Record<string, string>>>(
        {},
        { amina: 'p' },
        { amina: 'a', other: 'p' },
      ),
      heads: fc.nat(2),
      enrolled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 5 }), fc.integer({ min: 380, max: 820 }), (all, minute) => {
        const sessions = all.map((one, at) => session(`g${at}`, { ...one, endsAt: one.startsAt + 90 }));
        const enrolments = all.flatMap((one, at) => (one.enrolled ? [place(`g${at}`)] : []));
        const answer = verdict(sessions, enrolments, minute);
        expect(verdict(sessions.toReversed(), enrolments, minute)).toEqual(answer);
        if (answer.kind === 'check-in') {
          expect(enrolments.some(({ groupId }) => groupId === answer.at.group.id)).toBe(true);
          expect(isOn(answer.at, minute)).toBe(true);
          expect(['p', 'l', 'e']).not.toContain(answer.at.sheet?.marks.amina?.charAt(0));
        }
        if (answer.kind === 'walk-in')
          for (const { sheet, group } of answer.sessions)
            expect((sheet?.attended ?? 0) + (sheet?.heads ?? 0)).toBeLessThan(group.capacity ?? 1000);
      }),
      { numRuns: 300 },
    );
  });
});
