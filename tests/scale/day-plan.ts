/**
 * What a facility writes in a day, by deed. Known of the sites: a full one has 200,000 check-ins after five years and
 * takes in 550 to 2,000 people a year. The rest is assumed, as docs/scale.md says.
 */
import { padded } from '#shared/sync/wire.ts';

const workingDays = 250;
const newPeoplePerYear = 1_500;
/** Of an ordinary working day. */
export const ordinaryDay = { checkIns: 160, sessions: 20 } as const;
/** Twice the people in the same sessions. */
export const busyDay = { checkIns: 320, sessions: 20 } as const;

/** Of a day's check-ins, those in the quarter of an hour in which most courses begin. */
const peakShare = 0.4;
/** Everything else is spread over eight hours. */
const evenShare = 15 / (8 * 60);
const peakSeconds = 15 * 60;

/** What stands around a record's content on the server: format, epoch, rev, nonce and the seal's tag. */
const around = 67;

/** Bytes of values on the server; tests/browser/sync/value-sizes.test.ts compares them with those of the app. */
export const valueBytes = {
  participant: padded(416) + around,
  personChange: padded(288) + around,
  badge: padded(256) + around,
  enrolment: padded(272) + around,
  session: padded(320) + around,
  audit: padded(432) + around,
} as const;

/** Of an attendance sheet whose entries were made one by one. */
export const sheetBytes = (entries: number): number => padded(330 + 275 * entries) + around;

export type RecordKind = Exclude<keyof typeof valueBytes, 'audit'> | 'sheet';

/** One kind of deed: every one writes its records and one audit entry. */
export interface PlannedDeed {
  readonly name: string;
  readonly perDay: number;
  /** Of those, in the busiest quarter of an hour. */
  readonly inPeak: number;
  /** Replaced after they were read. */
  readonly replaces: readonly RecordKind[];
  readonly adds: readonly RecordKind[];
}

export interface Day {
  readonly checkIns: number;
  readonly sessions: number;
}

export function plannedDeeds({ checkIns, sessions }: Day): readonly PlannedDeed[] {
  const newPeople = newPeoplePerYear / workingDays;
  const even = (
    name: string,
    perDay: number,
    replaces: readonly RecordKind[],
    adds: readonly RecordKind[],
  ): PlannedDeed => ({ name, perDay, inPeak: perDay * evenShare, replaces, adds });
  return [
    { name: 'check-in', perDay: checkIns, inPeak: checkIns * peakShare, replaces: ['sheet'], adds: [] },
    even('mark changed', checkIns / 5, ['sheet'], []),
    even('sheet closed', sessions, ['sheet'], []),
    even('session planned', sessions, [], ['session']),
    even('person changed', 30, ['participant'], ['personChange']),
    even('person new', newPeople, [], ['participant']),
    even('badge', newPeople, [], ['badge']),
    even('enrolment', 2 * newPeople, [], ['enrolment']),
  ];
}

/** Of one facility. */
export interface DayFigures {
  readonly deeds: number;
  readonly writes: number;
  readonly reads: number;
  /** Deeds a second in the busiest quarter of an hour. */
  readonly peakDeedsPerS: number;
  readonly peakWritesPerS: number;
  /** What is there in the evening and was not in the morning. */
  readonly newRecords: number;
  readonly newValueBytes: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function dayFigures(day: Day): DayFigures {
  const deeds = plannedDeeds(day);
  const writesOf = ({ replaces, adds }: PlannedDeed): number => replaces.length + adds.length + 1;
  const count = sum(deeds.map(({ perDay }) => perDay));
  const added = sum(deeds.map(({ perDay, adds }) => perDay * adds.length));
  const addedBytes = sum(deeds.map(({ perDay, adds }) => perDay * sum(adds.map((kind) => bytesOf(kind, 1)))));
  const sheets = day.sessions * sheetBytes(day.checkIns / day.sessions);
  return {
    deeds: count,
    writes: sum(deeds.map((deed) => deed.perDay * writesOf(deed))),
    // A new sheet is not read before it is written.
    reads: sum(deeds.map(({ perDay, replaces }) => perDay * replaces.length)) - day.sessions,
    peakDeedsPerS: sum(deeds.map(({ inPeak }) => inPeak)) / peakSeconds,
    peakWritesPerS: sum(deeds.map((deed) => deed.inPeak * writesOf(deed))) / peakSeconds,
    newRecords: added + day.sessions + count,
    newValueBytes: addedBytes + sheets + count * valueBytes.audit,
  };
}

/** @param entries of a sheet */
export function bytesOf(kind: RecordKind, entries: number): number {
  return kind === 'sheet' ? sheetBytes(entries) : valueBytes[kind];
}

/** Bytes on the server after a year of ordinary days. @param aroundEach bytes that the server keeps beside each value */
export function yearBytes(aroundEach: number): number {
  const { newRecords, newValueBytes } = dayFigures(ordinaryDay);
  return workingDays * (newValueBytes + newRecords * aroundEach);
}
