import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { SubProjectEntry } from '#shared/domain/directory.ts';
import { programmeAreas } from '#shared/domain/records/offer.ts';
import { type SubProject, subProjectSchema } from '#shared/domain/records/sub-project.ts';
import { FormFrame } from './FormFrame.tsx';
import { PartnersField } from './PartnersField.tsx';
import { TextInput } from './TextInput.tsx';
import { refusedFields, useDraft } from './use-draft.ts';

interface SubProjectFormProps {
  /** `undefined`: a new one. */
  readonly subProject: SubProjectEntry | undefined;
  /** Of a new one, where it is known already. */
  readonly area?: SubProject['area'];
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

interface SubProjectValues {
  readonly name: string;
  readonly area: SubProject['area'] | '';
  readonly partnerIds: readonly string[];
}

const subProjectOf = (values: SubProjectValues): SubProject => ({
  name: values.name,
  area: values.area as SubProject['area'],
  partnerIds: [...values.partnerIds],
});

/** Makes or changes a Teilprojekt. */
export function SubProjectForm({ subProject, area, onSaved, onCancel }: SubProjectFormProps) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const say = useNotice();
  const draft = useDraft<SubProjectValues, { id: string }>({
    initial: {
      name: subProject?.name ?? '',
      area: subProject?.area ?? area ?? '',
      partnerIds: subProject?.partnerIds ?? [],
    },
    check: (values) =>
      refusedFields(subProjectSchema, subProjectOf(values), {
        name: t('subProject.errors.name'),
        area: t('offer.errors.area'),
        partnerIds: t('offer.errors.partnerIds'),
      }),
    save: (values) =>
      commands.execute('subProject.save', { id: subProject?.id ?? null, subProject: subProjectOf(values) }),
    onSaved: ({ id }, { name }) => {
      say(t('subProject.saved', { name: name.trim() }));
      onSaved(id);
    },
  });
  const { values, errors, set } = draft;
  const readOnly = !commands.allows('subProject.save');
  return (
    <FormFrame draft={draft} label={t('offer.subProject')} readOnly={readOnly} onCancel={onCancel}>
      <TextInput
        label={t('subProject.name')}
        value={values.name}
        onChange={(name) => set('name', name)}
        error={errors.name}
        required
        autoFocus
        wide
        disabled={readOnly}
      />
      {area === undefined && (
        <TextInput
          label={t('offer.area')}
          value={values.area}
          onChange={(chosen) => set('area', chosen as SubProjectValues['area'])}
          error={errors.area}
          required
          wide
          disabled={readOnly}
          options={programmeAreas.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`areas.${one}`)}
            </MenuItem>
          ))}
        />
      )}
      <PartnersField
        value={values.partnerIds}
        onChange={(ids) => set('partnerIds', ids)}
        error={errors.partnerIds}
        disabled={readOnly}
      />
    </FormFrame>
  );
}
