import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import {
  findLikelySame,
  type LikelyPerson,
  useLikelySame,
} from '#renderer/services/likely-same/use-likely-same.ts';
import { useTakenEntry } from '#renderer/services/use-begun-entry.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { TakenOver } from '#shared/domain/people/taken-over.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { LikelyAside } from './duplicates/LikelyAside.tsx';
import { SamePersonDialog } from './duplicates/SamePersonDialog.tsx';
import { keepDraft, takeDraft } from './left-drafts.ts';
import { PersonForm } from './PersonForm.tsx';
import { enteredSoFar, isSameDraft, type PersonDraft } from './person-draft.ts';
import { draftOfName, namedBefore, type WalkInOrigin, walkInName, walkInOrigin } from './walk-in-origin.ts';

const address = '/people/new';

/** `/people/new`: one name and Enter are enough. With the ids of a walk-in, their name is filled in already. */
export function NewPersonPage() {
  const [query] = useSearchParams();
  const { state, key } = useLocation();
  const origin = walkInOrigin(query);
  if (!origin) return <NewPerson key={key} begun={namedBefore(state)} origin={undefined} />;
  return <NewWalkIn key={query.toString()} origin={origin} />;
}

function NewWalkIn({ origin }: { readonly origin: WalkInOrigin }) {
  const services = useServices();
  const begun = useLoaded([], async () => draftOfName(await walkInName(services, origin)), [origin.entryId]);
  return begun && <NewPerson begun={begun} origin={origin} />;
}

interface NewPersonProps {
  /** What the form holds before somebody typed. */
  readonly begun: PersonDraft;
  readonly origin: WalkInOrigin | undefined;
}

function NewPerson({ begun, origin }: NewPersonProps) {
  const { t } = useTranslation(['people', 'duplicates']);
  const { clock, directory } = useServices();
  const navigate = useNavigate();
  const offerUndo = useUndo();
  const taken = useTakenEntry<PersonDraft>();
  const [initial] = useState(() => takeDraft(address) ?? taken ?? begun);
  const [draft, setDraft] = useState(initial);
  const entered = useMemo(() => enteredSoFar(draft, clock.today()), [draft, clock]);
  const found = useLikelySame(entered);
  const { create, takeOver } = useNewPerson(origin);
  /** What was to be saved when somebody was found who is likely the same person. */
  const [asked, setAsked] = useState<{
    readonly person: NewParticipant;
    readonly likely: readonly LikelyPerson[];
  }>();
  const [failure, setFailure] = useState<string>();
  const leaveTo = (to: string): void => {
    void navigate(to);
    if (isSameDraft(draft, begun)) return;
    offerUndo(t('form.left'), () => {
      keepDraft(address, draft);
      void navigate(address);
    });
  };
  return (
    <Page
      title={t('new.title')}
      back={
        origin
          ? { label: t('duplicates:backToGuest'), to: origin.backTo() }
          : { label: t('list.title'), to: '/people' }
      }
    >
      <Box sx={columnsLook}>
        <Sheet>
          {failure !== undefined && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {failure}
            </Alert>
          )}
          <PersonForm
            initial={initial}
            begun={begun}
            submitLabel={t('new.save')}
            onDraft={setDraft}
            onSave={async (person) => {
              const likely = await findLikelySame(directory, person);
              if (likely.length === 0) return await create(person, []);
              setAsked({ person, likely });
              return undefined;
            }}
            onCancel={() => leaveTo(origin?.backTo() ?? '/people')}
          />
        </Sheet>
        {entered && (
          <LikelyAside
            found={found}
            entered={entered}
            onOpen={(person) => leaveTo(origin?.backTo(person.id) ?? `/people/${person.id}`)}
            openLabel={t(origin ? 'duplicates:aside.link' : 'duplicates:aside.open')}
          />
        )}
      </Box>
      {asked && (
        <SamePersonDialog
          entered={asked.person}
          found={asked.likely}
          onSame={(person, changes) => void takeOver(person, changes)}
          onApart={() => {
            setAsked(undefined);
            void create(
              asked.person,
              asked.likely.map(({ person }) => person.id),
            ).then(setFailure);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

interface NewPersonDeeds {
  /** Creates somebody who is not one of `apart`. Resolves to the sentence to show if it could not be saved. */
  create(person: NewParticipant, apart: readonly string[]): Promise<string | undefined>;
  /** It is somebody who is there already: opens them, with what is new of them taken over. */
  takeOver(person: PersonEntry, changes: TakenOver): Promise<void>;
}

function useNewPerson(origin: WalkInOrigin | undefined): NewPersonDeeds {
  const { t } = useTranslation(['people', 'duplicates']);
  const { commands } = useServices();
  const navigate = useNavigate();
  const say = useNotice();
  const offerUndo = useUndo();
  const failureText = useFailureText();
  const goTo = (id: string): void => void navigate(origin?.backTo(id) ?? `/people/${id}`, { replace: true });
  return {
    create: async (person, apart) => {
      const answer = await commands.execute('participant.create', person);
      if (!answer.ok) return failureText(answer.error);
      const { id } = answer.value;
      if (apart.length > 0) {
        const pairs = apart.map((other): [string, string] => [id, other]);
        const remembered = await commands.execute('participant.distinguish', { pairs });
        if (!remembered.ok) say(failureText(remembered.error), 'error');
      }
      say(t('new.saved', { name: fullName(person) }));
      goTo(id);
      return undefined;
    },
    takeOver: async (person, changes) => {
      const { id } = person;
      goTo(id);
      const fields = Object.keys(changes) as (keyof TakenOver)[];
      if (fields.length === 0) return;
      const answer = await commands.execute('participant.update', { id, changes });
      if (!answer.ok) {
        say(failureText(answer.error), 'error');
        return;
      }
      const before = Object.fromEntries(fields.map((field) => [field, person[field]]));
      offerUndo(t('person.saved', { name: fullName(person) }), () => {
        void commands.execute('participant.update', { id, changes: before }).then((taken) => {
          if (!taken.ok) say(failureText(taken.error), 'error');
        });
      });
    },
  };
}

const columnsLook = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 960px) minmax(280px, 1fr)' },
  alignItems: 'start',
} as const;
