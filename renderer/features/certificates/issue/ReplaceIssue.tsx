import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { type OfferedTemplate, shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import { completeResult, noResult } from './choices.ts';
import { completeHonour, HonourFields, type TypedHonour } from './HonourFields.tsx';
import { IssueForm, type Look } from './IssueForm.tsx';
import { IssueJourney } from './IssueJourney.tsx';
import { ReasonInput } from './ReasonInput.tsx';
import { ResultFields } from './ResultFields.tsx';
import { useTemplates } from './use-templates.ts';

/** A certificate in place of a wrong one, which is revoked in the same step (`/certificates/:id/replace`). */
export function ReplaceIssue() {
  const { id = '' } = useParams();
  const { records } = useServices();
  const loaded = useLoaded(
    ['certificate'],
    async () => ({ id, found: await records.get('certificate', id) }),
    [id],
  );
  const [first, setFirst] = useState<Certificate>();
  if (loaded?.id !== id) return null;
  // What was wrong is revoked by the issue: the steps go on with what was there when they began.
  const old = first ?? loaded.found;
  if (!old || (!first && old.revoked)) return <Navigate to={`/certificates/${id}`} replace />;
  if (!first) setFirst(old);
  return <Replacement key={id} id={id} old={old} />;
}

/** The template that it was issued with, as it is now; or the one that came with the app. */
function usualTemplate(templates: readonly OfferedTemplate[], { template, kind }: Certificate): string {
  const same = templates.some(({ id }) => id === template.id);
  return same ? template.id : (shippedTemplates.find(({ content }) => content.kind === kind)?.id ?? '');
}

function Replacement({ id, old }: { readonly id: string; readonly old: Certificate }) {
  const { t } = useTranslation('certificates');
  const [kinds] = useState([old.kind]);
  const templates = useTemplates(kinds);
  const [chosen, setChosen] = useState<Partial<Look>>({});
  const look: Look = {
    templateId: usualTemplate(templates, old),
    translation: old.translation?.place ?? null,
    ...chosen,
  };
  const [reason, setReason] = useState('');
  const [result, setResult] = useState(old.result ?? noResult);
  const { offerTitle: title, area, periodFrom, periodTo } = old;
  const [honour, setHonour] = useState<TypedHonour>({ title, area, periodFrom, periodTo });
  const subject = (): CertificateRequest['about'] | undefined => {
    if (old.groupId === null) return completeHonour(honour);
    const tested = old.result ? completeResult(result) : null;
    if (old.result && !tested) return undefined;
    return { of: 'group', groupId: old.groupId, moduleId: old.module?.id ?? null, result: tested };
  };
  return (
    <IssueJourney
      title={t('replace.title', { name: old.name })}
      back={{ label: t('replace.back'), to: `/certificates/${id}` }}
      next={{ label: t('one.toRegister'), to: '/certificates?tab=register' }}
    >
      {(check) => (
        <IssueForm
          templates={templates}
          look={look}
          onLook={(change) => setChosen({ ...chosen, ...change })}
          besideLook={old.result && <ResultFields result={result} onChange={setResult} />}
          onSubmit={() => {
            const about = subject();
            if (!about || reason.trim() === '') return;
            check([{ participantId: old.participantId, about, ...look, replaces: { id, reason } }]);
          }}
        >
          {(tried) => (
            <>
              <Typography>{t('replace.text', { number: printedNumber(old.number) })}</Typography>
              <ReasonInput
                value={reason}
                onChange={setReason}
                hint={t('reason.hint')}
                tried={tried}
                autoFocus
              />
              {old.groupId === null && <HonourFields honour={honour} onChange={setHonour} tried={tried} />}
            </>
          )}
        </IssueForm>
      )}
    </IssueJourney>
  );
}
