import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSession, soonSessions } from '#shared/domain/kiosk/kiosk-choice.ts';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import { directionOf, kioskLanguage, kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';
import { languageCodes } from '#shared/domain/languages.ts';

const session = (id: string, startsAt: number, endsAt: number, walkIns = false): KioskSession => ({
  ...{ id, title: id, area: 'language', room: null },
  ...{ startsAt, endsAt, walkIns },
});
/** 9:00–10:30, beside it 9:15–11:00, after it 10:30–12:00; open to all 9:00–12:00 and 14:00–16:00. */
const first = session('first', 540, 630);
const beside = session('beside', 555, 660);
const after = session('after', 630, 720);
const openNow = session('open', 540, 720, true);
const openLater = session('open-later', 840, 960, true);
const day = { sessions: [first, openNow, beside, after, openLater] };

const choose = (sessionIds: readonly string[], minute: number, done: readonly string[] = []) =>
  chooseSession(day, { sessionIds }, minute, new Set(done));

describe('which session a badge is meant for', () => {
  it('is the one that the person is enrolled in, from half an hour before until its end', () => {
    expect(choose(['first'], 509)).toEqual({ kind: 'later', session: first });
    expect(choose(['first'], 510)).toEqual({ kind: 'check-in', session: first });
    expect(choose(['first'], 629)).toEqual({ kind: 'check-in', session: first });
    expect(choose(['beside'], 659)).toEqual({ kind: 'check-in', session: beside });
  });

  it('is chosen where there are several', () => {
    expect(choose(['first', 'beside'], 545)).toEqual({
      ...{ kind: 'choose', sessions: [first, beside], walkIns: false },
    });
    expect(choose(['first', 'after'], 605)).toEqual({
      ...{ kind: 'choose', sessions: [first, after], walkIns: false },
    });
  });

  it('is one that welcomes everybody for those who are expected nowhere now, and only by their choice', () => {
    expect(choose([], 545)).toEqual({ kind: 'choose', sessions: [openNow], walkIns: true });
    expect(choose(['after'], 545)).toEqual({ kind: 'choose', sessions: [openNow], walkIns: true });
  });

  it('is none before and after the day, or later', () => {
    expect(choose([], 800)).toEqual({ kind: 'none' });
    expect(choose(['open-later'], 800)).toEqual({ kind: 'later', session: openLater });
    expect(choose(['first'], 1000)).toEqual({ kind: 'none' });
  });

  it('is the same again when the badge comes again', () => {
    expect(choose(['first'], 545, ['first'])).toEqual({ kind: 'again', session: first });
    expect(choose([], 545, ['open'])).toEqual({ kind: 'again', session: openNow });
  });

  it('takes nobody out of the session that they sit in', () => {
    expect(choose(['first', 'beside'], 560, ['first'])).toEqual({ kind: 'again', session: first });
    // What follows is offered, and not taken for granted.
    expect(choose(['first', 'after'], 605, ['first'])).toEqual({
      ...{ kind: 'choose', sessions: [after], walkIns: false },
    });
    expect(choose(['first', 'after'], 640, ['first'])).toEqual({ kind: 'check-in', session: after });
  });

  it('checks nobody in without a place there, and nobody twice at the same time', () => {
    const minutes = fc.integer({ min: 480, max: 720 });
    const sessions = fc.array(
      fc.tuple(minutes, fc.integer({ min: 15, max: 180 }), fc.boolean(), fc.boolean(), fc.boolean()),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sessions, minutes, (made, minute) => {
        const all = made.map(([startsAt, length, open], id) =>
          session(String(id), startsAt, startsAt + length, open),
        );
        const enrolled = all.filter((_, id) => made[id]?.[3]);
        const done = new Set(all.filter((_, id) => made[id]?.[4]).map(({ id }) => id));
        const choice = chooseSession(
          { sessions: all },
          { sessionIds: enrolled.map(({ id }) => id) },
          minute,
          done,
        );
        const offered =
          choice.kind === 'choose' ? choice.sessions : choice.kind === 'check-in' ? [choice.session] : [];
        for (const one of offered) {
          expect(done.has(one.id)).toBe(false);
          expect(one.startsAt - 30 <= minute && minute < one.endsAt).toBe(true);
          expect(one.walkIns || enrolled.includes(one)).toBe(true);
        }
        if (choice.kind === 'check-in') expect(enrolled).toContain(choice.session);
        if (choice.kind === 'again') expect(done.has(choice.session.id)).toBe(true);
      }),
    );
  });
});

describe('what the kiosk shows and speaks', () => {
  it('names sessions that are on or begin within two hours', () => {
    expect(soonSessions(day, 535)).toEqual([first, openNow, beside, after]);
    expect(soonSessions(day, 720)).toEqual([openLater]);
    expect(soonSessions(day, 960)).toEqual([]);
  });

  it('takes Dari for Farsi, and knows what it does not speak', () => {
    expect(kioskLanguage('prs')).toBe('fa');
    expect(kioskLanguage('am')).toBeUndefined();
    expect(kioskLanguages.filter(({ code }) => !languageCodes.includes(code))).toEqual([]);
    expect(kioskLanguages.filter(({ code }) => directionOf(code) === 'rtl').map(({ code }) => code)).toEqual([
      'ar',
      'fa',
      'ps',
      'ckb',
    ]);
  });
});
