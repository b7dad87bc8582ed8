import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnrolmentTexts } from '#renderer/i18n/use-enrolment-texts.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { enrol, openGroups, undoEnrolling } from '#shared/domain/enrolling.ts';

interface EnrolPersonDialogProps {
  readonly open: boolean;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Enrols a person into a running or coming group, or puts them on its waiting list. */
export function EnrolPersonDialog(props: EnrolPersonDialogProps) {
  const { t } = useTranslation('people');
  const { open, name, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="enrol-person" maxWidth="sm" fullWidth>
      <DialogTitle id="enrol-person">{t('enrol.title', { name })}</DialogTitle>
      <EnrolPersonForm {...props} />
    </Dialog>
  );
}

function EnrolPersonForm({ id, name, onClose }: EnrolPersonDialogProps) {
  const { t } = useTranslation(['people', 'enrolment', 'common']);
  const services = useServices();
  const { commands, clock, directory } = services;
  const failureText = useFailureText();
  const texts = useEnrolmentTexts();
  const offerUndo = useUndo();
  const say = useNotice();
  const today = clock.today();
  const [groupId, setGroupId] = useState<string>();
  const [from, setFrom] = useState<string | null>(today);
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const groups = openGroups(directory, today);
  const placeIn = (group: string) =>
    directory
      .enrolmentsOf('participantId', id)
      .find((place) => place.groupId === group && place.endedOn === null);
  const choices = groups.map((group) => texts.choice(group, placeIn(group.group.id)));
  const chosen = groups.find(({ group }) => group.id === groupId);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (groupId === undefined || from === null || saving) return;
    setSaving(true);
    const outcome = await enrol(services, { groupId, participantIds: [id], enrolledOn: from });
    setSaving(false);
    if (outcome.refusal) return setRefusal(outcome.refusal);
    offerUndo(texts.enrolled(outcome), () => {
      void undoEnrolling(commands, outcome, today).then((failed) => {
        if (failed) say(failureText(failed), 'error');
      });
    });
    onClose();
  };
  const failure = refusal && failureText(refusal);
  const atDay = refusal?.field === 'enrolledOn';
  const missing = from === null ? t('enrolment:fromMissing') : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        <ChoiceField
          label={t('enrolment:group')}
          choices={choices}
          chosen={choices.find(({ key }) => key === groupId) ?? null}
          onChoose={(choice) => {
            setGroupId(choice?.key);
            setRefusal(undefined);
          }}
          nothingFits={t('enrolment:noGroupFits')}
          error={asked && groupId === undefined ? t('enrolment:groupMissing') : undefined}
          autoFocus
        />
        <DayField
          label={t('enrolment:from')}
          value={from}
          onChange={(day) => {
            setFrom(day);
            setRefusal(undefined);
          }}
          error={missing ?? (atDay ? failure : undefined)}
          today={today}
          helperText={t('enrolment:fromHint')}
        />
        {chosen?.occupancy.free === 0 && <Alert severity="info">{t('enrol.willWait', { name })}</Alert>}
        {failure !== undefined && !atDay && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained" aria-disabled={saving}>
          {t('enrol.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
