import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/ui/table/columns.ts';
import type { UnitSums } from '#shared/domain/attendance/ledger.ts';
import type { OfferEntry } from '#shared/domain/directory.ts';
import type { EnrolledPerson } from './use-enrolled.ts';
import { TwoLines, useNameColumn } from './use-enrolled-columns.tsx';

/** Pixels of a module's column. */
const moduleWidth = 104;

/** Pixels that the table by modules needs at least, so that the names stay readable. */
export const widthByModules = (columns: number): number => 220 + (columns - 1) * moduleWidth;

/** A column a module with UE attended of UE offered, and what is not recorded said as such. */
export function useModuleColumns(
  offer: OfferEntry | undefined,
  people: readonly EnrolledPerson[],
): readonly Column<EnrolledPerson>[] {
  const { t } = useTranslation('courses');
  const name = useNameColumn();
  return useMemo(() => {
    const column = (id: string | null, label: string): Column<EnrolledPerson> => {
      const sumsOf = ({ sums }: EnrolledPerson): UnitSums | undefined => sums.byModule.get(id);
      return {
        ...{ key: id ?? 'none', label, width: moduleWidth },
        render: (row) => {
          const sums = sumsOf(row);
          if (!sums)
            return (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {t('enrolled.notYet')}
              </Box>
            );
          const open = sums.notRecorded > 0 ? t('enrolled.notRecorded', { count: sums.notRecorded }) : null;
          const { attended, offered } = sums;
          return <TwoLines first={t('enrolled.unitsOf', { attended, offered })} second={open} />;
        },
        sortBy: (row) => sumsOf(row)?.attended ?? -1,
      };
    };
    const modules = (offer?.modules ?? []).map(({ id, title }) => column(id, title));
    const hasOthers = people.some(({ sums }) => sums.byModule.has(null));
    return [name, ...modules, ...(hasOthers ? [column(null, t('enrolled.withoutModule'))] : [])];
  }, [t, name, offer, people]);
}
