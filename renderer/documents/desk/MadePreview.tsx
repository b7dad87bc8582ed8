import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { PdfPreview } from '#renderer/documents/PdfPreview.tsx';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { MakingState } from './use-made-pdf.ts';
import { Working } from './Working.tsx';

interface MadePreviewProps {
  readonly making: MakingState;
  /** What is said while it is being made. */
  readonly working: string;
  readonly label: string;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** A document on its way, and then its pages. */
export function MadePreview({ making, working, label, onCancel, onAgain }: MadePreviewProps) {
  const { t } = useTranslation('documents');
  const failureText = useFailureText();
  switch (making.state) {
    case 'made':
      return <PdfPreview pdf={making.pdf} label={label} />;
    case 'refused':
      return <Alert severity="error">{failureText(making.refusal)}</Alert>;
    case 'cancelled':
      return (
        <Alert
          severity="info"
          action={
            <Button color="inherit" onClick={onAgain}>
              {t('desk.again')}
            </Button>
          }
        >
          {t('desk.cancelled')}
        </Alert>
      );
    case 'making':
      return (
        <Box sx={{ minHeight: 240, display: 'grid', alignContent: 'center', maxWidth: 480, mx: 'auto' }}>
          <Working text={working} share={making.share} onCancel={onCancel} />
        </Box>
      );
  }
}
