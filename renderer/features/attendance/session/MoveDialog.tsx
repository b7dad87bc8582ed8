import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { ReasonField, reasonOf } from '../ReasonField.tsx';
import { BreakFields } from './BreakFields.tsx';
import { ClashList } from './ClashList.tsx';
import { PlanDialog, PlanForm } from './PlanDialog.tsx';
import { RoomField } from './RoomField.tsx';
import type { SessionInPlan } from './session-in-plan.ts';
import { draftOf, type SlotDraft, slotOf, startingAt } from './slot-draft.ts';
import { useMove } from './use-move.ts';

interface MoveDialogProps {
  readonly plan: SessionInPlan;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Moves a session to another day, time or room with a reason; what it would clash with is shown before saving. */
export function MoveDialog({ plan, open, onClose }: MoveDialogProps) {
  const { t } = useTranslation('attendance');
  return (
    <PlanDialog title={t('move.action')} open={open} onClose={onClose}>
      <MoveForm plan={plan} onClose={onClose} />
    </PlanDialog>
  );
}

interface Problem {
  readonly field: string | undefined;
  readonly sentence: string;
}

function MoveForm({ plan, onClose }: Omit<MoveDialogProps, 'open'>) {
  const { t } = useTranslation('attendance');
  const { clock } = useServices();
  const failureText = useFailureText();
  const move = useMove(plan);
  const { id, session, group, hasSheet } = plan;
  const [draft, setDraft] = useState(() => draftOf(session));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const set = (change: Partial<SlotDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(undefined);
  };
  const slot = slotOf(draft);
  const errorOf = (field: string): string | undefined =>
    problem?.field === field ? problem.sentence : undefined;
  const missing = (value: unknown, sentence: string): string | undefined =>
    tried && value === null ? sentence : undefined;
  const brokenBreak = draft.breaks.some(({ from, to }) => (from === null) !== (to === null));
  const save = async (): Promise<boolean> => {
    setTried(true);
    setProblem(undefined);
    const why = reasonOf(reason);
    if (!slot || why === undefined) return false;
    const answer = await move(slot, why);
    if (answer.ok) onClose();
    else setProblem({ field: answer.error.field, sentence: failureText(answer.error) });
    return answer.ok;
  };
  const isAtField = ['date', 'startsAt', 'endsAt', 'breaks'].includes(problem?.field ?? '') && !hasSheet;
  return (
    <PlanForm
      confirm={t('move.confirm')}
      failure={isAtField ? undefined : problem?.sentence}
      onSubmit={save}
      onClose={onClose}
    >
      {hasSheet ? (
        <Alert severity="info">{t('move.hasAttendance')}</Alert>
      ) : (
        <>
          <DayField
            label={t('move.date')}
            value={draft.date}
            onChange={(date) => set({ date })}
            error={errorOf('date') ?? missing(draft.date, t('move.dateMissing'))}
            today={clock.today()}
            required
            autoFocus
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
            <TimeField
              label={t('move.startsAt')}
              value={draft.startsAt}
              onChange={(minute) => {
                setDraft((before) => startingAt(before, minute, session));
                setProblem(undefined);
              }}
              error={errorOf('startsAt') ?? missing(draft.startsAt, t('move.timeMissing'))}
              required
            />
            <TimeField
              label={t('move.endsAt')}
              value={draft.endsAt}
              onChange={(endsAt) => set({ endsAt, endIsSet: true })}
              error={errorOf('endsAt') ?? missing(draft.endsAt, t('move.timeMissing'))}
              required
            />
          </Box>
          <BreakFields
            breaks={draft.breaks}
            onChange={(breaks) => set({ breaks, breaksAreSet: true })}
            error={errorOf('breaks') ?? (tried && brokenBreak ? t('breaks.incomplete') : undefined)}
          />
        </>
      )}
      <RoomField value={draft.room} onChange={(room) => set({ room })} autoFocus={hasSheet} />
      <ReasonField value={reason} onChange={setReason} tried={tried} />
      {slot && (
        <ClashList planned={{ ...slot, id, groupId: session.groupId, lead: session.lead ?? group.lead }} />
      )}
    </PlanForm>
  );
}
