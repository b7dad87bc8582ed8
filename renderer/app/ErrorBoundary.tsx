import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a screen that breaks from taking the app with it. Says nothing to any log: an error may carry names. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <BrokenScreen onRetry={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

function BrokenScreen({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', p: 4 }}>
      <Alert
        severity="warning"
        action={
          <Button color="inherit" onClick={onRetry}>
            {t('broken.retry')}
          </Button>
        }
      >
        <AlertTitle>{t('broken.title')}</AlertTitle>
        {t('broken.text')}
      </Alert>
    </Box>
  );
}
