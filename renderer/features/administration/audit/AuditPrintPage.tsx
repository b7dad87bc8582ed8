import Alert from '@mui/material/Alert';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { facilityId } from '#shared/domain/records/facility.ts';
import { lastChoice } from './audit-choice.ts';
import { mostPrinted, printedAudit } from './printed-audit.ts';

/** `/administration/audit/print`: what was chosen in the log, on paper. */
export function AuditPrintPage() {
  const { t } = useTranslation('audit');
  const { commands } = useServices();
  const failureText = useFailureText();
  const back = { label: t('title'), to: '/administration/audit' };
  return (
    <Page title={t('printing.title')} back={back}>
      {commands.allows('audit.print') ? (
        <AuditPages />
      ) : (
        <EmptyState title={t('onlyAdministrators')} text={failureText({ code: 'role' })} />
      )}
    </Page>
  );
}

function AuditPages() {
  const { t, i18n } = useTranslation('audit');
  const services = useServices();
  const [choice] = useState(lastChoice);
  const [isCut, setIsCut] = useState(false);
  const make = useCallback<MakePdf>(
    async (options) => {
      // On paper everything speaks German, as all of our papers do.
      const printed = await printedAudit(services, choice, i18n.getFixedT('de', 'audit'));
      if (!printed.ok) return printed;
      setIsCut(printed.value.isCut);
      return makeLists(printed.value, options);
    },
    [services, choice, i18n],
  );
  return (
    <>
      <Alert severity={isCut ? 'warning' : 'info'} sx={{ mb: 1.5 }}>
        {isCut ? t('printing.part', { count: mostPrinted }) : t('printing.internal')}
      </Alert>
      <DocumentDesk
        label={t('printing.title')}
        kind="audit-log"
        landscape
        working={t('printing.working')}
        make={make}
        noted={() => services.commands.execute('audit.print', { ids: [facilityId] })}
        focusPrint
      />
    </>
  );
}
