import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import { completeHonour, HonourFields, noHonour, type TypedHonour } from './HonourFields.tsx';
import { IssueForm, type Look } from './IssueForm.tsx';
import { IssueJourney } from './IssueJourney.tsx';
import { useTemplates } from './use-templates.ts';

const kinds = ['honour'] as const;

/** A badge of honour for a volunteer (`/certificates/honour/:id`). */
export function HonourIssue() {
  const { id = '' } = useParams();
  return <HonourTo key={id} participantId={id} />;
}

function HonourTo({ participantId }: { readonly participantId: string }) {
  const { t } = useTranslation('certificates');
  const { directory } = useServices();
  const person = directory.get('participant', participantId);
  const name = person ? listName(person) : '';
  const templates = useTemplates(kinds);
  const [honour, setHonour] = useState<TypedHonour>(noHonour);
  const [look, setLook] = useState<Look>({ templateId: 'honour', translation: null });
  const back = `/people/${participantId}`;
  return (
    <IssueJourney
      title={t('honour.title', { name })}
      back={{ label: name, to: back }}
      next={{ label: t('person.toPerson'), to: back }}
      onIssued={() => setHonour(noHonour)}
    >
      {(check) => (
        <IssueForm
          templates={templates}
          look={look}
          onLook={(change) => setLook({ ...look, ...change })}
          onSubmit={() => {
            const about = completeHonour(honour);
            if (about) check([{ participantId, about, ...look, replaces: null }]);
          }}
        >
          {(tried) => <HonourFields honour={honour} onChange={setHonour} tried={tried} />}
        </IssueForm>
      )}
    </IssueJourney>
  );
}
