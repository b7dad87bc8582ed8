import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { PartnerEntry } from '#shared/domain/directory.ts';
import { NoPartners } from './FirstSteps.tsx';
import { type PartnershipState, partnershipOn } from './partner-period.ts';

interface PartnerRow {
  readonly partner: PartnerEntry;
  readonly state: PartnershipState;
  readonly offers: number;
}

/** The partners, those of today first, with how many offers name them. */
export function PartnersTab() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const partners = useEntries('partner');
  const offers = useEntries('offer');
  const today = useServices().clock.today();
  const rows = useMemo<readonly PartnerRow[]>(
    () =>
      partners
        .map((partner) => ({
          partner,
          state: partnershipOn(partner, today),
          offers: offers.filter(({ partnerIds }) => partnerIds.includes(partner.id)).length,
        }))
        .sort(
          (a, b) =>
            Number(a.state === 'ended') - Number(b.state === 'ended') ||
            a.partner.name.localeCompare(b.partner.name, 'de'),
        ),
    [partners, offers, today],
  );
  const columns = useMemo<readonly Column<PartnerRow>[]>(
    () => [
      {
        key: 'name',
        label: t('partners.columns.name'),
        width: '3fr',
        render: ({ partner, state }) => (
          <Box component="b" sx={{ color: state === 'ended' ? 'text.secondary' : 'text.primary' }}>
            {partner.name}
          </Box>
        ),
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
        key: 'period',
        label: t('partners.columns.period'),
        width: '2fr',
        render: ({ partner, state }) => {
          if (state === 'ended') return t('partners.ended', { date: germanDate(partner.validTo ?? '') });
          if (state === 'coming') return t('partners.coming', { date: germanDate(partner.validFrom ?? '') });
          return partner.validTo === null
            ? t('partners.valid')
            : t('partners.validTo', { date: germanDate(partner.validTo) });
        },
        sortBy: ({ partner }) => partner.validTo ?? '~',
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
