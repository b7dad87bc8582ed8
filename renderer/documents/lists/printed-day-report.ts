import { documentText as t } from '#renderer/documents/document-texts.ts';
import { ownScript } from '#shared/domain/names/full-name.ts';
import type { DayReport, ReportLine, SessionReport } from '#shared/domain/report/day-report.ts';
import type { DayReportForm, PrintedAttendance, PrintedDayReport } from './printed-lists.ts';

function printedLine({ kind, name, mark, enrolled }: ReportLine): PrintedAttendance {
  return {
    ...{ family: name?.family ?? null, given: name?.given ?? t('lists.report.unknown') },
    ...{ original: name && ownScript(name), mark: mark.mark, late: mark.late, early: mark.early },
    note: kind === 'walk-in' ? 'walk-in' : enrolled ? null : 'not-enrolled',
  };
}

/**
 * What a day report says on paper and in a workbook. In the form with counts no name of a participant leaves this
 * function: what is made of it can't show one by mistake.
 */
export function printedDayReport(
  { date, areas, sums }: DayReport,
  printed: { readonly facility: string; readonly printedOn: string; readonly form: DayReportForm },
): PrintedDayReport {
  const session = (report: SessionReport) => ({
    ...{ startsAt: report.session.startsAt, endsAt: report.session.endsAt, room: report.session.room },
    ...{ group: report.groupName, offer: report.offerTitle, lead: report.lead },
    ...{ state: report.state, moved: report.session.moved, sums: report.sums },
    people: printed.form === 'names' ? report.lines.map(printedLine) : [],
  });
  return {
    kind: 'day-report',
    ...printed,
    date,
    sums,
    areas: areas.map((area) => ({
      area: area.area,
      sums: area.sums,
      sessions: area.sessions.map(session),
    })),
  };
}
