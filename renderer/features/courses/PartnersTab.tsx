import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEntries } from '#renderer/services/use-services.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { PartnerEntry } from '#shared/domain/directory.ts';
import { NoPartners } from './FirstSteps.tsx';

interface PartnerRow {
  readonly partner: PartnerEntry;
  readonly offers: number;
}

/** The partners, with how many offers name them. */
export function PartnersTab() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const partners = useEntries('partner');
  const offers = useEntries('offer');
  const rows = useMemo<readonly PartnerRow[]>(
    () =>
      partners
        .map((partner) => ({
          partner,
          offers: offers.filter(({ partnerIds }) => partnerIds.includes(partner.id)).length,
        }))
        .sort((a, b) => a.partner.name.localeCompare(b.partner.name, 'de')),
    [partners, offers],
  );
  const columns = useMemo<readonly Column<PartnerRow>[]>(
    () => [
      {
        key: 'name',
        label: t('partners.columns.name'),
        width: '3fr',
        render: ({ partner }) => <b>{partner.name}</b>,
        sortBy: ({ partner }) => partner.name,
      },
      {
        key: 'shortName',
        label: t('partners.columns.shortName'),
        width: '2fr',
        render: ({ partner }) => partner.shortName,
        sortBy: ({ partner }) => partner.shortName ?? '',
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
  if (partners.length === 0) return <NoPartners />;
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={({ partner }) => partner.id}
      onOpen={({ partner }) => void navigate(`/courses/partners/${partner.id}`)}
      label={t('partners.table')}
    />
  );
}
