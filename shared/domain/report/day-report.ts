/**
 * The day report: who came where, per programme area. Nobody vanishes in it: everybody with a mark and everybody who
 * had a place on the day is in exactly one of came, excused, absent and not recorded, and "not recorded" is never
 * counted as absent (domain.md). What counts as one attendance is what the sheet counts (attendance/marks.ts).
 */
import { decodeMark, type SheetLine, wasThere } from '#shared/domain/attendance/marks.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type {
  CourseGroupEntry,
  OfferEntry,
  PersonEntry,
  SessionEntry,
  SheetEntry,
} from '#shared/domain/directory.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import { programmeAreas } from '#shared/domain/records/offer.ts';

type ProgrammeArea = (typeof programmeAreas)[number];

/** A session of the day with what is known of it. */
export interface DaySession {
  readonly session: SessionEntry;
  readonly sheet: SheetEntry | undefined;
  readonly group: Pick<CourseGroupEntry, 'name' | 'lead'> | undefined;
  readonly offer: Pick<OfferEntry, 'title' | 'area'> | undefined;
  /** The participants who had a place on the day. */
  readonly expected: ReadonlySet<string>;
  /** People who are known by name only. */
  readonly walkIns: readonly SheetLine[];
}

/** What came of somebody's session. */
const outcomes = ['came', 'excused', 'absent', 'not-recorded'] as const;
type Outcome = (typeof outcomes)[number];

/** Somebody in a session: a participant, or a walk-in who is known by name only. */
export interface ReportLine {
  /** The participant's id; a walk-in's entry in the sheet. */
  readonly id: string;
  readonly kind: 'participant' | 'walk-in';
  /** `null`: somebody whose record is not there any more, or could not be opened. */
  readonly name: Pick<PersonEntry, 'family' | 'given' | 'original'> | null;
  readonly mark: PersonMark;
  readonly outcome: Outcome;
  /** Whether a place was held on the day. */
  readonly enrolled: boolean;
}

/** Sums of a session, of a programme area or of the day. */
export interface ReportSums {
  /** Everybody who was there at least in part, once for each session: participants, walk-ins by name and heads. */
  readonly attendances: number;
  /** Different participants among them. Walk-ins by name and heads can't be told apart from anybody. */
  readonly people: number;
  /** Of the attendances: known by name only. */
  readonly walkIns: number;
  /** Of the attendances: only counted. */
  readonly heads: number;
  readonly excused: number;
  readonly absent: number;
  readonly notRecorded: number;
  readonly held: number;
  readonly calledOff: number;
  /** Sessions for which nothing at all was recorded. */
  readonly unrecorded: number;
}

export interface SessionReport {
  readonly session: SessionEntry;
  readonly groupName: string;
  readonly offerTitle: string;
  /** The session's, or the group's. */
  readonly lead: string | null;
  readonly state: 'held' | 'called-off' | 'unrecorded';
  readonly closed: boolean;
  /** Who came, then who was excused, absent, not recorded; each by name, walk-ins last. */
  readonly lines: readonly ReportLine[];
  readonly heads: number;
  readonly sums: ReportSums;
}

export interface AreaReport {
  /** `null`: sessions whose offer is not there any more, or could not be opened. */
  readonly area: ProgrammeArea | null;
  /** In order of time. */
  readonly sessions: readonly SessionReport[];
  readonly sums: ReportSums;
}

export interface DayReport {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Those with sessions, in the programme's order. */
  readonly areas: readonly AreaReport[];
  readonly sums: ReportSums;
}

const unmarked: PersonMark = { mark: 'not-recorded', late: null, early: null };

function outcomeOf(mark: PersonMark): Outcome {
  if (wasThere(mark)) return 'came';
  return mark.mark === 'excused' || mark.mark === 'absent' ? mark.mark : 'not-recorded';
}

function inOrder(one: ReportLine, other: ReportLine): number {
  const byOutcome = outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome);
  if (byOutcome !== 0) return byOutcome;
  if (one.kind !== other.kind) return one.kind === 'walk-in' ? 1 : -1;
  const nameless = Number(one.name === null) - Number(other.name === null);
  if (nameless !== 0 || one.name === null || other.name === null) return nameless;
  return byListName(one.name, other.name) || one.id.localeCompare(other.id);
}

