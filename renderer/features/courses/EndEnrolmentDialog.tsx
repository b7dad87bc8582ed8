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
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { listName } from '#shared/domain/names.ts';
import { type EnrolmentEndReason, enrolmentEndReasons } from '#shared/domain/records/enrolment.ts';
import type { EnrolledPerson } from './use-enrolled.ts';

interface EndEnrolmentDialogProps {
  readonly open: boolean;
  readonly people: readonly EnrolledPerson[];
  readonly onClose: (done: boolean) => void;
}

/** Ends places with a reason. Done at once, and offered to be taken back. */
export function EndEnrolmentDialog({ open, people, onClose }: EndEnrolmentDialogProps) {
  const { t } = useTranslation('courses');
  const names = { count: people.length, name: people[0] ? listName(people[0].person) : '' };
  return (
    <Dialog
      open={open}
      onClose={() => onClose(false)}
      aria-labelledby="end-enrolment"
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id="end-enrolment">{t('end.title', names)}</DialogTitle>
      <EndEnrolmentForm people={people} names={names} onClose={onClose} />
    </Dialog>
  );
}

interface EndEnrolmentFormProps extends Pick<EndEnrolmentDialogProps, 'people' | 'onClose'> {
  readonly names: { readonly count: number; readonly name: string };
}

function EndEnrolmentForm({ people, names, onClose }: EndEnrolmentFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  const [reason, setReason] = useState<EnrolmentEndReason>('transferred');
  const [endedOn, setEndedOn] = useState<string | null>(clock.today());
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);

  const takeBack = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const answer = await commands.execute('enrolment.reopen', { id });
      if (!answer.ok) say(failureText(answer.error), 'error');
    }
  };
  const end = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (endedOn === null || saving) return;
    setSaving(true);
    const ended: string[] = [];
    for (const { enrolment } of people) {
      const answer = await commands.execute('enrolment.end', { id: enrolment.id, endedOn, reason });
      if (!answer.ok) {
        // Those before are ended, each for itself; the list shows it. The rest stays selected with the sentence.
        setFailure(failureText(answer.error));
        break;
      }
      ended.push(enrolment.id);
    }
    setSaving(false);
    if (ended.length > 0)
      offerUndo(t('end.done', { ...names, count: ended.length }), () => void takeBack(ended));
    if (ended.length === people.length) onClose(true);
  };
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
          onChange={setEndedOn}
          error={endedOn === null ? t('end.endedOnMissing') : undefined}
          today={clock.today()}
          required
        />
        {failure !== undefined && <Alert severity="error">{t('notSaved', { reason: failure })}</Alert>}
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
