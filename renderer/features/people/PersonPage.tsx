import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useRelatedOverwritten } from '#renderer/services/overwritten/use-related-overwritten.ts';
import { useDamage, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import { hasDeparted, type Participant } from '#shared/domain/records/participant.ts';
import { AccountSheet } from './AccountSheet.tsx';
import { BadgeSheet } from './BadgeSheet.tsx';
import { DepartDialog } from './DepartDialog.tsx';
import { DepartedNote } from './DepartedNote.tsx';
import { DataProtectionSheet } from './data-protection/DataProtectionSheet.tsx';
import { MergeNotes } from './duplicates/MergeNotes.tsx';
import { EnrolPersonDialog } from './EnrolPersonDialog.tsx';
import { PapersSheet } from './PapersSheet.tsx';
import { PersonCertificates } from './PersonCertificates.tsx';
import { PersonDetails } from './PersonDetails.tsx';
import { PersonForm } from './PersonForm.tsx';
import { draftOf } from './person-draft.ts';
import { useDeparture } from './use-departure.ts';
import { useEditing } from './use-editing.ts';
import { usePersonAccount } from './use-person-account.ts';

/** `/people/:id`: everything about one person. Opening it leaves an entry in the audit log. */
export function PersonPage() {
  const { id = '' } = useParams();
  return <PersonById key={id} id={id} />;
}

function PersonById({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { commands, records, directory } = useServices();
  const loaded = useLoaded(['participant'], async () => ({ person: await records.get('participant', id) }), [
    id,
  ]);
  const refused = useDamage().some((row) => row.table === 'participant' && row.id === id);
  const person = loaded?.person;
  const there = person !== undefined && person.mergedInto === null;
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
    // The directory knows everybody's name; the record is there for whoever may read it.
    const why = refused ? 'refused' : directory.get('participant', id) ? 'notOwn' : 'missing';
    return (
      <Page title={t('person.title')} back={back}>
        <Sheet>
          <EmptyState
            title={t(`person.${why}Title`)}
            text={t(`person.${why}Text`)}
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
  // The record goes on in another one; whatever still names it leads there.
  if (person.mergedInto !== null) return <Navigate to={`/people/${person.mergedInto}`} replace />;
  return <OpenPerson id={id} person={person} />;
}

interface OpenPersonProps {
  readonly id: string;
  readonly person: Participant;
}

function OpenPerson({ id, person }: OpenPersonProps) {
  const { t } = useTranslation(['people', 'common']);
  const { commands, clock } = useServices();
  const { editing, editButton, start, save, cancel } = useEditing(id, person);
  const { account, certificates, issued } = usePersonAccount(id);
  const { risen, depart, comeBack } = useDeparture(id, person);
  const related = useRelatedOverwritten('participantId', id);
  const [dialog, setDialog] = useState<'enrol' | 'depart'>();
  const close = (): void => setDialog(undefined);
  const name = fullName(person);
  const departed = hasDeparted(person, clock.today());
  return (
    <Page
      title={name}
      back={{ label: t('list.title'), to: '/people' }}
      actions={
        !editing && (
          <>
            {!departed && commands.allows('participant.depart') && (
              <Button variant="outlined" onClick={() => setDialog('depart')}>
                {t('departure.action')}
              </Button>
            )}
            {!departed && commands.allows('enrolment.add') && (
              <Button variant="outlined" onClick={() => setDialog('enrol')}>
                {t('enrol.action')}
              </Button>
            )}
            {commands.allows('participant.update') && (
              <Button ref={editButton} variant="contained" onClick={start}>
                {t('person.edit')}
              </Button>
            )}
          </>
        )
      }
    >
      {departed && person.departedOn !== null && (
        <DepartedNote
          departedOn={person.departedOn}
          account={account}
          issued={issued}
          risen={risen}
          onBack={() => {
            // The note goes, and its button with it.
            void comeBack().then(() => editButton.current?.focus());
          }}
        />
      )}
      <OverwrittenEdits of={[{ kind: 'participant', id }, ...related]} />
      <MergeNotes id={id} name={name} onTakenBack={() => editButton.current?.focus()} />
      <Box sx={columnsLook}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Sheet>
            {editing ? (
              <PersonForm
                initial={editing}
                begun={draftOf(person)}
                personId={id}
                submitLabel={t('common:save')}
                onSave={save}
                onCancel={cancel}
              />
            ) : (
              <PersonDetails person={person} />
            )}
          </Sheet>
          <PapersSheet id={id} person={person} />
          <DataProtectionSheet id={id} name={name} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <AccountSheet account={account} issued={issued} />
          <BadgeSheet personId={id} />
          <PersonCertificates certificates={certificates} personId={id} />
        </Box>
      </Box>
      <EnrolPersonDialog open={dialog === 'enrol'} id={id} name={name} onClose={close} />
      <DepartDialog open={dialog === 'depart'} id={id} name={name} onDepart={depart} onClose={close} />
    </Page>
  );
}

const columnsLook = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
  alignItems: 'start',
} as const;
