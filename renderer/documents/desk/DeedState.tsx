import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { Deed } from './use-document-deeds.ts';
import { Working } from './Working.tsx';

interface DeedStateProps {
  readonly deed: Deed;
  readonly onCancel: () => void;
  readonly onDismiss: () => void;
}

/** How far the saving is, and what became of it where that wants more than a notice. */
export function DeedState({ deed, onCancel, onDismiss }: DeedStateProps) {
  const { t } = useTranslation('printing');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  switch (deed.state) {
    case 'idle':
    case 'saving':
      return null;
    case 'making':
      return <Working text={t('save.making')} share={deed.share} onCancel={onCancel} />;
    case 'writing':
    case 'packing':
      return (
        <Working
          text={t(deed.state === 'writing' ? 'save.writing' : 'save.packing', deed)}
          share={deed.done / deed.count}
          onCancel={onCancel}
        />
      );
    case 'failed':
      return <Alert severity="error">{failureText(deed.refusal)}</Alert>;
    case 'partly': {
      const { names, refusal } = deed.saved;
      return (
        <Alert
          severity={refusal ? 'error' : 'info'}
          onClose={onDismiss}
          slotProps={{ closeButton: { 'aria-label': common('close') } }}
        >
          {refusal && <p>{t(refusal.code === 'disk.full' ? 'save.full' : 'save.stopped')}</p>}
          <p>{t('save.partly', { count: names.length })}</p>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 160, overflow: 'auto' }}>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </Box>
        </Alert>
      );
    }
  }
}
