import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { NothingToPrint } from './NothingToPrint.tsx';
import { PrintPage } from './PrintPage.tsx';
import { groupRoster } from './print-data.ts';

/** `/print/roster?group=…`: who is in a group. */
export function GroupRosterPage() {
  const { t } = useTranslation('lists');
  const [search] = useSearchParams();
  const id = search.get('group');
  const group = useEntries('courseGroup').find((entry) => entry.id === id);
  if (group) return <Roster group={group} />;
  return (
    <NothingToPrint
      title={t('roster.title')}
      back={{ label: t('back.courses'), to: '/courses' }}
      heading={t('roster.missingTitle')}
      text={t('roster.missingText')}
    />
  );
}

function Roster({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('lists');
  const services = useServices();
  const make = useCallback<MakePdf>(
    async (options) => makeLists(await groupRoster(services, group), options),
    [services, group],
  );
  return (
    <PrintPage
      title={t('roster.title')}
      about={group.name}
      back={{ label: t('back.group'), to: `/courses/groups/${group.id}` }}
      kind="group-roster"
      landscape={false}
      working={t('working')}
      make={make}
      noted={() => services.commands.execute('courseGroup.printRoster', { ids: [group.id] })}
    />
  );
}
