import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { Page } from '#renderer/ui/Page.tsx';

/** Who came here by an address that their role has no use for. */
export function MissingAccess() {
  const { t } = useTranslation('safety');
  const failureText = useFailureText();
  return (
    <Page title={t('title')}>
      <Alert severity="info">{failureText({ code: 'role' })}</Alert>
    </Page>
  );
}
