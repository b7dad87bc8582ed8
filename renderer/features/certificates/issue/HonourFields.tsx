import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { HonourSubject } from '#shared/domain/commands/certificate-requests.ts';
import { programmeAreas } from '#shared/domain/records/offer.ts';

/** A volunteer's deed while it is being typed. */
export type TypedHonour = Omit<HonourSubject, 'of' | 'periodFrom' | 'periodTo'> & {
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
};
export const noHonour: TypedHonour = { title: '', area: 'day-structure', periodFrom: null, periodTo: null };

/** The deed once all of it is there and its days are in order. */
export function completeHonour({ periodFrom, periodTo, ...typed }: TypedHonour): HonourSubject | undefined {
  return typed.title.trim() === '' || periodFrom === null || periodTo === null || periodTo < periodFrom
    ? undefined
    : { of: 'honour', ...typed, periodFrom, periodTo };
}

interface HonourFieldsProps {
  readonly honour: TypedHonour;
  readonly onChange: (honour: TypedHonour) => void;
  /** The form was sent: what is missing is wrong from then on. */
  readonly tried: boolean;
}

/** What somebody did as a volunteer, in which area, and when. */
export function HonourFields({ honour, onChange, tried }: HonourFieldsProps) {
  const { t } = useTranslation('certificates');
  const { t: courses } = useTranslation('courses');
  const { clock } = useServices();
  const today = clock.today();
  const { title, area, periodFrom, periodTo } = honour;
  const missing = (is: boolean): string | undefined => (tried && is ? t('honour.missing') : undefined);
  const noTitle = missing(title.trim() === '');
  const inOrder = periodFrom === null || periodTo === null || periodFrom <= periodTo;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 620 }}>
      <TextField
        label={t('honour.what')}
        value={title}
        onChange={({ target }) => onChange({ ...honour, title: target.value })}
        error={noTitle !== undefined}
        helperText={noTitle === undefined ? t('honour.whatHint') : <FieldError>{noTitle}</FieldError>}
        slotProps={{ htmlInput: { maxLength: 160 } }}
        required
        autoFocus
        autoComplete="off"
      />
      <TextField
        select
        label={t('honour.area')}
        value={area}
        onChange={({ target }) =>
          onChange({ ...honour, area: programmeAreas.find((one) => one === target.value) ?? area })
        }
      >
        {programmeAreas.map((one) => (
          <MenuItem key={one} value={one}>
            {courses(`areas.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <DayField
          label={t('honour.from')}
          value={periodFrom}
          onChange={(day) => onChange({ ...honour, periodFrom: day })}
          error={missing(periodFrom === null)}
          today={today}
          required
        />
        <DayField
          label={t('honour.to')}
          value={periodTo}
          onChange={(day) => onChange({ ...honour, periodTo: day })}
          error={inOrder ? missing(periodTo === null) : t('honour.order')}
          today={today}
          required
        />
      </Box>
    </Box>
  );
}
