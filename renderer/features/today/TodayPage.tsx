import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayPrintLinks } from '#renderer/documents/PrintLinks.tsx';
import { useAfterSync } from '#renderer/services/after-sync/use-after-sync.ts';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { AttentionLink } from '#renderer/ui/AttentionLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { countUnlinked, unlinkedDays } from '#shared/domain/attendance/unlinked.ts';
import { addDays, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { type DayView, loadDay, nextSession } from './day-view.ts';
import { PaperListDialog } from './PaperListDialog.tsx';
import { SessionList } from './SessionList.tsx';

/** The day: its sessions, what waits, and the ways on. */
export function TodayPage() {
  const { t, i18n } = useTranslation('app');
  const services = useServices();
  const today = services.clock.today();
  // Without anybody, the empty page itself offers the way on.
  const people = useEntries('participant').length;
  const view = useLoaded(
    ['session', 'attendanceSheet', 'enrolment', 'courseGroup', 'offer'],
    () => loadDay(services, today),
    [today],
  );
  const title = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(services.clock.now());
  return (
    <Page title={t('today.title', { day: title })} actions={people > 0 && <QuickLinks />}>
      <AfterSyncLink />
      <UnlinkedLink />
      {view && <Day view={view} />}
    </Page>
  );
}

/** How much is to be looked at after workstations met, with the way to it. */
function AfterSyncLink() {
  const { t } = useTranslation('sync');
  const found = useAfterSync();
  const count = found ? found.tasks.length + found.overwritten.length : 0;
  if (count === 0) return null;
  return (
    <Box sx={{ mt: -1, mb: 2 }}>
      <AttentionLink to="/after-sync">{t('after.today', { count })}</AttentionLink>
    </Box>
  );
}

/** How many people came in lately whose persons are not found yet, with the way to find them. */
function UnlinkedLink() {
  const { t } = useTranslation('app');
  const { directory, clock } = useServices();
  const today = clock.today();
  const count = useLoaded(
    ['session', 'attendanceSheet'],
    () => countUnlinked(directory, addDays(today, -unlinkedDays), today),
    [today],
  );
  if (!count) return null;
  return (
    <Box sx={{ mt: -1, mb: 2 }}>
      <AttentionLink to="/attendance/walk-ins">{t('today.unlinked', { count })}</AttentionLink>
    </Box>
  );
}

/** The ways on that the role can use. */
function QuickLinks() {
  const { t } = useTranslation('app');
  const { clock, commands } = useServices();
  const hasGroups = useEntries('courseGroup').length > 0;
  const [asking, setAsking] = useState(false);
  return (
    <>
      {hasGroups && commands.allows('attendance.checkIn') && (
        <Button variant="contained" component={Link} to="/check-in">
          {t('today.checkIn')}
        </Button>
      )}
      {hasGroups && commands.allows('session.plan') && (
        <Button variant="outlined" component={Link} to="/courses/week">
          {t('today.week')}
        </Button>
      )}
      {hasGroups && <DayPrintLinks day={clock.today()} />}
      {hasGroups && commands.allows('attendance.record') && (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t('today.paper.action')}
        </Button>
      )}
      <PaperListDialog open={asking} onClose={() => setAsking(false)} />
      {commands.allows('participant.import') && (
        <Button variant="outlined" component={Link} to="/people/import">
          {t('today.import')}
        </Button>
      )}
      {commands.allows('participant.create') && (
        <Button variant="outlined" component={Link} to="/people/new">
          {t('today.newPerson')}
        </Button>
      )}
    </>
  );
}

function Day({ view }: { readonly view: DayView }) {
  const { t } = useTranslation('app');
  const { clock, signedIn } = useServices();
  const minute = minuteOfDay(clock.now());
  const next = nextSession(view.today, minute, signedIn.name);
  const isOver = next !== undefined && next.session.endsAt <= minute;
  const nextLabel = t(next && next.session.startsAt <= minute ? 'today.now' : 'today.next');
  const others = isOver ? view.today : view.today.filter((row) => row !== next);
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {view.today.length === 0 && (
        <Sheet>
          <NothingToday />
        </Sheet>
      )}
      {next && !isOver && (
        <Box component="section">
          <Typography variant="h2" sx={{ mb: 1 }}>
            {nextLabel}
          </Typography>
          <SessionList rows={[next]} label={nextLabel} focusedId={next.session.id} />
        </Box>
      )}
      {others.length > 0 && (
        <Box component="section">
          <Typography variant="h2" sx={{ mb: 1 }}>
            {t('today.sessions')}
          </Typography>
          <SessionList rows={others} label={t('today.sessions')} focusedId={next?.session.id} />
        </Box>
      )}
      {isOver && <DayIsOver />}
      {view.waiting.length > 0 && (
        <Box component="section">
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            {t('today.waiting')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {t('today.waitingText')}
          </Typography>
          <SessionList rows={view.waiting} label={t('today.waiting')} withDate />
        </Box>
      )}
    </Box>
  );
}

/** The way to what came of the day. */
function DayIsOver() {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
      <Typography sx={{ color: 'text.secondary' }}>{t('today.over')}</Typography>
      <Button variant="outlined" startIcon={<AssessmentOutlined />} component={Link} to="/reports/day">
        {t('today.report')}
      </Button>
    </Box>
  );
}

/** Says what is missing first: people, then groups, then a session. */
function NothingToday() {
  const { t } = useTranslation('app');
  const { commands } = useServices();
  const people = useEntries('participant');
  const groups = useEntries('courseGroup');
  if (people.length === 0) {
    const mayImport = commands.allows('participant.import');
    return (
      <EmptyState
        icon={<GroupsOutlined />}
        title={t('today.noPeople.title')}
        text={t(mayImport ? 'today.noPeople.text' : 'today.noPeople.textCreate')}
        action={
          <Button variant="contained" component={Link} to={mayImport ? '/people/import' : '/people/new'}>
            {t(mayImport ? 'today.import' : 'today.newPerson')}
          </Button>
        }
      />
    );
  }
  if (groups.length === 0) {
    const mayPlan = commands.allows('courseGroup.save');
    return (
      <EmptyState
        icon={<SchoolOutlined />}
        title={t('today.noGroups.title')}
        text={t(mayPlan ? 'today.noGroups.text' : 'today.noGroups.textOthers')}
        action={
          mayPlan && (
            <Button variant="contained" component={Link} to="/courses/groups/new">
              {t('today.newGroup')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<EventAvailableOutlined />}
      title={t('today.noSessions.title')}
      text={t('today.noSessions.text')}
      action={
        commands.allows('session.plan') && (
          <Button variant="contained" component={Link} to="/courses">
            {t('today.toCourses')}
          </Button>
        )
      }
    />
  );
}
