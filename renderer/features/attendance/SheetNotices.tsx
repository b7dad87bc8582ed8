import Alert from '@mui/material/Alert';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Session } from '#shared/domain/records/session.ts';
import type { RollCall } from './roll-call.ts';

interface SheetNoticesProps {
  readonly session: Session;
  readonly sheet: AttendanceSheet | undefined;
  readonly rollCall: RollCall;
}

/** Why nothing can be recorded yet or any more, and what a closed sheet asks for. */
export function SheetNotices({ session, sheet, rollCall }: SheetNoticesProps) {
  const { t } = useTranslation('attendance');
  const { clock, signedIn } = useServices();
  const reason = useSyncExternalStore(rollCall.subscribe, rollCall.reason);
  const closed = sheet?.closed ?? null;
  const instant = closed && new Date(closed.at);
  return (
    <>
      {!session.cancelled && session.date > clock.today() && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {t('future', { date: germanDate(session.date) })}
        </Alert>
      )}
      {closed && instant && (
        <Alert severity="info" sx={{ mb: 1 }} data-closed>
          {t(closed.by === signedIn.accountId ? 'close.byYou' : 'close.byOther', {
            date: germanDate(localDay(instant)),
            time: clockTime(minuteOfDay(instant)),
          })}{' '}
          {reason === null ? t('close.needsReason') : t('close.reason', { reason })}
        </Alert>
      )}
    </>
  );
}
