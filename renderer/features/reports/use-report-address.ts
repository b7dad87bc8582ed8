import { useSearchParams } from 'react-router';
import type { DayReportForm } from '#renderer/documents/lists/printed-lists.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { dateSchema } from '#shared/domain/calendar/dates.ts';

/** Whether the signed-in account may see names in a report. */
export function useMayName(): boolean {
  return useServices().commands.allows('dayReport.giveNames');
}

/** What the address says: `?date=2026-11-20&form=names`; today without names, where it says nothing. */
export function useReportAddress() {
  const { clock } = useServices();
  const mayName = useMayName();
  const [search, setSearch] = useSearchParams();
  const today = clock.today();
  const date = dateSchema.safeParse(search.get('date')).data ?? today;
  const form: DayReportForm = mayName && search.get('form') === 'names' ? 'names' : 'counts';
  const go = (to: { readonly date?: string; readonly form?: DayReportForm }): void =>
    setSearch({ date: to.date ?? date, form: to.form ?? form }, { replace: true });
  return { today, date, form, go };
}
export type ReportAddress = ReturnType<typeof useReportAddress>;
