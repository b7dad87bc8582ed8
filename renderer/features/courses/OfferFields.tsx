import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { courseLevels, programmeAreas } from '#shared/domain/records/offer.ts';
import { ModulesField } from './ModulesField.tsx';
import { moduleSum, type OfferValues } from './offer-values.ts';
import { PartnersField } from './PartnersField.tsx';
import { SubProjectField } from './SubProjectField.tsx';
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
  const { directory } = useServices();
  const { values, errors, set } = draft;
  const hasModules = values.modules.length > 0;
  const chooseArea = (area: OfferValues['area']): void => {
    set('area', area);
    if (directory.get('subProject', values.subProjectId)?.area !== area) set('subProjectId', '');
  };
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
        onChange={(area) => chooseArea(area as OfferValues['area'])}
        error={errors.area}
        required
        disabled={readOnly}
        options={programmeAreas.map((area) => (
          <MenuItem key={area} value={area}>
            {t(`areas.${area}`)}
          </MenuItem>
        ))}
      />
      <SubProjectField draft={draft} readOnly={readOnly} />
      <PartnersField
        value={values.partnerIds}
        onChange={(ids) => set('partnerIds', ids)}
        error={errors.partnerIds}
        disabled={readOnly}
      />
      <TextInput
        label={t('offer.uePlanned')}
        value={hasModules ? String(moduleSum(values.modules)) : values.uePlanned}
        onChange={(uePlanned) => set('uePlanned', uePlanned)}
        error={errors.uePlanned}
        hint={t(hasModules ? 'offer.uePlannedSum' : 'offer.uePlannedHint')}
        required
        numeric
        readOnly={hasModules}
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
        label={t('offer.toleratedMinutes')}
        value={values.toleratedMinutes}
        onChange={(minutes) => set('toleratedMinutes', minutes)}
        error={errors.toleratedMinutes}
        hint={t('offer.toleratedMinutesHint', { minutes: values.toleratedMinutes })}
        required
        numeric
        disabled={readOnly}
      />
      <TextInput
        label={t('offer.capacity')}
        value={values.capacity}
        onChange={(capacity) => set('capacity', capacity)}
        error={errors.capacity}
        hint={t('offer.capacityHint')}
        numeric
        disabled={readOnly}
      />
      <Box>
        <FormControlLabel
          control={<Switch checked={values.walkIns} onChange={(_event, on) => set('walkIns', on)} />}
          label={t('offer.walkIns')}
          disabled={readOnly}
        />
        <FormHelperText>{t('offer.walkInsHint')}</FormHelperText>
      </Box>
      <TextInput
        label={t('offer.level')}
        value={values.level}
        onChange={(level) => set('level', level as OfferValues['level'])}
        error={errors.level}
        hint={t('offer.levelHint')}
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
      <ModulesField draft={draft} readOnly={readOnly} />
    </>
  );
}
