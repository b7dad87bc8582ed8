import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makePaper } from '#renderer/documents/make-documents.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { Participant } from '#shared/domain/records/participant.ts';
import { explanationSheet, ownWeekPlan } from './own-week.ts';
import { PapersBar } from './PapersBar.tsx';
import { usePapersAddress } from './use-papers-address.ts';

/** `/people/:id/papers`: what a person can be given in their own language. */
export function PapersPage() {
  const { t } = useTranslation('resident-papers');
  const { t: people } = useTranslation('people');
  const { id = '' } = useParams();
  const { records } = useServices();
  const loaded = useLoaded(
    ['participant'],
    async () => ({ id, person: await records.get('participant', id) }),
    [id],
  );
  const person = loaded?.id === id ? loaded.person : undefined;
  if (person?.mergedInto) return <Navigate to={`/people/${person.mergedInto}/papers`} replace />;
  if (person) return <OpenPapers key={id} id={id} person={person} />;
  return (
    <Page title={t('title')} back={{ label: people('list.title'), to: '/people' }}>
      {loaded?.id === id && (
        <Sheet>
          <EmptyState
            title={people('person.missingTitle')}
            text={people('person.missingText')}
            action={
              <Button component={Link} to="/people" variant="contained">
                {people('person.toList')}
              </Button>
            }
          />
        </Sheet>
      )}
    </Page>
  );
}

interface OpenPapersProps {
  readonly id: string;
  readonly person: Participant;
}

function OpenPapers({ id, person }: OpenPapersProps) {
  const { t } = useTranslation('resident-papers');
  const services = useServices();
  const address = usePapersAddress(person.languages);
  const { paper, language, monday } = address;
  const make = useCallback<MakePdf>(
    async (options) =>
      makePaper(
        paper === 'sheet'
          ? await explanationSheet(services, language)
          : await ownWeekPlan(services, { id, person, monday, language }),
        options,
      ),
    [services, id, person, paper, language, monday],
  );
  return (
    <Page title={t('title')} back={{ label: t('back'), to: `/people/${id}` }}>
      <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 1.5 }}>
        {t('about', { name: fullName(person) })}
      </Typography>
      <PapersBar {...address} />
      <DocumentDesk
        kind={paper === 'sheet' ? 'explanation-sheet' : 'own-week-plan'}
        landscape={false}
        make={make}
        working={t('working')}
        label={t(`choose.${paper}`)}
        noted={(deed) => services.commands.execute(`paper.${deed}`, { ids: [id] })}
        focusPrint
      />
    </Page>
  );
}
