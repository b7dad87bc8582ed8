import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetStep } from '#renderer/documents/recovery-sheet/SheetStep.tsx';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { RecoveryCodeField } from '#renderer/ui/RecoveryCodeField.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import type { NewRecoveryCode } from '#shared/ports/recovery.ts';

/** Since when the recovery code holds, and the way to a new one. */
export function RecoverySheet() {
  const { t } = useTranslation('safety');
  const { recovery } = useServices();
  const [renewing, setRenewing] = useState(false);
  return (
    <Sheet>
      <Typography variant="h2">{t('recovery.title')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: 800 }}>
        {t('recovery.text')}
      </Typography>
      <Typography sx={{ my: 1.5 }}>
        {t('recovery.since', { date: germanDate(localDay(recovery.since())) })}
      </Typography>
      <Button variant="outlined" onClick={() => setRenewing(true)}>
        {t('recovery.renew')}
      </Button>
      {renewing && <NewSheetDialog onClose={() => setRenewing(false)} />}
    </Sheet>
  );
}

/** Explains, shows the new code for the sheet, asks it back. Left at any point before, the old code holds. */
function NewSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['safety', 'common']);
  const id = useId();
  const renewal = useRenewal(onClose);
  const { step, pending, typed, setTyped, busy, failure } = renewal;
  const next = {
    ask: t('recovery.draw'),
    sheet: t('recovery.have'),
    confirm: t('recovery.confirm'),
  } as const;
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        // A click beside it would throw away a code that is on its way to paper.
        if (!busy && (step === 'ask' || reason === 'escapeKeyDown')) onClose();
      }}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
      slotProps={{ paper: { component: 'form', noValidate: true, onSubmit: renewal.submit } as object }}
    >
      <DialogTitle id={id}>{t('recovery.dialogTitle')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {step === 'ask' && (
          <>
            <Typography>{t('recovery.why')}</Typography>
            <Typography>{t('recovery.old')}</Typography>
          </>
        )}
        {step === 'sheet' && pending && <NewSheet code={pending.recoveryCode} />}
        {step === 'confirm' && (
          <>
            <Typography>{t('recovery.typeBack')}</Typography>
            <RecoveryCodeField value={typed} error={failure} onChange={setTyped} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained" aria-disabled={busy}>
          {next[step]}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function NewSheet({ code }: { readonly code: string }) {
  const { recovery, records } = useServices();
  const facility = useLoaded(['facility'], () => records.get('facility', facilityId), []);
  if (!facility) return null;
  return (
    <SheetStep
      recoveryCode={code}
      onSave={() => recovery.saveSheet(code, facility.name)}
      onPrint={() => recovery.printSheet(code, facility.name)}
    />
  );
}

function useRenewal(onClose: () => void) {
  const { t } = useTranslation('safety');
  const { recovery } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const [step, setStep] = useState<'ask' | 'sheet' | 'confirm'>('ask');
  const [pending, setPending] = useState<NewRecoveryCode>();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const latest = useRef(pending);
  latest.current = pending;
  useEffect(() => () => latest.current?.discard(), []);
  const confirm = async (code: NewRecoveryCode): Promise<void> => {
    setBusy(true);
    const answer = await code.confirm(typed);
    setBusy(false);
    if (!answer.ok) return setFailure(failureText(answer.error));
    say(t('recovery.done'));
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (step === 'ask') {
      setPending(recovery.renew());
      setStep('sheet');
    } else if (step === 'sheet') setStep('confirm');
    else if (pending) void confirm(pending);
  };
  return {
    ...{ step, pending, typed, busy, failure, submit },
    setTyped: (next: string) => {
      setTyped(next);
      setFailure(undefined);
    },
  };
}
