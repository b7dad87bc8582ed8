import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { OfferEntry } from '#shared/domain/directory.ts';
import { FormFrame, formWidth } from './FormFrame.tsx';
import { OfferFields } from './OfferFields.tsx';
import { offerOf, offerValues, useOfferCheck } from './offer-values.ts';
import { useDraft } from './use-draft.ts';

/** `/courses/offers/new` and `/courses/offers/:id`. */
export function OfferPage() {
  const { id } = useParams();
  const { t } = useTranslation('courses');
  const [taken, setTaken] = useState(0);
  const target = id === undefined || id === 'new' ? null : id;
  const offer = useEntries('offer').find((entry) => entry.id === target);
  const isMissing = target !== null && offer === undefined;
  return (
    <Page
      title={offer?.title ?? t(isMissing ? 'offer.missing' : 'offer.new')}
      back={{ label: t('backToCourses'), to: '/courses?tab=offers' }}
    >
      {offer && (
        <OverwrittenEdits of={[{ kind: 'offer', id: offer.id }]} onTaken={() => setTaken(taken + 1)} />
      )}
      <Sheet sx={{ maxWidth: formWidth }}>
        {isMissing ? (
          <EmptyState title={t('offer.missing')} text={t('group.missingText')} />
        ) : (
          <OfferForm key={`${target} ${taken}`} offer={offer} />
        )}
      </Sheet>
    </Page>
  );
}

function OfferForm({ offer }: { readonly offer: OfferEntry | undefined }) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const groups = useEntries('courseGroup');
  const say = useNotice();
  const navigate = useNavigate();
  const check = useOfferCheck();
  const draft = useDraft({
    initial: offerValues(offer),
    check,
    save: (values) => commands.execute('offer.save', { id: offer?.id ?? null, offer: offerOf(values) }),
    onSaved: (_output, { title }) => {
      say(t('offer.saved', { title: title.trim() }));
      // The first offer leads on to the first group.
      void navigate(groups.length === 0 ? '/courses?tab=groups' : '/courses?tab=offers');
    },
  });
  const readOnly = !commands.allows('offer.save');
  return (
    <FormFrame
      draft={draft}
      label={t('offer.new')}
      readOnly={readOnly}
      onCancel={() => void navigate('/courses?tab=offers')}
    >
      <OfferFields draft={draft} readOnly={readOnly} />
    </FormFrame>
  );
}
