import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import Handshake from '@mui/icons-material/HandshakeOutlined';
import School from '@mui/icons-material/SchoolOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

function Step({
  to,
  label,
  first = false,
}: {
  readonly to: string;
  readonly label: string;
  readonly first?: boolean;
}) {
  return (
    <Button component={Link} to={to} variant={first ? 'contained' : 'outlined'}>
      {label}
    </Button>
  );
}

/** What stands where no group is yet: partner (optional), offer, group, whichever is next. */
export function NoGroups() {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const offers = useEntries('offer');
  const partners = useEntries('partner');
  const planner = commands.allows('courseGroup.save');
  if (offers.length > 0) {
    return (
      <EmptyState
        title={t('steps.groupTitle')}
        text={t('steps.groupText')}
        icon={<Groups />}
        action={planner && <Step first to="/courses/groups/new" label={t('steps.group')} />}
      />
    );
  }
  return (
    <EmptyState
      title={t('steps.title')}
      text={t('steps.text')}
      icon={<School />}
      action={
        planner && (
          <>
            {partners.length === 0 && <Step to="/courses/partners/new" label={t('steps.partner')} />}
            <Step first to="/courses/offers/new" label={t('steps.offer')} />
          </>
        )
      }
    />
  );
}

export function NoOffers() {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const action = commands.allows('offer.save') && (
    <Step first to="/courses/offers/new" label={t('steps.offer')} />
  );
  return (
    <EmptyState title={t('steps.offerTitle')} text={t('steps.offerText')} icon={<School />} action={action} />
  );
}

export function NoSubProjects() {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const action = commands.allows('subProject.save') && (
    <Step first to="/courses/sub-projects/new" label={t('sub-projects.new')} />
  );
  return (
    <EmptyState
      title={t('steps.subProjectTitle')}
      text={t('steps.subProjectText')}
      icon={<AccountTree />}
      action={action}
    />
  );
}

export function NoPartners() {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const action = commands.allows('partner.save') && (
    <Step first to="/courses/partners/new" label={t('steps.partner')} />
  );
  return (
    <EmptyState
      title={t('steps.partnerTitle')}
      text={t('steps.partnerText')}
      icon={<Handshake />}
      action={action}
    />
  );
}
