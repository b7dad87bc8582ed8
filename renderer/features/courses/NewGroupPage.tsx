import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useEntries } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { GroupForm } from './GroupForm.tsx';

/** `/courses/groups/new`, with `?offer=` for the offer that it is a run of. */
export function NewGroupPage() {
  const { t } = useTranslation('courses');
  const offers = useEntries('offer');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const only = offers.length === 1 ? offers[0]?.id : undefined;
  return (
    <Page title={t('group.new')} back={{ label: t('backToCourses'), to: '/courses' }}>
      <Sheet>
        {offers.length === 0 ? (
          <EmptyState
            title={t('steps.offerTitle')}
            text={t('steps.offerText')}
            action={
              <Button component={Link} to="/courses/offers/new" variant="contained">
                {t('steps.offer')}
              </Button>
            }
          />
        ) : (
          <GroupForm
            group={undefined}
            offerId={search.get('offer') ?? only ?? ''}
            onSaved={(id) => void navigate(`/courses/groups/${id}`)}
            onCancel={() => void navigate('/courses')}
          />
        )}
      </Sheet>
    </Page>
  );
}
