import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useTakenEntry } from '#renderer/services/use-begun-entry.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { NewParticipant, Participant } from '#shared/domain/records/participant.ts';
import { keepDraft, takeDraft } from './left-drafts.ts';
import { changesFrom, draftOf, isSameDraft, type PersonDraft } from './person-draft.ts';

interface Editing {
  /** What the form began with; `undefined` while it is not open. */
  readonly editing: PersonDraft | undefined;
  /** The button that opens the form; it has the focus again when the form is closed. */
  readonly editButton: RefObject<HTMLButtonElement | null>;
  start(): void;
  /** Resolves to the sentence to show if it could not be saved. */
  save(after: NewParticipant): Promise<string | undefined>;
  /** Closes the form; what was typed is offered back. */
  cancel(draft: PersonDraft): void;
}

/** Changing a person in place. */
export function useEditing(id: string, person: Participant): Editing {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const navigate = useNavigate();
  const address = `/people/${id}`;
  const taken = useTakenEntry<PersonDraft>();
  const [editing, setEditing] = useState(() => takeDraft(address) ?? taken);
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
  const save = async (after: NewParticipant): Promise<string | undefined> => {
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
  return { editing, editButton, start: () => setEditing(draftOf(person)), save, cancel };
}
