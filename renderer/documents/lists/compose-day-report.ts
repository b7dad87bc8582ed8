import { documentText as t } from '#renderer/documents/document-texts.ts';
import { makePdf, missingCharacters } from '#renderer/documents/engine.ts';
import { fontFor } from '#renderer/documents/own-script.ts';
import { textsIn } from '#renderer/documents/printable-text.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { dayReportDocument } from './day-report-document.ts';
import type { PrintedAttendance, PrintedDayReport } from './printed-lists.ts';

/** Whether the font of its script has every letter of a name. */
const canPrint = async (name: string): Promise<boolean> =>
  (await missingCharacters([name], fontFor(name))).length === 0;

/** The report with names in any script that there is a font for; a line whose name has none stays and says so. */
async function withNamesInScript(report: PrintedDayReport): Promise<PrintedDayReport> {
  const named = async (person: PrintedAttendance): Promise<PrintedAttendance> => {
    const { family, given, original } = person;
    const own = original !== null && (await canPrint(original)) ? original : null;
    return (await canPrint(family ?? '')) && (await canPrint(given))
      ? { ...person, original: own }
      : { ...person, family: t('lists.report.otherScript'), given: '', original: own };
  };
  const areas = report.areas.map(async (area) => ({
    ...area,
    sessions: await Promise.all(
      area.sessions.map(async (session) => ({
        ...session,
        people: await Promise.all(session.people.map(named)),
      })),
    ),
  }));
  return { ...report, areas: await Promise.all(areas) };
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
  return ok(await makePdf(dayReportDocument(await withNamesInScript(report)), onProgress));
}
