import { describe, expect, it } from 'vitest';
import type { BadgeEntry, EnrolmentEntry, PersonEntry, SessionEntry } from '#shared/domain/directory.ts';
import { type KioskSources, kioskContent } from '#shared/domain/kiosk/kiosk-content.ts';
import { firstName } from '#shared/domain/names/first-name.ts';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';

const today = '2026-11-23';
const person = (id: string, given: string, changes: Partial<PersonEntry> = {}): PersonEntry => ({
  ...{
    id,
    given,
    family: 'Rahimi',
    spellings: ['Geheim'],
    original: 'رحیمی',
    number: '4711',
    formerNumbers: [],
  },
  ...{ birth: { kind: 'year', year: 1990 }, languages: [], room: 'B 214', departedOn: null },
  ...changes,
});
const session = (id: string, groupId: string, changes: Partial<SessionEntry> = {}): SessionEntry => ({
  ...{ id, groupId, date: today, startsAt: 540, endsAt: 630, breaks: [], room: 'R 12', lead: 'M. Brandt' },
  ...{ moduleId: null, cancelled: false, moved: false },
  ...changes,
});
const place = (
  participantId: string,
  groupId: string,
  changes: Partial<EnrolmentEntry> = {},
): EnrolmentEntry => ({
  ...{ id: `${participantId} ${groupId}`, groupId, participantId, enrolledOn: '2026-11-02' },
  ...{ endedOn: null, endReason: null, waitingSince: null },
  ...changes,
});
const badge = (number: string, participantId: string, ended: BadgeEntry['ended'] = null): BadgeEntry => ({
  ...{ id: `badge-${number}`, number, participantId, issuedAt: '2026-11-01T08:00:00.000Z', ended },
});

const sources = (changes: Partial<KioskSources> = {}): KioskSources => ({
  ...{ today, facilityName: 'Einrichtung Musterstadt' },
  sessions: [session('s1', 'g1'), session('s2', 'g2', { startsAt: 480, room: null })],
  groups: [
    { id: 'g1', ...madeGroup('o1', { name: 'Gruppe A' }) },
    { id: 'g2', ...madeGroup('o2', { name: 'Fußball am Morgen' }) },
  ],
  offers: [
    { id: 'o1', ...madeOffer() },
    { id: 'o2', ...madeOffer({ title: 'Fußball', area: 'day-structure' }) },
  ],
  enrolments: [place('p1', 'g1'), place('p1', 'g2')],
  people: [person('p1', 'Amina', { languages: ['am', 'prs', 'ar'] })],
  badges: [badge('1', 'p1')],
  ...changes,
});

describe('what a kiosk is started with', () => {
  it('is the sessions in order of time, and a first name, a language and sessions to each badge', () => {
    const { day, guests } = kioskContent(sources());
    expect(day).toEqual({
      date: today,
      facilityName: 'Einrichtung Musterstadt',
      sessions: [
        {
          ...{ id: 's2', title: 'Fußball am Morgen', area: 'day-structure', room: null },
          ...{ startsAt: 480, endsAt: 630, walkIns: false },
        },
        {
          ...{ id: 's1', title: 'Erstorientierung · Gruppe A', area: 'language', room: 'R 12' },
          ...{ startsAt: 540, endsAt: 630, walkIns: false },
        },
      ],
    });
    expect([...guests]).toEqual([
      ['1', { participantId: 'p1', firstName: 'Amina', language: 'fa', sessionIds: ['s2', 's1'] }],
    ]);
  });

  it('holds nothing else about anybody', () => {
    const { day, guests } = kioskContent(sources());
    const all = JSON.stringify([day, [...guests]]);
    for (const secret of ['Rahimi', 'Geheim', 'رحیمی', '4711', '1990', 'B 214', 'Brandt'])
      expect(all).not.toContain(secret);
  });

  it('leaves out cancelled sessions and those of other days', () => {
    const sessions = [
      session('s1', 'g1', { cancelled: true }),
      session('s2', 'g1', { date: '2026-11-24' }),
      session('s3', 'gone'),
    ];
    const { day, guests } = kioskContent(sources({ sessions }));
    expect(day.sessions).toEqual([]);
    expect(guests.get('1')?.sessionIds).toEqual([]);
  });

  it('counts only places that are held today', () => {
    const enrolments = [
      place('p1', 'g1', { endedOn: '2026-11-20', endReason: 'finished' }),
      place('p1', 'g2', { waitingSince: '2026-11-20T08:00:00.000Z' }),
    ];
    expect(kioskContent(sources({ enrolments })).guests.get('1')?.sessionIds).toEqual([]);
  });

  it('leaves out dead badges, and people who have left', () => {
    const ended = { at: '2026-11-20T08:00:00.000Z', by: 'account-1' };
    const people = [person('p1', 'Amina'), person('p2', 'Yusuf', { departedOn: '2026-11-22' })];
    const badges = [badge('1', 'p1', ended), badge('2', 'p2'), badge('3', 'nobody'), badge('4', 'p1')];
    expect([...kioskContent(sources({ people, badges })).guests.keys()]).toEqual(['4']);
  });

  it('names those only who may come to something today', () => {
    const people = [person('p1', 'Amina'), person('p2', 'Yusuf', { languages: ['ar'] })];
    const badges = [badge('1', 'p1'), badge('2', 'p2')];
    const closed = kioskContent(sources({ people, badges })).guests;
    expect(closed.get('2')).toEqual({ participantId: 'p2', firstName: '', language: 'ar', sessionIds: [] });
    const offers = [
      { id: 'o1', ...madeOffer({ walkIns: true }) },
      { id: 'o2', ...madeOffer({ title: 'Fußball' }) },
    ];
    expect(kioskContent(sources({ people, badges, offers })).guests.get('2')?.firstName).toBe('Yusuf');
  });
});

describe('a first name', () => {
  it.each([
    ['Amina', 'Amina'],
    ['Mohammad Ali', 'Mohammad'],
    ['Hodan Warsame Nur', 'Hodan'],
    ['Abd al-Rahman Yusuf', 'Abd al-Rahman'],
    ['Abdul Karim', 'Abdul Karim'],
    ['Salah ad-Din Omar', 'Salah ad-Din'],
    ['Anna-Maria Luise', 'Anna-Maria'],
    ['Gebre Mariam Tesfay', 'Gebre Mariam'],
    ['محمد علي', 'محمد'],
    ['  Lina ', 'Lina'],
  ])('of %s is %s', (given, first) => expect(firstName(given)).toBe(first));
});
