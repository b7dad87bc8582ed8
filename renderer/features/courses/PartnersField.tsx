import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { PartnerEntry } from '#shared/domain/directory.ts';
import { partnershipOn } from './partner-period.ts';

interface PartnersFieldProps {
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
}

/** Several partners: offered are those of today, and those already chosen. */
export function PartnersField({ value, onChange, error, disabled }: PartnersFieldProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const partners = useEntries('partner');
  const today = clock.today();
  const offered = partners
    .filter((partner) => value.includes(partner.id) || partnershipOn(partner, today) === 'valid')
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
  const nameOf = (partner: PartnerEntry): string =>
    partner.validTo !== null && partnershipOn(partner, today) === 'ended'
      ? t('partners.endedName', { name: partner.name, date: germanDate(partner.validTo) })
      : partner.name;
  const hint = partners.length === 0 ? t('offer.partnersEmpty') : undefined;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      disabled={disabled}
      options={offered}
      value={offered.filter(({ id }) => value.includes(id))}
      onChange={(_event, chosen) => onChange(chosen.map(({ id }) => id))}
      getOptionLabel={nameOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={t('offer.partnersEmpty')}
      sx={{ gridColumn: '1 / -1' }}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={t('offer.partners')}
          error={error !== undefined}
          helperText={error === undefined ? hint : <FieldError>{error}</FieldError>}
        />
      )}
    />
  );
}
