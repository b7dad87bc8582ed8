import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { type Partner, partnerSchema } from '#shared/domain/records/partner.ts';
import { FormFrame, formWidth } from './FormFrame.tsx';
import { LogoField } from './LogoField.tsx';
import { TextInput } from './TextInput.tsx';
import { refusedFields, textOrNull, useDraft } from './use-draft.ts';

const overview = '/courses?tab=partners';

/** `/courses/partners/new` and `/courses/partners/:id`. */
export function PartnerPage() {
  const { id } = useParams();
  const { t } = useTranslation('courses');
  const { records } = useServices();
  const [taken, setTaken] = useState(0);
  const target = id === undefined || id === 'new' ? null : id;
  const loaded = useLoaded(
    [],
    async () => ({ taken, partner: target === null ? undefined : await records.get('partner', target) }),
    [target, taken],
  );
  const isMissing = target !== null && loaded !== undefined && loaded.partner === undefined;
  return (
    <Page
      title={loaded?.partner?.name ?? t(isMissing ? 'partner.missing' : 'partner.new')}
      back={{ label: t('backToCourses'), to: overview }}
    >
      {target !== null && (
        <OverwrittenEdits of={[{ kind: 'partner', id: target }]} onTaken={() => setTaken(taken + 1)} />
      )}
      <Sheet sx={{ maxWidth: formWidth }}>
        {isMissing && <EmptyState title={t('partner.missing')} text={t('group.missingText')} />}
        {loaded && !isMissing && (
          <PartnerForm key={`${target} ${loaded.taken}`} id={target} partner={loaded.partner} />
        )}
      </Sheet>
    </Page>
  );
}

interface PartnerValues {
  readonly name: string;
  readonly shortName: string;
  readonly logo: string | null;
  readonly person: string;
  readonly email: string;
  readonly phone: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const partnerOf = (values: PartnerValues): Partner => ({
  name: values.name,
  shortName: textOrNull(values.shortName),
  logo: values.logo,
  contact: {
    person: textOrNull(values.person),
    email: textOrNull(values.email),
    phone: textOrNull(values.phone),
  },
  validFrom: values.validFrom,
  validTo: values.validTo,
});

function PartnerForm({ id, partner }: { readonly id: string | null; readonly partner: Partner | undefined }) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const today = clock.today();
  const say = useNotice();
  const navigate = useNavigate();
  const initial: PartnerValues = {
    name: partner?.name ?? '',
    shortName: partner?.shortName ?? '',
    logo: partner?.logo ?? null,
    person: partner?.contact.person ?? '',
    email: partner?.contact.email ?? '',
    phone: partner?.contact.phone ?? '',
    validFrom: partner?.validFrom ?? null,
    validTo: partner?.validTo ?? null,
  };
  const draft = useDraft({
    initial,
    check: (values) => ({
      ...refusedFields(partnerSchema, partnerOf(values), {
        name: t('partner.errors.name'),
        shortName: t('partner.errors.shortName'),
        logo: t('partner.errors.logo'),
      }),
      ...refusedFields(partnerSchema.shape.contact, partnerOf(values).contact, {
        person: t('partner.errors.person'),
        email: t('partner.errors.email'),
        phone: t('partner.errors.phone'),
      }),
    }),
    save: (values) => commands.execute('partner.save', { id, partner: partnerOf(values) }),
    onSaved: (_output, { name }) => {
      say(t('partner.saved', { name: name.trim() }));
      void navigate(overview);
    },
  });
  const { values, errors, set } = draft;
  const readOnly = !commands.allows('partner.save');
  return (
    <FormFrame
      draft={draft}
      label={t('partner.new')}
      readOnly={readOnly}
      onCancel={() => void navigate(overview)}
    >
      <TextInput
        label={t('partner.name')}
        value={values.name}
        onChange={(name) => set('name', name)}
        error={errors.name}
        required
        autoFocus
        disabled={readOnly}
      />
      <TextInput
        label={t('partner.shortName')}
        value={values.shortName}
        onChange={(shortName) => set('shortName', shortName)}
        error={errors.shortName}
        hint={t('partner.shortNameHint')}
        disabled={readOnly}
      />
      {(['person', 'email', 'phone'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`partner.${field}`)}
          value={values[field]}
          onChange={(text) => set(field, text)}
          error={errors[field]}
          disabled={readOnly}
          wide={field === 'person'}
        />
      ))}
      <DayField
        label={t('partner.validFrom')}
        value={values.validFrom}
        onChange={(day) => set('validFrom', day)}
        error={errors.validFrom}
        today={today}
        helperText={t('partner.validFromHint')}
      />
      <DayField
        label={t('partner.validTo')}
        value={values.validTo}
        onChange={(day) => set('validTo', day)}
        error={errors.validTo}
        today={today}
        helperText={t('partner.validToHint')}
      />
      <LogoField
        value={values.logo}
        onChange={(logo) => set('logo', logo)}
        partnerName={values.name}
        error={errors.logo}
        disabled={readOnly}
      />
    </FormFrame>
  );
}
