import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionPrintLink } from '#renderer/documents/PrintLinks.tsx';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { SessionInPlan } from './session-in-plan.ts';

/** What can be done with a session's plan: move it, cancel it or take that back, change who leads it. */
export function SessionActions(plan: SessionInPlan) {
  const { id, session } = plan;
  const { t } = useTranslation('attendance');
  const { commands } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const [open, setOpen] = useState<'move' | 'cancel' | 'assign'>();
  const isCancelled = session.cancelled !== null;
  const deed = useRef<HTMLButtonElement>(null);
  const before = useRef(isCancelled);
  // The button that was pressed is gone: its opposite stands there and has the focus.
  useEffect(() => {
    if (before.current !== isCancelled) deed.current?.focus();
    before.current = isCancelled;
  }, [isCancelled]);
  if (!commands.allows('session.move')) return null;
  const close = (): void => setOpen(undefined);
  const restore = async (): Promise<void> => {
    const answer = await commands.execute('session.restore', { id });
    if (answer.ok) say(t('cancel.restored'));
    else say(failureText(answer.error), 'error');
  };
  if (isCancelled) {
    return (
      <Button ref={deed} variant="outlined" onClick={() => void restore()}>
        {t('cancel.restore')}
      </Button>
    );
  }
  return (
    <>
      <SessionPrintLink sessionId={id} />
      <Button variant="outlined" onClick={() => setOpen('move')}>
        {t('move.action')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('assign')}>
        {t('assign.action')}
      </Button>
      <Button ref={deed} variant="outlined" onClick={() => setOpen('cancel')}>
        {t('cancel.action')}
      </Button>
      <MoveDialog plan={plan} open={open === 'move'} onClose={close} />
      <AssignDialog plan={plan} open={open === 'assign'} onClose={close} />
      <CancelDialog plan={plan} open={open === 'cancel'} onClose={close} />
    </>
  );
}
