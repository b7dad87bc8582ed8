/** The ways from a screen to the lists on paper that belong to it, by what the role may print. */
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { LinkMenuButton } from '#renderer/ui/LinkMenuButton.tsx';
import { weekName } from '#shared/domain/calendar/weeks.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';

/** Of a day: the lists of its week at one press; the day's own, its overview, the week plan and the form beside it. */
export function DayPrintLinks({ day }: { readonly day: string }) {
  const { t } = useTranslation('lists');
  const { commands } = useServices();
  const week = weekName(day);
  const overview = { label: t('links.overview'), to: `/print/day?day=${day}` };
  const plan = { label: t('links.plan'), to: `/print/week?week=${week}` };
  const blank = { label: t('links.blank'), to: '/print/blank' };
  const mayPrintLists = commands.allows('signatureList.print');
  const weekLists = { label: t('links.week'), to: `/print/signature-lists?week=${week}` };
  const dayLists = { label: t('links.day'), to: `/print/signature-lists?day=${day}` };
  return (
    <LinkMenuButton
      icon={<PrintOutlined />}
      menuLabel={t('links.more')}
      main={mayPrintLists ? weekLists : overview}
      items={mayPrintLists ? [dayLists, overview, plan, blank] : [plan, blank]}
    />
  );
}

/** Of a group: the lists of its week (the first or last one, before or after it runs), and who is in it. */
export function GroupPrintLinks({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('lists');
  const { clock, commands } = useServices();
  const roster = { label: t('links.roster'), to: `/print/roster?group=${group.id}` };
  if (!commands.allows('signatureList.print')) {
    return (
      <Button variant="outlined" startIcon={<PrintOutlined />} component={Link} to={roster.to}>
        {roster.label}
      </Button>
    );
  }
  const day = [group.startsOn, clock.today(), group.endsOn].toSorted()[1] ?? clock.today();
  return (
    <LinkMenuButton
      icon={<PrintOutlined />}
      menuLabel={t('links.more')}
      main={{
        label: t('links.week'),
        to: `/print/signature-lists?week=${weekName(day)}&group=${group.id}`,
      }}
      items={[roster, { label: t('links.blank'), to: '/print/blank' }]}
    />
  );
}

/** Of a session: its list. */
export function SessionPrintLink({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('lists');
  const { commands } = useServices();
  if (!commands.allows('signatureList.print')) return null;
  return (
    <Button
      variant="outlined"
      startIcon={<PrintOutlined />}
      component={Link}
      to={`/print/signature-lists?session=${sessionId}`}
    >
      {t('links.session')}
    </Button>
  );
}
