import { documentText as t } from '#renderer/documents/document-texts.ts';
import { makePdf, missingCharacters } from '#renderer/documents/engine.ts';
import { textsIn } from '#renderer/documents/printable-text.ts';
import { openTextSetter, type TextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { dayReportDocument } from './day-report-document.ts';
import type { PrintedAttendance, PrintedDayReport } from './printed-lists.ts';

/** The report with names in any script that there is a font for; a line whose name has none stays and says so. */
function withNamesInScript(report: PrintedDayReport, setter: TextSetter): PrintedDayReport {
  const canPrint = (name: string): boolean => setter.missing(name).length === 0;
  const named = (person: PrintedAttendance): PrintedAttendance => {
    const { family, given, original } = person;
    const own = original !== null && canPrint(original) ? original : null;
    return canPrint(family ?? '') && canPrint(given)
      ? { ...person, original: own }
      : { ...person, family: t('lists.report.otherScript'), given: '', original: own };
  };
  const areas = report.areas.map((area) => ({
    ...area,
    sessions: area.sessions.map((session) => ({ ...session, people: session.people.map(named) })),
  }));
  return { ...report, areas };
}

/** What must be printed letter by letter: everything in a report but the names. */
const withoutPeople = (report: PrintedDayReport): PrintedDayReport => ({
  ...report,
  areas: report.areas.map((area) => ({
    ...area,
    sessions: area.sessions.map((session) => ({ ...session, people: [] })),
  })),
});

/** Makes a day report. Refuses with `document.characters` as every list does. */
export async function composeDayReport(
  report: PrintedDayReport,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  const missing = await missingCharacters(textsIn(withoutPeople(report)));
  if (missing.length > 0)
    return err({ code: 'document.characters', values: { characters: missing.join(' ') } });
  const setter = await openTextSetter();
  return ok(await makePdf(dayReportDocument(withNamesInScript(report, setter), setter), onProgress));
}
