import EventBusy from '@mui/icons-material/EventBusy';
import GroupAdd from '@mui/icons-material/GroupAdd';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { RollCallSheet } from './RollCallSheet.tsx';
import type { RollCall } from './roll-call.ts';
import { type Attendee, useSession } from './use-session.ts';

/** `/sessions/:id`: the roll call of one session. */
export function RollCallPage() {
  const { id = '' } = useParams();
  return <SessionRollCall key={id} sessionId={id} />;
}

function SessionRollCall({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('attendance');
  const { session, attendees, rollCall } = useSession(sessionId);
  const group = useEntries('courseGroup').find(({ id }) => id === session?.groupId);
  const back = session
    ? { label: t('backToGroup'), to: `/courses/groups/${session.groupId}` }
    : { label: t('backToToday'), to: '/' };
  return (
    <Page title={group?.name ?? t('title')} back={back}>
      {session === null && (
        <Sheet>
          <EmptyState
            title={t('missing.title')}
            text={t('missing.text')}
            icon={<EventBusy />}
            action={
              <Button component={Link} to="/courses" variant="contained">
                {t('missing.action')}
              </Button>
            }
          />
        </Sheet>
      )}
      {session && attendees && (
        <>
          <SessionFacts session={session} lead={group?.lead ?? null} />
          <RollCallBody session={session} attendees={attendees} rollCall={rollCall} />
        </>
      )}
    </Page>
  );
}

function SessionFacts({ session, lead }: { readonly session: Session; readonly lead: string | null }) {
  const { t, i18n } = useTranslation('attendance');
  const weekday = new Date(`${session.date}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'long' });
  const when = t('facts.when', {
    weekday,
    date: germanDate(session.date),
    from: clockTime(session.startsAt),
    to: clockTime(session.endsAt),
  });
  const facts = [
    when,
    t('facts.units', { count: unitsOffered(session) }),
    ...(session.room === null ? [] : [t('facts.room', { room: session.room })]),
    ...(lead === null ? [] : [t('facts.lead', { lead })]),
  ];
  return <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 1 }}>{facts.join(' · ')}</Typography>;
}

interface RollCallBodyProps {
  readonly session: Session;
  readonly attendees: readonly Attendee[];
  readonly rollCall: RollCall;
}

function RollCallBody({ session, attendees, rollCall }: RollCallBodyProps) {
  const { t } = useTranslation('attendance');
  const { clock } = useServices();
  const ahead = session.date > clock.today();
  if (attendees.length === 0) {
    return (
      <Sheet>
        <EmptyState
          title={t('empty.title')}
          text={t('empty.text')}
          icon={<GroupAdd />}
          action={
            <Button component={Link} to={`/courses/groups/${session.groupId}`} variant="contained">
              {t('empty.action')}
            </Button>
          }
        />
      </Sheet>
    );
  }
  return (
    <>
      {ahead && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {t('future', { date: germanDate(session.date) })}
        </Alert>
      )}
      {session.cancelled && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {t('cancelled', { reason: session.cancelled.reason })}
        </Alert>
      )}
      <RollCallSheet
        rollCall={rollCall}
        attendees={attendees}
        length={session.endsAt - session.startsAt}
        readOnly={ahead || session.cancelled !== null}
      />
    </>
  );
}
