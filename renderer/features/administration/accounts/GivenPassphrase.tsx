import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface GivenPassphraseProps {
  readonly name: string;
  readonly passphrase: string;
  readonly onClose: () => void;
}

/** The temporary passphrase, once. Escape does not take it away before it was written down. */
export function GivenPassphrase({ name, passphrase, onClose }: GivenPassphraseProps) {
  const { t } = useTranslation('accounts');
  const id = useId();
  return (
    <Dialog open aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('given.title', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography
          component="output"
          aria-label={t('given.label')}
          sx={{
            display: 'block',
            p: 2,
            border: 1,
            borderColor: 'line.control',
            borderRadius: '8px',
            bgcolor: 'background.default',
            fontSize: '1.5rem',
            fontWeight: 600,
            fontVariantNumeric: 'tabular-nums slashed-zero',
            letterSpacing: '0.08em',
            textAlign: 'center',
            userSelect: 'all',
          }}
        >
          {passphrase}
        </Typography>
        <Typography>{t('given.text', { name })}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>{t('given.once')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('given.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
