import LockOutlined from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { RollCall } from './roll-call.ts';

interface CloseButtonProps {
  readonly sessionId: string;
  readonly rollCall: RollCall;
  readonly ids: readonly string[];
  readonly onClosed: () => void;
}

/** Closes the sheet: at once, or after a question where nothing is recorded of somebody. It can't be opened again. */
export function CloseButton({ sessionId, rollCall, ids, onClosed }: CloseButtonProps) {
  const { t } = useTranslation(['attendance', 'common']);
  const { commands } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const id = useId();
  const [open, setOpen] = useState(0);
  const [asking, setAsking] = useState(false);
  const busy = useRef(false);
  if (!commands.allows('attendance.close')) return null;

  const close = async (): Promise<void> => {
    setAsking(false);
    if (busy.current) return;
    busy.current = true;
    await closeSheet().finally(() => {
      busy.current = false;
    });
  };
  const closeSheet = async (): Promise<void> => {
    await rollCall.settled();
    if (ids.some((one) => rollCall.row(one).saving === 'failed')) {
      say(t('close.unsaved'), 'error');
      return;
    }
    const answer = await commands.execute('attendance.close', { sessionId });
    if (answer.ok) onClosed();
    else say(failureText(answer.error), 'error');
  };
  const press = (): void => {
    const count = ids.filter((one) => rollCall.row(one).mark === 'not-recorded').length;
    setOpen(count);
    if (count > 0) setAsking(true);
    else void close();
  };
  return (
    <>
      <Button variant="outlined" startIcon={<LockOutlined />} onClick={press}>
        {t('close.action')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id} maxWidth="xs">
        <DialogTitle id={id}>{t('close.action')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('close.open', { count: open })}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button autoFocus onClick={() => setAsking(false)}>
            {t('common:back')}
          </Button>
          <Button variant="contained" onClick={() => void close()}>
            {t('close.anyway')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
