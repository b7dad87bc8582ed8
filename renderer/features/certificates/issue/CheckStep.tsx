import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { MadePreview } from '#renderer/documents/desk/MadePreview.tsx';
import { type MakePdf, useMadePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeCertificates } from '#renderer/documents/make-documents.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { RequestedDraft } from '#shared/domain/commands/certificate-drafts.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';

interface CheckStepProps {
  /** What would be issued, and for which request; the same array until something else is chosen. */
  readonly drafts: readonly RequestedDraft[];
  readonly onBack: () => void;
  readonly onIssued: (ids: readonly string[]) => void;
}

/** Every page before it counts. Only what could be made as a document can be issued. */
export function CheckStep({ drafts, onBack, onIssued }: CheckStepProps) {
  const { t } = useTranslation('certificates');
  const { commands } = useServices();
  const failureText = useFailureText();
  const printed = useMemo(() => drafts.map(({ draft }) => printedCertificate(draft)), [drafts]);
  const { making, cancel, again } = useMadePdf(
    useCallback<MakePdf>((options) => makeCertificates(printed, options), [printed]),
  );
  const [issuing, setIssuing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const count = drafts.length;
  const issue = async (): Promise<void> => {
    if (issuing) return;
    setIssuing(true);
    setRefusal(undefined);
    const requests = drafts.map(({ request }) => request);
    const issued = await commands.execute('certificate.issue', { requests });
    // Until the next step is on the screen: a second press in between would issue everything again.
    if (issued.ok) return onIssued(issued.value.ids);
    setIssuing(false);
    setRefusal(issued.error);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Alert severity="warning" icon={false} role="note" sx={{ flex: '1 1 420px', py: 0 }}>
          <AlertTitle sx={{ mb: 0 }}>{t('check.draft')}</AlertTitle>
          {t('check.text', { count })}
        </Alert>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button onClick={onBack}>{t('check.back')}</Button>
          <Button
            variant="contained"
            disabled={making.state !== 'made'}
            aria-disabled={issuing}
            onClick={() => void issue()}
          >
            {issuing ? t('check.issuing') : t('check.issue', { count })}
          </Button>
        </Box>
      </Box>
      {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
      <MadePreview
        making={making}
        working={t('making.working', { count })}
        label={t('check.preview')}
        onCancel={cancel}
        onAgain={again}
      />
    </Box>
  );
}
