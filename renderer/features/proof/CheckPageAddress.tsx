import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { checkPageFrom } from '#shared/domain/proof/check-page.ts';
import { facilityId } from '#shared/domain/records/facility.ts';

/** Where the page that checks certificates is hosted: what the codes of new certificates begin with. */
export function CheckPageAddress() {
  const { t } = useTranslation('proof');
  const { records } = useServices();
  const facility = useLoaded(['facility'], () => records.get('facility', facilityId), []);
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('checkPage.title')}
      </Typography>
      <Typography sx={{ maxWidth: '75ch', mb: 2 }}>{t('checkPage.text')}</Typography>
      {facility && <AddressForm key={facility.checkPage} address={facility.checkPage ?? ''} />}
    </Sheet>
  );
}

function AddressForm({ address }: { readonly address: string }) {
  const { t } = useTranslation('proof');
  const { commands } = useServices();
  const failureText = useFailureText();
  const notice = useNotice();
  const [text, setText] = useState(address);
  const [invalid, setInvalid] = useState(false);
  const [saving, setSaving] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    const checkPage = text.trim() === '' ? null : checkPageFrom(text);
    setInvalid(checkPage === undefined);
    if (checkPage === undefined) return;
    setSaving(true);
    const saved = await commands.execute('proof.setCheckPage', { checkPage }).finally(() => setSaving(false));
    if (saved.ok) notice(t(checkPage === null ? 'checkPage.removed' : 'checkPage.saved'));
    else notice(failureText(saved.error), 'error');
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void save(event)}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}
    >
      <TextField
        label={t('checkPage.field')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setInvalid(false);
        }}
        error={invalid}
        helperText={invalid ? <FieldError>{t('checkPage.invalid')}</FieldError> : t('checkPage.hint')}
        autoComplete="off"
        sx={{ flex: '1 1 320px', maxWidth: 560 }}
        slotProps={{ htmlInput: { spellCheck: false, inputMode: 'url', maxLength: 400 } }}
      />
      <Button type="submit" variant="outlined" aria-disabled={saving} sx={{ mt: 0.5 }}>
        {t('checkPage.save')}
      </Button>
    </Box>
  );
}
