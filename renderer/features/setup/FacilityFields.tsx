import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';

export interface FacilityAnswers {
  readonly facilityName: string;
  readonly place: string;
}

interface FacilityFieldsProps {
  readonly answers: FacilityAnswers;
  readonly onChange: (answers: FacilityAnswers) => void;
  readonly tell: boolean;
}

export const facilityComplete = ({ facilityName, place }: FacilityAnswers): boolean =>
  facilityName.trim() !== '' && place.trim() !== '';

/** Name and place of the facility, as they stand on documents. */
export function FacilityFields({ answers, onChange, tell }: FacilityFieldsProps) {
  const { t } = useTranslation('setup');
  const { facilityName, place } = answers;
  const nameMissing = tell && facilityName.trim() === '';
  const placeMissing = tell && place.trim() === '';
  return (
    <>
      <TextField
        label={t('facility.name')}
        value={facilityName}
        onChange={(event) => onChange({ ...answers, facilityName: event.target.value })}
        error={nameMissing}
        helperText={
          nameMissing ? <FieldError>{t('facility.nameMissing')}</FieldError> : t('facility.nameHint')
        }
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        label={t('facility.place')}
        value={place}
        onChange={(event) => onChange({ ...answers, place: event.target.value })}
        error={placeMissing}
        helperText={
          placeMissing ? <FieldError>{t('facility.placeMissing')}</FieldError> : t('facility.placeHint')
        }
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
    </>
  );
}
