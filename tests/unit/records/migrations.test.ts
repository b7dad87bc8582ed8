import { describe, expect, it } from 'vitest';
import { decodeRecord } from '#renderer/data/record-codec.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import { type RecordKind, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';

const person = {
  ...{ number: '7', given: 'Amina', family: null, spellings: [], original: null },
  ...{ birth: { kind: 'unknown' }, languages: [], room: null, arrivedOn: null, departedOn: null, note: null },
} as const;

/** A record of each kind whose shape has changed, as the first version wrote it. */
const firstVersions = {
  facility: { name: 'ZUE', place: 'Musterstadt', programme: null },
  participant: person,
  partner: { name: 'IHK', shortName: null, logo: null },
  offer: {
    ...{ title: 'Deutsch', area: 'language', subProject: 'Ankommen', partnerIds: [], level: 'A1' },
    ...{ uePlanned: 120, contents: ['Alltag'], minimumAttendance: 75 },
  },
  courseGroup: {
    ...{ offerId: 'o', name: 'A', lead: null, room: null },
    ...{ startsOn: '2026-11-02', endsOn: '2026-12-18', capacity: 12 },
  },
  enrolment: {
    ...{ groupId: 'g', participantId: 'p', enrolledOn: '2026-11-02', endedOn: null, endReason: null },
  },
  session: { groupId: 'g', date: '2026-11-23', startsAt: 540, endsAt: 630, room: null, cancelled: null },
  attendanceSheet: {
    ...{ sessionId: 's', groupId: 'g', date: '2026-11-23' },
    entries: {
      a: {
        participantId: 'p',
        mark: 'late',
        minutes: 20,
        recordedBy: 'x',
        recordedAt: '2026-11-23T08:00:00Z',
      },
      b: {
        participantId: 'q',
        mark: 'left-early',
        minutes: 5,
        recordedBy: 'x',
        recordedAt: '2026-11-23T08:00:00Z',
      },
    },
  },
  certificate: {
    ...{ number: '0123456789A', participantId: 'p', groupId: 'g', issuedOn: '2026-11-23', issuedBy: 'x' },
    ...{ name: 'Amina', birth: { kind: 'unknown' }, offerTitle: 'Deutsch', groupName: 'A', area: 'language' },
    ...{ level: 'A1', periodFrom: '2026-11-02', periodTo: '2026-11-20', ueAttended: 40, ueOffered: 50 },
    ...{
      contents: ['Alltag'],
      facility: { name: 'ZUE', place: 'Musterstadt', programme: null },
      partners: [],
    },
    template: 'teilnahmebescheinigung/1',
  },
  personMerge: {
    ...{ participantId: 'p', mergedId: 'q', at: '2026-11-23T08:00:00Z', by: 'x', undone: null },
    before: { ...person, formerNumbers: [], mergedInto: null },
    moved: { entries: [], enrolments: [], certificates: ['c'], badges: [], lists: [] },
    ...{ raised: [], joined: [] },
  },
  audit: {
    ...{ at: '2026-11-23T08:00:00Z', accountId: 'x', workstationId: 'w', command: 'participant.view' },
    subjects: [{ kind: 'participant', id: 'p' }],
  },
} as const satisfies Partial<Record<RecordKind, unknown>>;

const opened = (kind: keyof typeof firstVersions, more: object = {}) => {
  const record = decodeRecord(kind, {
    ...{ table: kind, id: 'id', rev: '1', index: {}, schema: 1 },
    bytes: new TextEncoder().encode(
      JSON.stringify({ value: firstVersions[kind], stamps: { '*': 's' }, ...more }),
    ),
  });
  return record && 'value' in record ? record : undefined;
};

describe('records of the first version', () => {
  it('are known of every kind that has changed since', () => {
    const changed = recordKinds.filter((kind) => recordTypes[kind].version > 1);
    expect(Object.keys(firstVersions).sort()).toEqual([...changed].sort());
  });

  it.each(Object.keys(firstVersions) as (keyof typeof firstVersions)[])(
    'a %s opens and keeps what it said',
    (kind) => {
      const changed = { entries: null, template: null };
      const { entries: _entries, template: _template, ...said } = { ...changed, ...firstVersions[kind] };
      expect(opened(kind)?.value).toMatchObject(said);
      expect(opened(kind)?.stamps).toEqual({ '*': 's' });
    },
  );

  it('a certificate keeps the look that it had', () => {
    expect(opened('certificate')?.value).toMatchObject({ template: { version: 1, content: firstTemplate } });
  });

  it('overwritten edits become what they would be now, or leave their field and stamp', () => {
    const edit = { field: 'entries/a', stamp: 't' };
    const old = { participantId: 'p', mark: 'late', minutes: 7, recordedBy: 'x', recordedAt: 'y' };
    const history = [
      { ...edit, value: old },
      { field: 'entries/gone', stamp: 't', value: { ...old, mark: 'left-early' } },
      { field: 'date', stamp: 't', value: { date: 'no day' } },
      { field: 'entries/b', stamp: 't' },
    ];
    expect(opened('attendanceSheet', { history, seen: ['t'] })).toMatchObject({
      seen: ['t'],
      history: [
        { ...edit, value: { mark: 'late', late: 7, early: null, corrections: [] } },
        { field: 'entries/gone', value: { mark: 'left-early', late: null, early: 7 } },
        { field: 'date', stamp: 't' },
        { field: 'entries/b', stamp: 't' },
      ],
    });
  });

  it('minutes become those of the mark', () => {
    expect(opened('attendanceSheet')?.value).toMatchObject({
      entries: {
        a: { mark: 'late', late: 20, early: null },
        b: { mark: 'left-early', late: null, early: 5 },
      },
    });
  });
});
