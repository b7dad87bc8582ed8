import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useEntries } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { courseLevels, programmeAreas } from '#shared/domain/records/offer.ts';
import type { OfferValues } from './offer-values.ts';
import { TextInput } from './TextInput.tsx';
import type { Draft } from './use-draft.ts';

/** The fields of an offer. */
export function OfferFields({
  draft,
  readOnly,
}: {
  readonly draft: Draft<OfferValues>;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('courses');
  const { values, errors, set } = draft;
  return (
    <>
      <TextInput
        label={t('offer.title')}
        value={values.title}
        onChange={(title) => set('title', title)}
        error={errors.title}
        required
        autoFocus
        wide
        disabled={readOnly}
      />
      <TextInput
        label={t('offer.area')}
        value={values.area}
        onChange={(area) => set('area', area as OfferValues['area'])}
        error={errors.area}
        required
        disabled={readOnly}
        options={programmeAreas.map((area) => (
          <MenuItem key={area} value={area}>
            {t(`areas.${area}`)}
          </MenuItem>
        ))}
      />
      <TextInput
        label={t('offer.subProject')}
        value={values.subProject}
        onChange={(subProject) => set('subProject', subProject)}
        error={errors.subProject}
        disabled={readOnly}
      />
      <PartnersField draft={draft} readOnly={readOnly} />
      <TextInput
        label={t('offer.uePlanned')}
        value={values.uePlanned}
        onChange={(uePlanned) => set('uePlanned', uePlanned)}
        error={errors.uePlanned}
        hint={t('offer.uePlannedHint')}
        required
        numeric
        disabled={readOnly}
      />
      <TextInput
        label={t('offer.minimumAttendance')}
        value={values.minimumAttendance}
        onChange={(share) => set('minimumAttendance', share)}
        error={errors.minimumAttendance}
        hint={t('offer.minimumAttendanceHint')}
        required
        numeric
        disabled={readOnly}
      />
      <TextInput
        label={t('offer.level')}
        value={values.level}
        onChange={(level) => set('level', level as OfferValues['level'])}
        error={errors.level}
        hint={t('offer.levelHint')}
        wide
        disabled={readOnly}
        options={[
          <MenuItem key="none" value="">
            {t('offer.levelNone')}
          </MenuItem>,
          ...courseLevels.map((level) => (
            <MenuItem key={level} value={level}>
              {t('offer.levelOf', { level })}
            </MenuItem>
          )),
        ]}
      />
      <TextInput
        label={t('offer.contents')}
        value={values.contents}
        onChange={(contents) => set('contents', contents)}
        error={errors.contents}
        hint={t('offer.contentsHint')}
        rows={4}
        wide
        disabled={readOnly}
      />
    </>
  );
}

function PartnersField({
  draft,
  readOnly,
}: {
  readonly draft: Draft<OfferValues>;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('courses');
  const partners = useEntries('partner');
  const error = draft.errors.partnerIds;
  const hint = partners.length === 0 ? t('offer.partnersEmpty') : undefined;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      disabled={readOnly}
      options={partners}
      value={partners.filter(({ id }) => draft.values.partnerIds.includes(id))}
      onChange={(_event, chosen) =>
        draft.set(
          'partnerIds',
          chosen.map(({ id }) => id),
        )
      }
      getOptionLabel={({ name }) => name}
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
