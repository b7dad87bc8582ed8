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
import { PersonForm } from './PersonForm.tsx';
import { emptyDraft, isSameDraft, type PersonDraft } from './person-draft.ts';

/** What was typed when someone left; offered back for ten seconds. */
let leftDraft: PersonDraft | undefined;

/** `/people/new`: one name and Enter are enough. */
export function NewPersonPage() {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const navigate = useNavigate();
  const say = useNotice();
  const offerUndo = useUndo();
  const failureText = useFailureText();
  const [initial] = useState(() => {
    const draft = leftDraft ?? emptyDraft;
    leftDraft = undefined;
    return draft;
  });
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
              leftDraft = draft;
              void navigate('/people/new');
            });
          }}
        />
      </Sheet>
    </Page>
  );
}
