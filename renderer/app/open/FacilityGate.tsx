import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FacilityFields, facilityComplete } from '#renderer/features/setup/FacilityFields.tsx';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { useSyncState } from '#renderer/services/use-sync-state.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { facilityId } from '#shared/domain/records/facility.ts';
import { Threshold } from '../boot/Threshold.tsx';
import { FirstFill } from './FirstFill.tsx';

/**
 * Asks for the facility where it is missing: its record is written right after the vault, so a PC that was switched
 * off in between has the one without the other.
 */
export function FacilityGate({ children }: { readonly children: ReactNode }) {
  const { records } = useServices();
  const sync = useSyncState();
  const facility = useLoaded(
    ['facility'],
    async () => ({ present: (await records.get('facility', facilityId)) !== undefined }),
    [],
  );
  if (!facility) return null;
  if (facility.present) return children;
  return <Threshold>{sync.kind === 'off' ? <FacilityForm /> : <FirstFill sync={sync} />}</Threshold>;
}

function FacilityForm() {
  const { t } = useTranslation('app');
  const { commands } = useServices();
  const failureText = useFailureText();
  const [answers, setAnswers] = useState({ facilityName: '', place: '' });
  const [tell, setTell] = useState(false);
  const [failure, setFailure] = useState<string>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTell(true);
    if (!facilityComplete(answers)) return;
    const { facilityName: name, place } = answers;
    const result = await commands.execute('facility.save', { name, place, programme: null });
    if (!result.ok) setFailure(failureText(result.error));
  };
  const mayFill = commands.allows('facility.save');
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void save(event)}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      <Typography variant="h1">{t('facility.title')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {t(mayFill ? 'facility.text' : 'facility.others')}
      </Typography>
      {mayFill && (
        <>
          <FacilityFields answers={answers} onChange={setAnswers} tell={tell} />
          {failure !== undefined && <FieldError>{failure}</FieldError>}
          <Box>
            <Button type="submit" variant="contained">
              {t('facility.save')}
            </Button>
          </Box>
        </>
      )}
    </Box>
  );
}
