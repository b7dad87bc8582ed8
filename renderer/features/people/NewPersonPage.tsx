import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { fullName } from '#shared/domain/names.ts';
import { keepDraft, takeDraft } from './left-drafts.ts';
import { PersonForm } from './PersonForm.tsx';
import { emptyDraft, isSameDraft } from './person-draft.ts';

const address = '/people/new';

/** `/people/new`: one name and Enter are enough. */
export function NewPersonPage() {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const navigate = useNavigate();
  const say = useNotice();
  const offerUndo = useUndo();
  const failureText = useFailureText();
  const [initial] = useState(() => takeDraft(address) ?? emptyDraft);
  return (
    <Page title={t('new.title')} back={{ label: t('list.title'), to: '/people' }}>
      <Sheet sx={{ maxWidth: 960 }}>
        <PersonForm
          initial={initial}
          submitLabel={t('new.save')}
          onSave={async (person) => {
            const answer = await commands.execute('participant.create', person);
            if (!answer.ok) return failureText(answer.error);
            say(t('new.saved', { name: fullName(person) }));
            void navigate(`/people/${answer.value.id}`, { replace: true });
            return undefined;
          }}
          onCancel={(draft) => {
            void navigate('/people');
            if (isSameDraft(draft, emptyDraft)) return;
            offerUndo(t('form.left'), () => {
              keepDraft(address, draft);
              void navigate(address);
            });
          }}
        />
      </Sheet>
    </Page>
  );
}
