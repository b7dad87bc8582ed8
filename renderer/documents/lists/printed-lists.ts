/** What lists on paper say: plain data for the document worker. Nothing else of a person reaches the paper. */
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import type { AreaReport, ReportSums, SessionReport } from '#shared/domain/report/day-report.ts';

/** Of every list: whose it is, and the day of print (`YYYY-MM-DD`). */
interface Printed {
  readonly facility: string;
  readonly printedOn: string;
}

export interface PrintedPerson {
  readonly family: string | null;
  readonly given: string;
}

/** Minutes since midnight. */
interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface SignatureSession extends Times {
  readonly date: string;
  readonly offer: string;
  readonly group: string;
  readonly room: string | null;
  readonly lead: string | null;
  readonly module: string | null;
  /** Teaching units (UE). */
  readonly units: number;
}

export interface PrintedSignatureList {
  /** Twelve digits (attendance/list-number.ts). */
  readonly number: string;
  readonly session: SignatureSession;
  /** In the order of the lines. */
  readonly people: readonly PrintedPerson[];
}

export interface SignatureLists extends Printed {
  readonly kind: 'signature-lists';
  readonly lists: readonly PrintedSignatureList[];
}

/** The same list with nothing filled in. */
export interface SignatureForm extends Printed {
  readonly kind: 'signature-form';
}

export interface GroupRoster extends Printed {
  readonly kind: 'group-roster';
  readonly group: string;
  readonly offer: string;
  readonly room: string | null;
  readonly lead: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Of the timetable, in order of time; weekdays 1 Monday to 7 Sunday. */
  readonly slots: readonly (Times & { readonly weekday: number })[];
  /** Who holds a place on this day. */
  readonly asOf: string;
  readonly people: readonly (PrintedPerson & { readonly number: string | null })[];
}

export interface PlannedSession extends Times {
  readonly date: string;
  readonly group: string;
  readonly lead: string | null;
  readonly cancelled: boolean;
}

export interface WeekPlan extends Printed {
  readonly kind: 'week-plan';
  /** All rooms one below the other, or a page for the door of each. */
  readonly layout: 'all' | 'rooms';
  readonly week: number;
  readonly days: readonly { readonly date: string; readonly holiday: string | null }[];
  /** `null`: sessions without a room. */
  readonly rooms: readonly { readonly room: string | null; readonly sessions: readonly PlannedSession[] }[];
}

export interface DayOverview extends Printed {
  readonly kind: 'day-overview';
  readonly date: string;
  readonly holiday: string | null;
  readonly sessions: readonly (Omit<PlannedSession, 'date'> & {
    readonly offer: string;
    readonly room: string | null;
    /** People with a place on the day. */
    readonly expected: number;
  })[];
}

/** `counts` is handed out, `names` stays within the facility. */
export type DayReportForm = 'counts' | 'names';

export interface PrintedAttendance extends PrintedPerson {
  /** The name in its own script. */
  readonly original: string | null;
  readonly mark: AttendanceMark;
  readonly late: number | null;
  readonly early: number | null;
  readonly note: 'walk-in' | 'not-enrolled' | null;
}

export interface PrintedSessionReport extends Times {
  readonly group: string;
  readonly offer: string;
  readonly room: string | null;
  readonly lead: string | null;
  readonly state: SessionReport['state'];
  readonly moved: boolean;
  readonly sums: ReportSums;
  /** Nobody in the form with counts. */
  readonly people: readonly PrintedAttendance[];
}

export interface PrintedDayReport extends Printed {
  readonly kind: 'day-report';
  readonly form: DayReportForm;
  readonly date: string;
  readonly sums: ReportSums;
  readonly areas: readonly {
    readonly area: AreaReport['area'];
    readonly sums: ReportSums;
    readonly sessions: readonly PrintedSessionReport[];
  }[];
}

/** All texts as they are printed. */
export interface PrintedAuditLog extends Printed {
  readonly kind: 'audit-log';
  /** What was chosen, and what the check of the chains came to. */
  readonly choice: string;
  readonly state: string;
  /** There are more entries than are printed. */
  readonly isCut: boolean;
  readonly chains: readonly {
    readonly computer: string;
    readonly entries: string;
    readonly digest: string;
  }[];
  readonly entries: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly about: string;
    readonly computer: string;
  }[];
}

/** The lists that are made of plain tables. */
export type PlannedLists =
  | SignatureLists
  | SignatureForm
  | GroupRoster
  | WeekPlan
  | DayOverview
  | PrintedAuditLog;
export type PrintedLists = PlannedLists | PrintedDayReport;
