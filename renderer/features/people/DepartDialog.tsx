import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';

interface DepartDialogProps {
  readonly open: boolean;
  readonly id: string;
  readonly name: string;
  /** Resolves to why it was refused. */
  readonly onDepart: (departedOn: string) => Promise<Refusal | undefined>;
  readonly onClose: () => void;
}

/** The day on which somebody leaves the facility, and what ends with it. */
export function DepartDialog(props: DepartDialogProps) {
  const { t } = useTranslation('people');
  const { open, name, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="depart" maxWidth="xs" fullWidth>
      <DialogTitle id="depart">{t('departure.title', { name })}</DialogTitle>
      <DepartForm {...props} />
    </Dialog>
  );
}

function DepartForm({ id, onDepart, onClose }: DepartDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const { clock } = useServices();
  const failureText = useFailureText();
  const today = clock.today();
  const [day, setDay] = useState<string | null>(today);
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (day === null || saving) return;
    setSaving(true);
    const refused = await onDepart(day);
    setSaving(false);
    if (refused) setRefusal(refused);
    else onClose();
  };
  const failure = refusal && failureText(refusal);
  const atDay = refusal?.field === 'departedOn';
  const missing = day === null ? t('departure.dayMissing') : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        <DayField
          label={t('departure.day')}
          value={day}
          onChange={(typed) => {
            setDay(typed);
            setRefusal(undefined);
          }}
          error={missing ?? (atDay ? failure : undefined)}
          today={today}
          required
          autoFocus
        />
        <WhatEnds id={id} />
        {failure !== undefined && !atDay && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained" aria-disabled={saving}>
          {t('departure.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** The places and waiting lists that the person has now. */
function WhatEnds({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { directory } = useServices();
  const open = directory.enrolmentsOf('participantId', id).filter(({ endedOn }) => endedOn === null);
  if (open.length === 0) return <Typography variant="body2">{t('departure.nothingEnds')}</Typography>;
  return (
    <Typography component="div" variant="body2">
      {t('departure.ends')}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
        {open.map(({ id: place, groupId, waitingSince }) => {
          const group = directory.get('courseGroup', groupId)?.name ?? t('departure.unknownGroup');
          return (
            <li key={place}>{waitingSince === null ? group : t('departure.waitingListOf', { group })}</li>
          );
        })}
      </Box>
    </Typography>
  );
}
