import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
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
  const target = id === undefined || id === 'new' ? null : id;
  const loaded = useLoaded(
    [],
    async () => ({ partner: target === null ? undefined : await records.get('partner', target) }),
    [target],
  );
  const isMissing = target !== null && loaded !== undefined && loaded.partner === undefined;
  return (
    <Page
      title={loaded?.partner?.name ?? t(isMissing ? 'partner.missing' : 'partner.new')}
      back={{ label: t('backToCourses'), to: overview }}
    >
      <Sheet sx={{ maxWidth: formWidth }}>
        {isMissing && <EmptyState title={t('partner.missing')} text={t('group.missingText')} />}
        {loaded && !isMissing && <PartnerForm key={target} id={target} partner={loaded.partner} />}
      </Sheet>
    </Page>
  );
}

function PartnerForm({ id, partner }: { readonly id: string | null; readonly partner: Partner | undefined }) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const say = useNotice();
  const navigate = useNavigate();
  const initial = {
    name: partner?.name ?? '',
    shortName: partner?.shortName ?? '',
    logo: partner?.logo ?? null,
  };
  const toPartner = (values: typeof initial): Pick<Partner, 'name' | 'shortName' | 'logo'> => ({
    name: values.name,
    shortName: textOrNull(values.shortName),
    logo: values.logo,
  });
  const draft = useDraft({
    initial,
    check: (values) =>
      refusedFields(partnerSchema, toPartner(values), {
        name: t('partner.errors.name'),
        shortName: t('partner.errors.shortName'),
        logo: t('partner.errors.logo'),
      }),
    save: (values) => commands.execute('partner.save', { id, partner: toPartner(values) }),
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
