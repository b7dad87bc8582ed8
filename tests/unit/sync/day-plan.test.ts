import { describe, expect, it } from 'vitest';
import {
  busyDay,
  dayFigures,
  ordinaryDay,
  sheetBytes,
  valueBytes,
  yearBytes,
} from '#tests/scale/day-plan.ts';

describe('what a facility writes in a day', () => {
  it('counts every deed with its records and one audit entry', () => {
    // 160 check-ins, 32 changed, 20 closed, 20 planned, 30 people changed, 6 new, 6 badges, 12 enrolled.
    const day = dayFigures(ordinaryDay);
    expect(day.deeds).toBe(286);
    expect(day.writes).toBe(286 * 2 + 30);
    // All that is replaced: 212 sheets and 30 people, but for the 20 sheets that are new.
    expect(day.reads).toBe(222);
  });

  it('keeps what is new, and of a sheet its last version only', () => {
    const day = dayFigures(ordinaryDay);
    // A sheet and a session for each of 20, 30 changes, 24 about people, and 286 audit entries.
    expect(day.newRecords).toBe(20 + 20 + 30 + 24 + 286);
    const { audit, session, personChange, participant, badge, enrolment } = valueBytes;
    const rest = 20 * session + 30 * personChange + 6 * participant + 6 * badge + 12 * enrolment;
    expect(day.newValueBytes).toBe(286 * audit + 20 * sheetBytes(8) + rest);
    expect(yearBytes(100) - yearBytes(0)).toBe(250 * 380 * 100);
  });

  it('has its peak where courses begin', () => {
    // 128 of 320 check-ins, and a 32nd of 158 other deeds, in 900 seconds.
    const { peakDeedsPerS, peakWritesPerS } = dayFigures(busyDay);
    expect(peakDeedsPerS * 900).toBeCloseTo(128 + 158 / 32);
    expect(peakWritesPerS * 900).toBeCloseTo(2 * (128 + 158 / 32) + 30 / 32);
  });
});
