import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { OfferEntry } from '#shared/domain/directory.ts';
import type { EnrolledPerson } from './use-enrolled.ts';
import { useEnrolledColumns } from './use-enrolled-columns.tsx';
import { useModuleColumns, widthByModules } from './use-module-columns.tsx';

interface EnrolledTableProps {
  readonly rows: readonly EnrolledPerson[];
  readonly offer: OfferEntry | undefined;
  readonly byModule: boolean;
  readonly selected: ReadonlySet<string>;
  /** `undefined`: rows can't be selected. */
  readonly onSelect: ((selected: ReadonlySet<string>) => void) | undefined;
}

/** The people of a group with their UE, in sum or by the offer's modules. */
export function EnrolledTable({ rows, offer, byModule, selected, onSelect }: EnrolledTableProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const navigate = useNavigate();
  const inSum = useEnrolledColumns(clock.today());
  const byModules = useModuleColumns(offer, rows);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box sx={{ minWidth: byModule ? widthByModules(byModules.length) : undefined }}>
        <VirtualTable
          key={String(byModule)}
          rows={rows}
          columns={byModule ? byModules : inSum}
          rowKey={({ person }) => person.id}
          onOpen={({ person }) => void navigate(`/people/${person.id}`)}
          selected={selected}
          onSelect={onSelect}
          label={t('enrolled.title')}
          rowHeight={44}
          maxHeight="max(240px, calc(100dvh - 346px))"
        />
      </Box>
    </Box>
  );
}
