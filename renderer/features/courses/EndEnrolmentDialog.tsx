import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnrolmentTexts } from '#renderer/i18n/use-enrolment-texts.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { type EnrolmentEndReason, enrolmentEndReasons } from '#shared/domain/records/enrolment.ts';
import type { EnrolledPerson } from './use-enrolled.ts';

interface EndEnrolmentDialogProps {
  readonly open: boolean;
  readonly groupId: string;
  /** People of the group with an open place. */
  readonly people: readonly EnrolledPerson[];
  readonly onClose: (done: boolean) => void;
}

/** Ends places with a reason. Done at once, and offered to be taken back. */
export function EndEnrolmentDialog({ open, groupId, people, onClose }: EndEnrolmentDialogProps) {
  const { t } = useTranslation('courses');
  const names = { count: people.length, name: people[0] ? fullName(people[0].person) : '' };
  return (
    <Dialog
      open={open}
      onClose={() => onClose(false)}
      aria-labelledby="end-enrolment"
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id="end-enrolment">{t('end.title', names)}</DialogTitle>
      <EndEnrolmentForm groupId={groupId} people={people} names={names} onClose={onClose} />
    </Dialog>
  );
}

interface EndEnrolmentFormProps extends Omit<EndEnrolmentDialogProps, 'open'> {
  readonly names: { readonly count: number; readonly name: string };
}

function EndEnrolmentForm({ groupId, people, names, onClose }: EndEnrolmentFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const failureText = useFailureText();
  const texts = useEnrolmentTexts();
  const offerUndo = useUndo();
  const say = useNotice();
  const [reason, setReason] = useState<EnrolmentEndReason>('transferred');
  const [endedOn, setEndedOn] = useState<string | null>(clock.today());
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);

  const end = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (endedOn === null || saving) return;
    setSaving(true);
    const ids = people.map(({ enrolment }) => enrolment.id);
    const answer = await commands.execute('enrolment.end', { ids, endedOn, reason });
    setSaving(false);
    if (!answer.ok) return setRefusal(answer.error);
    offerUndo(texts.withRisen(t('end.done', names), groupId, answer.value.movedUp), () => {
      void commands.execute('enrolment.reopen', { ids }).then((taken) => {
        if (!taken.ok) say(failureText(taken.error), 'error');
      });
    });
    onClose(true);
  };
  const failure = refusal && failureText(refusal);
  const atDay = refusal?.field === 'endedOn';
  const missing = endedOn === null ? t('end.endedOnMissing') : undefined;
  return (
    <form onSubmit={(event) => void end(event)} noValidate>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
        <FormControl>
          <FormLabel id="end-reason">{t('end.reason')}</FormLabel>
          <RadioGroup
            aria-labelledby="end-reason"
            value={reason}
            onChange={(_event, value) => setReason(value as EnrolmentEndReason)}
          >
            {enrolmentEndReasons.map((one) => (
              <FormControlLabel
                key={one}
                value={one}
                control={<Radio size="small" autoFocus={one === reason} />}
                label={t(`end.reasons.${one}`)}
              />
            ))}
          </RadioGroup>
          {reason === 'mistake' && <FormHelperText>{t('end.mistakeHint')}</FormHelperText>}
        </FormControl>
        <DayField
          label={t('end.endedOn')}
          value={endedOn}
          onChange={(day) => {
            setEndedOn(day);
            setRefusal(undefined);
          }}
          error={missing ?? (atDay ? failure : undefined)}
          today={clock.today()}
          required
        />
        {failure !== undefined && !atDay && (
          <Alert severity="error">{t('notSaved', { reason: failure })}</Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
        <Button type="submit" variant="contained" disabled={saving}>
          {t('end.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
