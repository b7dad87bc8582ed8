import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { hasErased } from './ErasedNote.tsx';

interface EraseDialogProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Says what erasing a person does, to what, and that nothing brings them back; then does it. */
export function EraseDialog({ id, name, onClose }: EraseDialogProps) {
  const { t } = useTranslation('retention');
  const { retention, directory, records } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const navigate = useNavigate();
  const [understood, setUnderstood] = useState(false);
  const places = directory.enrolmentsOf('participantId', id).filter(({ endedOn }) => endedOn === null);
  const held = places.filter(({ waitingSince }) => waitingSince === null).length;
  const certificates = useLoaded([], () => records.where('certificate', 'participantId', id), [id]);
  const issued = certificates?.length ?? 0;
  const erase = async () => {
    const answer = await retention.erase(id);
    if (!answer.ok) return failureText(answer.error);
    say(t(answer.value.compacted ? 'erase.done' : 'erase.doneNotCompacted'));
    void navigate('/people', { replace: true, state: hasErased });
    return undefined;
  };
  return (
    <ConfirmDialog
      title={t('erase.title', { name })}
      action={t('erase.confirm')}
      busyText={t('erase.busy')}
      danger
      ready={understood}
      onConfirm={erase}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{t('erase.text')}</Typography>
      {held > 0 && <Typography>{t('erase.open', { count: held })}</Typography>}
      {issued > 0 && <Typography>{t('erase.certificates', { count: issued })}</Typography>}
      <Typography>{t('erase.forever')}</Typography>
      <Typography>{t('erase.snapshots')}</Typography>
      <Typography>{t('erase.disclosure')}</Typography>
      <FormControlLabel
        control={<Checkbox checked={understood} onChange={({ target }) => setUnderstood(target.checked)} />}
        label={t('erase.understood')}
      />
    </ConfirmDialog>
  );
}
