import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { ClashList } from './ClashList.tsx';
import { PlanDialog, PlanForm } from './PlanDialog.tsx';
import type { SessionInPlan } from './session-in-plan.ts';

interface AssignDialogProps {
  readonly plan: SessionInPlan;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says who leads a session in place of the group's lead, and which module it belongs to. */
export function AssignDialog({ plan, open, onClose }: AssignDialogProps) {
  const { t } = useTranslation('attendance');
  return (
    <PlanDialog title={t('assign.title')} open={open} onClose={onClose}>
      <AssignForm plan={plan} onClose={onClose} />
    </PlanDialog>
  );
}

const longestLead = 120;

function AssignForm({ plan, onClose }: Omit<AssignDialogProps, 'open'>) {
  const { t } = useTranslation('attendance');
  const { commands, directory } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  const { id, session, group } = plan;
  const [lead, setLead] = useState(session.lead ?? '');
  const modules = directory.get('offer', group.offerId)?.modules ?? [];
  // One that was taken out of the offer can't be chosen any more.
  const [moduleId, setModuleId] = useState(modules.find((one) => one.id === session.moduleId)?.id ?? null);
  const [failure, setFailure] = useState<string>();
  const typed = lead.trim() === '' ? null : lead.trim();
  const assign = (to: { readonly lead: string | null; readonly moduleId: string | null }) =>
    commands.execute('session.assign', { id, ...to });
  const takeBack = async (): Promise<void> => {
    const answer = await assign({ lead: session.lead, moduleId: session.moduleId });
    if (!answer.ok) say(failureText(answer.error), 'error');
  };
  const save = async (): Promise<boolean> => {
    const answer = await assign({ lead: typed, moduleId });
    if (!answer.ok) {
      setFailure(failureText(answer.error));
      return false;
    }
    onClose();
    offerUndo(t('assign.done'), () => void takeBack());
    return true;
  };
  const { date, startsAt, endsAt, room, groupId } = session;
  return (
    <PlanForm confirm={t('assign.confirm')} failure={failure} onSubmit={save} onClose={onClose}>
      <TextField
        label={t('assign.lead')}
        value={lead}
        onChange={(event) => setLead(event.target.value)}
        helperText={
          group.lead === null ? t('assign.leadHintNobody') : t('assign.leadHint', { lead: group.lead })
        }
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: longestLead, spellCheck: false } }}
      />
      {modules.length > 0 && (
        <TextField
          select
          label={t('assign.module')}
          value={moduleId ?? ''}
          onChange={(event) => setModuleId(event.target.value === '' ? null : event.target.value)}
        >
          <MenuItem value="">{t('assign.noModule')}</MenuItem>
          {modules.map(({ id: module, title }) => (
            <MenuItem key={module} value={module}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
      <ClashList planned={{ id, groupId, date, startsAt, endsAt, room, lead: typed ?? group.lead }} />
    </PlanForm>
  );
}
