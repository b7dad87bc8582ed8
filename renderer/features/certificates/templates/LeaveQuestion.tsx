import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before a screen is left with something on it that is not saved. @param isFree leaving is right all the same. */
export function LeaveQuestion({
  isChanged,
  isFree,
}: {
  readonly isChanged: boolean;
  readonly isFree: RefObject<boolean>;
}) {
  const { t } = useTranslation('certificate-templates');
  const [title, text] = [useId(), useId()];
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged && !isFree.current && currentLocation.pathname !== nextLocation.pathname,
  );
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      aria-labelledby={title}
      aria-describedby={text}
    >
      <DialogTitle id={title}>{t('leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText id={text}>{t('leave.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => blocker.proceed?.()}>{t('leave.discard')}</Button>
        <Button variant="contained" autoFocus onClick={() => blocker.reset?.()}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
