import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { PrintPage } from './PrintPage.tsx';
import { blankForm } from './print-data.ts';

/** `/print/blank`: the signature list to be filled in by hand. */
export function BlankFormPage() {
  const { t } = useTranslation('lists');
  const services = useServices();
  const make = useCallback<MakePdf>(
    async (options) => makeLists(await blankForm(services), options),
    [services],
  );
  return (
    <PrintPage
      title={t('blank.title')}
      about={t('blank.about')}
      back={{ label: t('back.today'), to: '/' }}
      kind="signature-form"
      landscape
      working={t('working')}
      make={make}
    />
  );
}
