import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayReportWorkbook } from '#renderer/documents/lists/day-report-workbook.ts';
import { printedDayReport } from '#renderer/documents/lists/printed-day-report.ts';
import type { DayReportForm } from '#renderer/documents/lists/printed-lists.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';

/** Saves the report as a workbook, noted in the audit log once it is done. */
export function useSaveReport(report: DayReport, form: DayReportForm) {
  const { t } = useTranslation('reports');
  const { clock, commands, documents, records } = useServices();
  const say = useNotice();
  const [isSaving, setIsSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const workbook = async (): Promise<Result<Uint8Array, Refusal>> => {
    try {
      const facility = await records.get('facility', facilityId);
      const printed = { facility: facility?.name ?? '', printedOn: clock.today(), form };
      return ok(await dayReportWorkbook(printedDayReport(report, printed)));
    } catch {
      return err({ code: 'document.failed' });
    }
  };
  /** `ok(false)`: the person cancelled. */
  const written = async (): Promise<Result<boolean, Refusal>> => {
    const made = await workbook();
    if (!made.ok) return made;
    const saved = await documents.save('day-report', 'xlsx', made.value);
    if (!saved.ok || !saved.value) return saved;
    const ids = report.areas.flatMap(({ sessions }) => sessions.map(({ session }) => session.id));
    const noted = await commands.execute(form === 'names' ? 'dayReport.giveNames' : 'dayReport.giveCounts', {
      ids,
    });
    return noted.ok ? ok(true) : noted;
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setIsSaving(true);
    setRefusal(undefined);
    const answer = await written();
    setIsSaving(false);
    if (!answer.ok) setRefusal(answer.error);
    else if (answer.value) say(t('saved'));
  };
  return { save, isSaving, refusal };
}
