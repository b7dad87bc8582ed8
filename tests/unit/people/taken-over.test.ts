import { describe, expect, it } from 'vitest';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { takenOver } from '#shared/domain/people/taken-over.ts';
import { madeParticipant } from '#tests/memory/made.ts';

const known: PersonEntry = {
  ...{ id: 'p1', given: 'Mohamad', family: 'Khatib', spellings: ['M. Khatib'], original: 'محمد الخطيب' },
  ...{ number: '4711', formerNumbers: ['1'], birth: { kind: 'year', year: 1991 }, languages: ['ar'] },
  ...{ room: 'B 1', departedOn: null },
};
const said = madeParticipant('Mohamad', 'Khatib');

describe('what the newer word about a person changes', () => {
  it('is nothing where it says nothing, or the same', () => {
    expect(takenOver(known, said)).toEqual({});
    expect(
      takenOver(known, {
        ...said,
        ...{ spellings: ['M. Khatib'], original: 'محمد الخطيب', number: '4711', room: 'B 1' },
        ...{ languages: ['ar'], birth: { kind: 'unknown' } },
      }),
    ).toEqual({});
  });

  it('adds spellings, never the name in use; a second own script is a spelling too', () => {
    expect(takenOver(known, { ...madeParticipant('Muhammed', 'Alkhatib'), original: 'محمد خطیب' })).toEqual({
      spellings: ['M. Khatib', 'Muhammed Alkhatib', 'محمد خطیب'],
    });
    expect(takenOver({ ...known, original: null }, { ...said, original: 'محمد' })).toEqual({
      original: 'محمد',
    });
  });

  it('takes the newer number and room, and keeps the number that is replaced findable', () => {
    expect(takenOver(known, { ...said, number: '5000', room: 'C 3' })).toEqual({
      ...{ number: '5000', formerNumbers: ['1', '4711'], room: 'C 3' },
    });
    // A number that comes back is no former one.
    expect(takenOver(known, { ...said, number: '1' })).toEqual({ number: '1', formerNumbers: ['4711'] });
  });

  it('makes a birth more exact only, and adds languages', () => {
    const day = { kind: 'date', date: '1991-03-14' } as const;
    expect(takenOver(known, { ...said, birth: day, languages: ['de', 'ar'] })).toEqual({
      ...{ birth: day, languages: ['ar', 'de'] },
    });
    expect(takenOver({ ...known, birth: day }, { ...said, birth: { kind: 'year', year: 1990 } })).toEqual({});
  });
});
