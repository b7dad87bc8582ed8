import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEntries } from '#renderer/services/use-services.ts';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { OfferEntry } from '#shared/domain/directory.ts';
import { NoOffers } from './FirstSteps.tsx';

interface OfferRow {
  readonly offer: OfferEntry;
  readonly partners: string;
  readonly groups: number;
}

/** The offers, with who runs them and in how many groups. */
export function OffersTab() {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const offers = useEntries('offer');
  const partners = useEntries('partner');
  const groups = useEntries('courseGroup');
  const rows = useMemo<readonly OfferRow[]>(() => {
    const nameOf = new Map(partners.map(({ id, name, shortName }) => [id, shortName ?? name]));
    return offers
      .map((offer) => ({
        offer,
        partners: offer.partnerIds.flatMap((id) => nameOf.get(id) ?? []).join(', '),
        groups: groups.filter(({ offerId }) => offerId === offer.id).length,
      }))
      .sort((a, b) => a.offer.title.localeCompare(b.offer.title, 'de'));
  }, [offers, partners, groups]);
  const columns = useMemo<readonly Column<OfferRow>[]>(
    () => [
      {
        key: 'title',
        label: t('offers.columns.title'),
        width: '3fr',
        render: ({ offer }) => <b>{offer.title}</b>,
        sortBy: ({ offer }) => offer.title,
      },
      {
        key: 'area',
        label: t('offers.columns.area'),
        width: '2fr',
        render: ({ offer }) => t(`areas.${offer.area}`),
        sortBy: ({ offer }) => offer.area,
      },
      {
        key: 'level',
        label: t('offers.columns.level'),
        width: 120,
        render: ({ offer }) => offer.level,
        sortBy: ({ offer }) => offer.level ?? '',
      },
      {
        key: 'units',
        label: t('offers.columns.units'),
        width: 80,
        render: ({ offer }) => offer.uePlanned,
        sortBy: ({ offer }) => offer.uePlanned,
      },
      {
        key: 'partners',
        label: t('offers.columns.partners'),
        width: '2fr',
        render: (row) => row.partners,
        sortBy: (row) => row.partners,
      },
      {
        key: 'groups',
        label: t('offers.columns.groups'),
        width: 100,
        render: (row) => row.groups,
        sortBy: (row) => row.groups,
      },
    ],
    [t],
  );
  if (offers.length === 0) return <NoOffers />;
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={({ offer }) => offer.id}
      onOpen={({ offer }) => void navigate(`/courses/offers/${offer.id}`)}
      label={t('offers.table')}
    />
  );
}
