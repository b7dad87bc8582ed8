import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { PersonChoice } from './PersonChoice.tsx';

interface PersonDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What the search begins with. */
  readonly name: string;
  readonly session: { readonly groupId: string; readonly date: string };
  readonly recordedOf: (personId: string) => string | undefined;
  readonly onChoose: (person: PersonEntry) => void;
  readonly createAt?: string | undefined;
  readonly onClose: () => void;
  /** It is off the screen, and the focus can go elsewhere. */
  readonly onClosed: () => void;
}

/** Asks within a roll call who somebody was. */
export function PersonDialog({ open, title, onClose, onClosed, ...choice }: PersonDialogProps) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
      transitionDuration={0}
      disableRestoreFocus
      slotProps={{ transition: { onExited: onClosed } }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ minHeight: 320, '&&': { pt: 1 } }}>
        <PersonChoice
          {...choice}
          ref={(field) => {
            field?.focus();
            field?.select();
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}
