import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';

/** An address that leads nowhere. */
export function MissingPage() {
  const { t } = useTranslation('app');
  return (
    <Page title={t('missing.title')}>
      <Sheet>
        <EmptyState
          title={t('missing.title')}
          text={t('missing.text')}
          action={
            <Button variant="contained" component={Link} to="/">
              {t('missing.home')}
            </Button>
          }
        />
      </Sheet>
    </Page>
  );
}
