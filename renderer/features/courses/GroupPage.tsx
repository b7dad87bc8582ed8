import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { GroupPrintLinks } from '#renderer/documents/PrintLinks.tsx';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useRelatedOverwritten } from '#renderer/services/overwritten/use-related-overwritten.ts';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { EnrolledSheet } from './EnrolledSheet.tsx';
import { SessionsSheet } from './SessionsSheet.tsx';
import { useWeekText } from './timetable/use-week-text.ts';
import { useGroupSessions } from './use-group-sessions.ts';

/** `/courses/groups/:id`: everything about one group. */
export function GroupPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('courses');
  const group = useEntries('courseGroup').find((entry) => entry.id === id);
  const back = { label: t('backToCourses'), to: '/courses' };
  if (group) return <GroupView key={id} group={group} back={back} />;
  return (
    <Page title={t('group.missing')} back={back}>
      <Sheet>
        <EmptyState
          title={t('group.missing')}
          text={t('group.missingText')}
          action={
            <Button component={RouterLink} to="/courses" variant="contained">
              {t('toCourses')}
            </Button>
          }
        />
      </Sheet>
    </Page>
  );
}

interface GroupViewProps {
  readonly group: CourseGroupEntry;
  readonly back: { readonly label: string; readonly to: string };
}

function GroupView({ group, back }: GroupViewProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const sessions = useGroupSessions(group);
  const related = useRelatedOverwritten('groupId', group.id);
  const todays = sessions?.find(
    ({ session }) => session.date === clock.today() && !session.cancelled,
  )?.session;
  return (
    <Page
      title={group.name}
      back={back}
      actions={
        <>
          <GroupPrintLinks group={group} />
          <Button component={RouterLink} to={`/certificates?group=${group.id}`} variant="outlined">
            {t('group.certificates')}
          </Button>
          {commands.allows('courseGroup.save') && (
            <Button component={RouterLink} to={`/courses/groups/${group.id}/edit`} variant="outlined">
              {t('group.edit')}
            </Button>
          )}
          {todays && (
            <Button component={RouterLink} to={`/sessions/${todays.id}`} variant="contained">
              {t('group.todaySession')}
            </Button>
          )}
        </>
      }
    >
      <GroupFacts group={group} />
      <OverwrittenEdits of={[{ kind: 'courseGroup', id: group.id }, ...related]} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
        }}
      >
        <EnrolledSheet group={group} />
        <SessionsSheet group={group} sessions={sessions} />
      </Box>
    </Page>
  );
}

/** What the group is, in one line that links to its offer. */
function GroupFacts({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('courses');
  const offer = useEntries('offer').find(({ id }) => id === group.offerId);
  const subProject = useEntries('subProject').find(({ id }) => id === offer?.subProjectId);
  const languageName = useLanguageName();
  const weekText = useWeekText();
  const facts = [
    ...(offer ? [t(`areas.${offer.area}`), t('units', { count: offer.uePlanned })] : []),
    ...(subProject ? [subProject.name] : []),
    ...(offer?.level ? [t('offer.levelOf', { level: offer.level })] : []),
    t('groups.period', { from: germanDate(group.startsOn), to: germanDate(group.endsOn) }),
    ...(group.timetable ? [weekText(group.timetable)] : []),
    ...(group.room === null ? [] : [t('group.factRoom', { room: group.room })]),
    ...(group.lead === null ? [] : [t('group.factLead', { lead: group.lead })]),
    ...(group.language === null ? [] : [t('group.factLanguage', { language: languageName(group.language) })]),
  ];
  return (
    <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 2 }}>
      {offer && (
        <>
          <Link component={RouterLink} to={`/courses/offers/${offer.id}`}>
            {offer.title}
          </Link>
          {' · '}
        </>
      )}
      {facts.join(' · ')}
    </Typography>
  );
}
