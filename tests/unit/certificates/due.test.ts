import { describe, expect, it } from 'vitest';
import { dueVerdict, dueVerdicts } from '#shared/domain/certificates/due.ts';
import type { DecisionEntry } from '#shared/domain/directory.ts';

describe('whether a certificate is due', () => {
  it.each([
    ['nothing offered', 0, 0, 0, 75, 'not-due'],
    ['exactly the minimum', 20, 15, 0, 75, 'due'],
    ['one UE below', 20, 14, 0, 75, 'not-due'],
    ['one UE below with enough open', 20, 14, 1, 75, 'undecided'],
    ['not even all that is open would do', 20, 10, 4, 75, 'not-due'],
    ['all open', 20, 0, 20, 75, 'undecided'],
    ['no minimum, but never there', 20, 0, 0, 0, 'not-due'],
    ['no minimum and one UE', 20, 1, 0, 0, 'due'],
    ['a share that is no whole number', 3, 2, 0, 66, 'due'],
    ['a share just missed', 3, 2, 0, 67, 'not-due'],
  ] as const)('%s', (_case, offered, attended, notRecorded, minimum, due) => {
    expect(dueVerdict({ offered, attended, notRecorded, excused: 0 }, minimum).due).toBe(due);
  });
});

const decision = (changes: Partial<DecisionEntry> = {}): DecisionEntry => ({
  ...{ id: 'd1', participantId: 'amina', groupId: 'g1', moduleId: null },
  ...{ decision: 'grant', reason: 'Umzug vor dem Ende', decidedOn: '2026-11-20', ...changes },
});
const sums = (offered: number, attended: number, notRecorded = 0) => ({
  ...{ offered, attended, notRecorded, excused: 0 },
});

describe('the lead’s word', () => {
  it.each([
    ['a grant where the UE are not enough', sums(20, 10), 'grant', 'due', 'granted'],
    ['a grant where it hangs on what is open', sums(20, 10, 10), 'grant', 'due', 'granted'],
    ['a grant where the UE are enough by now', sums(20, 15), 'grant', 'due', 'enough'],
    ['no grant for somebody who was never there', sums(20, 0), 'grant', 'not-due', 'too-little'],
    ['no grant before anything was taught', sums(0, 0), 'grant', 'not-due', 'nothing-offered'],
    ['a certificate withheld although the UE are enough', sums(20, 20), 'withhold', 'not-due', 'withheld'],
    ['a certificate withheld before anything was taught', sums(0, 0), 'withhold', 'not-due', 'withheld'],
  ] as const)('%s', (_case, own, word, due, reason) => {
    const verdict = dueVerdict(own, 75, decision({ decision: word }));
    expect(verdict).toMatchObject({ due, reason });
    // The screen tells the reason that was given only where it decides.
    expect(verdict.decision !== null).toBe(reason === 'granted' || reason === 'withheld');
  });

  it('is about the whole course or about one module', () => {
    const offer = { minimumAttendance: 75, modules: [{ id: 'm1', title: 'Alltag' }] };
    const line = { ...sums(20, 10), byModule: new Map([['m1', sums(10, 5)]]) };
    const word = (moduleId: string | null) => {
      const { verdict, modules } = dueVerdicts(offer, line, [decision({ moduleId })]);
      return [verdict.due, ...modules.map((one) => one.verdict.due)];
    };
    expect(word(null)).toEqual(['due', 'not-due']);
    expect(word('m1')).toEqual(['not-due', 'due']);
    expect(word('gone')).toEqual(['not-due', 'not-due']);
  });

  it('is the latest one where two records became one person', () => {
    const offer = { minimumAttendance: 75, modules: [] };
    const line = { ...sums(20, 20), byModule: new Map() };
    const words = [
      decision({ id: 'd1', decidedOn: '2026-11-18', decision: 'grant' }),
      decision({ id: 'd2', decidedOn: '2026-11-19', decision: 'withhold' }),
    ];
    expect(dueVerdicts(offer, line, words).verdict.reason).toBe('withheld');
    expect(dueVerdicts(offer, line, words.toReversed()).verdict.reason).toBe('withheld');
  });
});
