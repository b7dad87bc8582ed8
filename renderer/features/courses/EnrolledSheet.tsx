import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { EndEnrolmentDialog } from './EndEnrolmentDialog.tsx';
import { EnrolBar } from './EnrolBar.tsx';
import { useEnrolled } from './use-enrolled.ts';
import { useEnrolledColumns } from './use-enrolled-columns.tsx';

const nobody: ReadonlySet<string> = new Set();

/** Who is in the group: enrol, see how much each attended, end places. */
export function EnrolledSheet({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('courses');
  const { commands } = useServices();
  const navigate = useNavigate();
  const enrolled = useEnrolled(group.id);
  const columns = useEnrolledColumns();
  const [selected, setSelected] = useState(nobody);
  const [ending, setEnding] = useState(false);
  const open = useMemo(() => enrolled?.filter((one) => one.open) ?? [], [enrolled]);
  const chosen = open.filter(({ person }) => selected.has(person.id));
  const mayEnrol = commands.allows('enrolment.add');
  const places =
    group.capacity === null
      ? t('enrolled.count', { count: open.length })
      : t('enrolled.countOf', { count: open.length, capacity: group.capacity });
  return (
    <Sheet padded={false}>
      <Box sx={{ p: 2, pb: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1, minHeight: 40 }}>
          <Typography variant="h2">{t('enrolled.title')}</Typography>
          <Typography sx={{ color: 'text.secondary', flex: 1 }}>{enrolled && places}</Typography>
          {chosen.length > 0 && (
            <Button variant="outlined" onClick={() => setEnding(true)}>
              {t('end.button', { count: chosen.length })}
            </Button>
          )}
        </Box>
        {mayEnrol && enrolled && (
          <EnrolBar group={group} enrolledIds={new Set(open.map(({ person }) => person.id))} />
        )}
        {mayEnrol && group.capacity !== null && enrolled && open.length >= group.capacity && (
          <Alert severity="info" sx={{ mt: 1 }}>
            {t('enrolled.full')}
          </Alert>
        )}
      </Box>
      {enrolled?.length === 0 && (
        <EmptyState title={t('enrolled.emptyTitle')} text={t('enrolled.emptyText')} />
      )}
      {enrolled && enrolled.length > 0 && (
        <VirtualTable
          rows={enrolled}
          columns={columns}
          rowKey={({ person }) => person.id}
          onOpen={({ person }) => void navigate(`/people/${person.id}`)}
          selected={selected}
          onSelect={commands.allows('enrolment.end') ? setSelected : undefined}
          label={t('enrolled.title')}
          rowHeight={40}
          maxHeight="max(240px, calc(100dvh - 346px))"
        />
      )}
      <EndEnrolmentDialog
        open={ending}
        people={chosen}
        onClose={(done) => {
          setEnding(false);
          if (done) setSelected(nobody);
        }}
      />
    </Sheet>
  );
}
