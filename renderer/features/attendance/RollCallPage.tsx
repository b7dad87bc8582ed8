import EventBusy from '@mui/icons-material/EventBusy';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { RollCallBody } from './RollCallBody.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { SessionActions } from './session/SessionActions.tsx';
import { useSession } from './use-session.ts';

/** `/sessions/:id`: a session with its roll call. */
export function RollCallPage() {
  const { id = '' } = useParams();
  return <SessionRollCall key={id} sessionId={id} />;
}

function SessionRollCall({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('attendance');
  const { directory, clock, commands } = useServices();
  const { session, attendees, sheet, rollCall } = useSession(sessionId);
  const group = useEntries('courseGroup').find(({ id }) => id === session?.groupId);
  const offer = group && directory.get('offer', group.offerId);
  const back = session
    ? { label: t('backToGroup'), to: `/courses/groups/${session.groupId}` }
    : { label: t('backToToday'), to: '/' };
  const isToday = session?.date === clock.today() && session.cancelled === null;
  const actions = session && group && (
    <>
      {isToday && commands.allows('attendance.checkIn') && (
        <Button variant="outlined" component={Link} to={`/check-in?session=${sessionId}`}>
          {t('checkInHere')}
        </Button>
      )}
      <SessionActions id={sessionId} session={session} group={group} hasSheet={sheet !== undefined} />
    </>
  );
  return (
    <Page title={group?.name ?? t('title')} back={back} actions={actions}>
      {session === null && <MissingSession />}
      {session && attendees && (
        <>
          <SessionFacts session={session} group={group} offer={offer} />
          <OverwrittenEdits
            of={[
              { kind: 'session', id: sessionId },
              { kind: 'attendanceSheet', id: sessionId },
            ]}
          />
          <RollCallBody
            {...{ sessionId, session, attendees, sheet, rollCall }}
            walkIns={offer?.walkIns ?? false}
          />
        </>
      )}
    </Page>
  );
}

function MissingSession() {
  const { t } = useTranslation('attendance');
  return (
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
  );
}
