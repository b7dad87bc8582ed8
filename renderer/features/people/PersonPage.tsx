import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useDamage, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { fullName } from '#shared/domain/names.ts';
import type { Participant } from '#shared/domain/records/participant.ts';
import { keepDraft, takeDraft } from './left-drafts.ts';
import { PersonCertificates } from './PersonCertificates.tsx';
import { PersonDetails } from './PersonDetails.tsx';
import { PersonEnrolments } from './PersonEnrolments.tsx';
import { PersonForm } from './PersonForm.tsx';
import { changesFrom, draftOf, isSameDraft, type PersonDraft } from './person-draft.ts';

/** `/people/:id`: everything about one person. Opening it leaves an entry in the audit log. */
export function PersonPage() {
  const { id = '' } = useParams();
  return <PersonById key={id} id={id} />;
}

function PersonById({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { commands, records } = useServices();
  const loaded = useLoaded(['participant'], async () => ({ person: await records.get('participant', id) }), [
    id,
  ]);
  const refused = useDamage().some((row) => row.table === 'participant' && row.id === id);
  const person = loaded?.person;
  const there = person !== undefined;
  const noted = useRef(false);
  useEffect(() => {
    if (!there || noted.current) return;
    noted.current = true;
    void commands.execute('participant.view', { ids: [id] });
  }, [there, id, commands]);
  const back = { label: t('list.title'), to: '/people' };
  if (!loaded)
    return (
      <Page title={t('person.title')} back={back}>
        {null}
      </Page>
    );
  if (!person) {
    return (
      <Page title={t('person.title')} back={back}>
        <Sheet>
          <EmptyState
            title={t(refused ? 'person.refusedTitle' : 'person.missingTitle')}
            text={t(refused ? 'person.refusedText' : 'person.missingText')}
            action={
              <Button component={Link} to="/people" variant="contained">
                {t('person.toList')}
              </Button>
            }
          />
        </Sheet>
      </Page>
    );
  }
  return <OpenPerson id={id} person={person} />;
}

function OpenPerson({ id, person }: { readonly id: string; readonly person: Participant }) {
  const { t } = useTranslation(['people', 'common']);
  const { commands } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const navigate = useNavigate();
  const address = `/people/${id}`;
  const [editing, setEditing] = useState(() => takeDraft(address));
  const editButton = useRef<HTMLButtonElement>(null);
  const close = (): void => setEditing(undefined);
  const wasEditing = useRef(false);
  const isEditing = editing !== undefined;
  useEffect(() => {
    // The form took the focus with it; the button that opened it is there again.
    if (wasEditing.current && !isEditing) editButton.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const save = async (after: Participant): Promise<string | undefined> => {
    const changes = changesFrom(person, after);
    if (Object.keys(changes).length === 0) {
      close();
      return undefined;
    }
    const answer = await commands.execute('participant.update', { id, changes });
    if (!answer.ok) return failureText(answer.error);
    close();
    const undone = Object.fromEntries(Object.keys(changes).map((field) => [field, person[field]]));
    offerUndo(t('person.saved', { name: fullName(after) }), () => {
      void commands.execute('participant.update', { id, changes: undone }).then((taken) => {
        if (!taken.ok) say(failureText(taken.error), 'error');
      });
    });
    return undefined;
  };
  const cancel = (draft: PersonDraft): void => {
    close();
    if (isSameDraft(draft, draftOf(person))) return;
    offerUndo(t('form.left'), () => {
      if (isHere.current) return setEditing(draft);
      keepDraft(address, draft);
      void navigate(address);
    });
  };
  return (
    <Page
      title={fullName(person)}
      back={{ label: t('list.title'), to: '/people' }}
      actions={
        !editing && commands.allows('participant.update') ? (
          <Button ref={editButton} variant="contained" onClick={() => setEditing(draftOf(person))}>
            {t('person.edit')}
          </Button>
        ) : undefined
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' },
          alignItems: 'start',
        }}
      >
        <Sheet>
          {editing ? (
            <PersonForm
              initial={editing}
              personId={id}
              submitLabel={t('common:save')}
              onSave={save}
              onCancel={cancel}
            />
          ) : (
            <PersonDetails person={person} />
          )}
        </Sheet>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <PersonEnrolments id={id} />
          <PersonCertificates id={id} />
        </Box>
      </Box>
    </Page>
  );
}
