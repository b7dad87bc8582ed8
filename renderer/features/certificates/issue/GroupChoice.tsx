import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';

interface Row {
  readonly group: CourseGroupEntry;
  readonly offerTitle: string;
}
const rowKey = ({ group }: Row): string => group.id;

/** Days between today and the end, either way: certificates are written around the end of a course. */
function distance({ group }: Row, today: string): number {
  return Math.abs(Date.parse(group.endsOn) - Date.parse(today));
}

function useRows(): readonly Row[] {
  const groups = useEntries('courseGroup');
  const offers = useEntries('offer');
  const { clock } = useServices();
  const today = clock.today();
  return useMemo(() => {
    const titles = new Map(offers.map(({ id, title }) => [id, title]));
    return groups
      .map((group): Row => ({ group, offerTitle: titles.get(group.offerId) ?? '' }))
      .sort(
        (a, b) => distance(a, today) - distance(b, today) || a.group.name.localeCompare(b.group.name, 'de'),
      );
  }, [groups, offers, today]);
}

/** Step one: the group, those that end about now first. */
export function GroupChoice({ onChoose }: { readonly onChoose: (groupId: string) => void }) {
  const { t } = useTranslation('certificates');
  const { clock } = useServices();
  const rows = useRows();
  const today = clock.today();
  const columns = useMemo(
    () => [
      {
        key: 'name',
        label: t('groups.name'),
        width: '1.6fr',
        render: ({ group }: Row) => group.name,
        sortBy: ({ group }: Row) => group.name,
      },
      {
        key: 'offer',
        label: t('groups.offer'),
        width: '2fr',
        render: ({ offerTitle }: Row) => offerTitle,
        sortBy: ({ offerTitle }: Row) => offerTitle,
      },
      {
        key: 'period',
        label: t('groups.period'),
        width: 208,
        render: ({ group }: Row) =>
          t('groups.periodRange', { from: germanDate(group.startsOn), to: germanDate(group.endsOn) }),
        sortBy: ({ group }: Row) => group.endsOn,
      },
      {
        key: 'state',
        label: t('groups.state'),
        width: 124,
        render: ({ group }: Row) =>
          t(
            group.endsOn < today
              ? 'groups.ended'
              : group.startsOn > today
                ? 'groups.planned'
                : 'groups.running',
          ),
      },
    ],
    [t, today],
  );
  const open = useCallback(({ group }: Row) => onChoose(group.id), [onChoose]);
  if (rows.length === 0) {
    return (
      <Sheet>
        <EmptyState
          icon={<SchoolOutlined />}
          title={t('groups.emptyTitle')}
          text={t('groups.emptyText')}
          action={
            <Button variant="contained" component={RouterLink} to="/courses">
              {t('groups.toCourses')}
            </Button>
          }
        />
      </Sheet>
    );
  }
  return (
    <Box>
      <Typography sx={{ mb: 1.5, color: 'text.secondary' }}>{t('groups.intro')}</Typography>
      <Sheet padded={false}>
        <VirtualTable
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          onOpen={open}
          label={t('groups.label')}
          maxHeight="max(280px, calc(100dvh - 256px))"
        />
      </Sheet>
    </Box>
  );
}
