import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEntries } from '#renderer/services/use-services.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { SubProjectEntry } from '#shared/domain/directory.ts';
import { NoSubProjects } from './FirstSteps.tsx';

interface SubProjectRow {
  readonly subProject: SubProjectEntry;
  readonly partners: string;
  readonly offers: number;
}

/** The Teilprojekte, with who runs them and how many offers belong to them. */
export function SubProjectsTab() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const subProjects = useEntries('subProject');
  const partners = useEntries('partner');
  const offers = useEntries('offer');
  const rows = useMemo<readonly SubProjectRow[]>(() => {
    const nameOf = new Map(partners.map(({ id, name, shortName }) => [id, shortName ?? name]));
    return subProjects
      .map((subProject) => ({
        subProject,
        partners: subProject.partnerIds.flatMap((id) => nameOf.get(id) ?? []).join(', '),
        offers: offers.filter(({ subProjectId }) => subProjectId === subProject.id).length,
      }))
      .sort((a, b) => a.subProject.name.localeCompare(b.subProject.name, 'de'));
  }, [subProjects, partners, offers]);
  const columns = useMemo<readonly Column<SubProjectRow>[]>(
    () => [
      {
        key: 'name',
        label: t('offer.subProject'),
        width: '3fr',
        render: ({ subProject }) => <b>{subProject.name}</b>,
        sortBy: ({ subProject }) => subProject.name,
      },
      {
        key: 'area',
        label: t('offers.columns.area'),
        width: '2fr',
        render: ({ subProject }) => t(`areas.${subProject.area}`),
        sortBy: ({ subProject }) => subProject.area,
      },
      {
        key: 'partners',
        label: t('offers.columns.partners'),
        width: '2fr',
        render: (row) => row.partners,
        sortBy: (row) => row.partners,
      },
      {
        key: 'offers',
        label: t('partners.columns.offers'),
        width: 120,
        render: (row) => row.offers,
        sortBy: (row) => row.offers,
      },
    ],
    [t],
  );
  if (subProjects.length === 0) return <NoSubProjects />;
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={({ subProject }) => subProject.id}
      onOpen={({ subProject }) => void navigate(`/courses/sub-projects/${subProject.id}`)}
      label={t('sub-projects.table')}
    />
  );
}
