import Alert from '@mui/material/Alert';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { Page } from '#renderer/ui/Page.tsx';

/** Who came here by an address that their role has no use for. */
export function MissingAccess({ title }: { readonly title: string }) {
  const failureText = useFailureText();
  return (
    <Page title={title}>
      <Alert severity="info">{failureText({ code: 'role' })}</Alert>
    </Page>
  );
}
