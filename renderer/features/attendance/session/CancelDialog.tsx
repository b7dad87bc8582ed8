import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { ReasonField, reasonOf } from '../ReasonField.tsx';
import { PlanDialog, PlanForm } from './PlanDialog.tsx';
import type { SessionInPlan } from './session-in-plan.ts';

interface CancelDialogProps {
  readonly plan: SessionInPlan;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Cancels a session with a reason, at once and with undo; or says why it can't be. */
export function CancelDialog({ plan, open, onClose }: CancelDialogProps) {
  const { t } = useTranslation(['attendance', 'common']);
  return (
    <PlanDialog title={t('cancel.action')} open={open} onClose={onClose}>
      {plan.hasSheet ? (
        <>
          <DialogContent>
            <Alert severity="info">{t('cancel.hasAttendance')}</Alert>
          </DialogContent>
          <DialogActions>
            <Button autoFocus onClick={onClose}>
              {t('common:close')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <CancelForm id={plan.id} onClose={onClose} />
      )}
    </PlanDialog>
  );
}

function CancelForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('attendance');
  const { commands } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const takeBack = async (): Promise<void> => {
    const answer = await commands.execute('session.restore', { id });
    if (!answer.ok) say(failureText(answer.error), 'error');
  };
  const cancel = async (): Promise<boolean> => {
    setTried(true);
    const reason = reasonOf(text);
    if (reason === undefined) return false;
    const answer = await commands.execute('session.cancel', { id, reason });
    if (!answer.ok) {
      setFailure(failureText(answer.error));
      return false;
    }
    onClose();
    offerUndo(t('cancel.done'), () => void takeBack());
    return true;
  };
  return (
    <PlanForm confirm={t('cancel.confirm')} failure={failure} onSubmit={cancel} onClose={onClose}>
      <ReasonField value={text} onChange={setText} tried={tried} autoFocus />
    </PlanForm>
  );
}
