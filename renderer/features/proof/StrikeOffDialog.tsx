import Alert from '@mui/material/Alert';
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
import type { IssuingWorkstation } from '#shared/ports/proof.ts';
import { shownKey } from './shown-key.ts';

interface StrikeOffDialogProps {
  readonly issuer: IssuingWorkstation;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks from which day on a workstation's key counts for nothing; this can't be taken back. */
export function StrikeOffDialog({ issuer, onDone, onClose }: StrikeOffDialogProps) {
  const { t } = useTranslation(['proof', 'common']);
  const { proof, clock, workstationId } = useServices();
  const failureText = useFailureText();
  const today = clock.today();
  const [day, setDay] = useState<string | null>(today);
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (day === null || saving) return;
    setSaving(true);
    const answer = await proof.strikeOff(issuer.keyId, day);
    setSaving(false);
    if (answer.ok) onDone();
    else setRefusal(answer.error);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="strike-off" maxWidth="xs" fullWidth>
      <DialogTitle id="strike-off">{t('strikeOff.title')}</DialogTitle>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          <Typography>{t('strikeOff.text', { key: shownKey(issuer.keyId) })}</Typography>
          {issuer.workstationId === workstationId && <Alert severity="warning">{t('strikeOff.own')}</Alert>}
          <DayField
            label={t('strikeOff.day')}
            value={day}
            onChange={(typed) => {
              setDay(typed);
              setRefusal(undefined);
            }}
            error={day === null ? t('strikeOff.dayMissing') : undefined}
            helperText={t('strikeOff.dayHint')}
            today={today}
            required
            autoFocus
          />
          {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="error" aria-disabled={saving}>
            {t('strikeOff.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