function linesOf(
  { session, sheet, expected, walkIns }: DaySession,
  personOf: (id: string) => PersonEntry | undefined,
): ReportLine[] {
  const marks = new Map(Object.entries(sheet?.marks ?? {}).map(([id, code]) => [id, decodeMark(code)]));
  // A session that was called off expects nobody; whoever was recorded all the same stays visible.
  const ids = new Set([...marks.keys(), ...(session.cancelled ? [] : expected)]);
  const participants = [...ids].map((id): ReportLine => {
    const mark = marks.get(id) ?? unmarked;
    const name = personOf(id) ?? null;
    return { id, kind: 'participant', name, mark, outcome: outcomeOf(mark), enrolled: expected.has(id) };
  });
  const named = walkIns.map(({ id, name, mark, late, early }): ReportLine => {
    const own = { mark, late, early };
    return {
      ...{ id, kind: 'walk-in', enrolled: false, mark: own, outcome: outcomeOf(own) },
      name: { family: null, given: name ?? '', original: null },
    };
  });
  const lines = [...participants, ...named];
  return [...lines, ...unnamed(session.id, (sheet?.attended ?? 0) - cameOf(lines).length)].sort(inOrder);
}

const cameOf = (lines: readonly ReportLine[]): ReportLine[] =>
  lines.filter(({ outcome }) => outcome === 'came');

/** Walk-ins that the directory counts although their sheet could not be opened: counted on, without a name. */
const unnamed = (sessionId: string, count: number): ReportLine[] =>
  Array.from({ length: Math.max(0, count) }, (_, at) => ({
    ...{ id: `${sessionId}/${at}`, kind: 'walk-in', name: null, enrolled: false, outcome: 'came' },
    mark: { mark: 'present', late: null, early: null },
  }));

type Counted = Pick<SessionReport, 'state' | 'lines' | 'heads'>;

/** The sums of some sessions; a participant who was in several counts once among the people. */
function sumsOf(sessions: readonly Counted[]): ReportSums {
  const lines = sessions.flatMap((session) => session.lines);
  const came = cameOf(lines);
  const heads = sessions.reduce((sum, session) => sum + session.heads, 0);
  const count = (outcome: Outcome): number => lines.filter((line) => line.outcome === outcome).length;
  const inState = (state: Counted['state']): number =>
    sessions.filter((session) => session.state === state).length;
  return {
    attendances: came.length + heads,
    people: new Set(came.flatMap(({ kind, id }) => (kind === 'participant' ? id : []))).size,
    walkIns: came.filter(({ kind }) => kind === 'walk-in').length,
    heads,
    ...{ excused: count('excused'), absent: count('absent'), notRecorded: count('not-recorded') },
    ...{ held: inState('held'), calledOff: inState('called-off'), unrecorded: inState('unrecorded') },
  };
}

function sessionReport(
  found: DaySession,
  personOf: (id: string) => PersonEntry | undefined,
): SessionReport & { readonly area: ProgrammeArea | null } {
  const { session, sheet, group, offer } = found;
  const lines = linesOf(found, personOf);
  const heads = sheet?.heads ?? 0;
  const closed = sheet?.closed ?? false;
  const anything = closed || heads > 0 || lines.some(({ outcome }) => outcome !== 'not-recorded');
  const state = session.cancelled ? 'called-off' : anything ? 'held' : 'unrecorded';
  return {
    ...{ session, state, closed, lines, heads, area: offer?.area ?? null },
    ...{ groupName: group?.name ?? '', offerTitle: offer?.title ?? '' },
    lead: session.lead ?? group?.lead ?? null,
    sums: sumsOf([{ state, lines, heads }]),
  };
}

/**
 * The report of a day.
 * @param sessions the day's, in order of time
 * @param personOf the participant with an id, as the directory knows them
 */
export function dayReport(
  date: string,
  sessions: readonly DaySession[],
  personOf: (id: string) => PersonEntry | undefined,
): DayReport {
  const reports = sessions.map((found) => sessionReport(found, personOf));
  const areas = [...programmeAreas, null].flatMap((area): AreaReport[] => {
    const inArea = reports.filter((report) => report.area === area);
    return inArea.length === 0 ? [] : [{ area, sessions: inArea, sums: sumsOf(inArea) }];
  });
  return { date, areas, sums: sumsOf(reports) };
}
