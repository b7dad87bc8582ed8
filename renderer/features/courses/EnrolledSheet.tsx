import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { occupancyOf } from '#shared/domain/waiting-list.ts';
import { EndEnrolmentDialog } from './EndEnrolmentDialog.tsx';
import { EnrolBar } from './EnrolBar.tsx';
import { EnrolledTable } from './EnrolledTable.tsx';
import { useEnrolled, useGroupPlaces } from './use-enrolled.ts';
import { WaitingList } from './WaitingList.tsx';

const nobody: ReadonlySet<string> = new Set();

/** Who is in the group and who waits: enrol, see how much each attended, end places. */
export function EnrolledSheet({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('courses');
  const { commands, directory } = useServices();
  const enrolled = useEnrolled(group.id);
  const { places, waiting } = useGroupPlaces(group.id);
  const [selected, setSelected] = useState(nobody);
  const [ending, setEnding] = useState(false);
  const [byModule, setByModule] = useState(false);
  const chosen = useMemo(
    () => enrolled?.filter(({ open, person }) => open && selected.has(person.id)) ?? [],
    [enrolled, selected],
  );
  const offer = directory.get('offer', group.offerId);
  const hasModules = (offer?.modules.length ?? 0) > 0;
  const occupancy = occupancyOf(places, group.capacity);
  const { taken } = occupancy;
  return (
    <Sheet padded={false}>
      <Box sx={{ p: 2, pb: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1, minHeight: 40 }}>
          <Typography variant="h2">{t('enrolled.title')}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>
            {group.capacity === null
              ? t('enrolled.count', { count: taken })
              : t('enrolled.countOf', { count: taken, capacity: group.capacity })}
          </Typography>
          <Typography sx={{ color: 'waits.text', flex: 1 }}>
            {waiting.length > 0 && t('enrolled.waitingCount', { count: waiting.length })}
          </Typography>
          {chosen.length > 0 && (
            <Button variant="outlined" onClick={() => setEnding(true)}>
              {t('end.button', { count: chosen.length })}
            </Button>
          )}
          {hasModules && (
            <ToggleButtonGroup
              size="small"
              exclusive
              value={byModule}
              onChange={(_event, wanted: boolean | null) => setByModule(wanted ?? byModule)}
              aria-label={t('enrolled.view')}
              sx={{ '& .MuiToggleButton-root': { color: 'text.primary', py: 0.5 } }}
            >
              <ToggleButton value={false}>{t('enrolled.viewTotal')}</ToggleButton>
              <ToggleButton value={true}>{t('enrolled.viewModules')}</ToggleButton>
            </ToggleButtonGroup>
          )}
        </Box>
        {commands.allows('enrolment.add') && <EnrolBar group={group} places={places} occupancy={occupancy} />}
        {commands.allows('enrolment.add') && occupancy.free === 0 && (
          <Alert severity="info" sx={{ mt: 1 }}>
            {t('enrolled.full')}
          </Alert>
        )}
      </Box>
      {enrolled?.length === 0 && waiting.length === 0 && (
        <EmptyState title={t('enrolled.emptyTitle')} text={t('enrolled.emptyText')} />
      )}
      {enrolled && enrolled.length > 0 && (
        <EnrolledTable
          rows={enrolled}
          offer={offer}
          byModule={byModule && hasModules}
          selected={selected}
          onSelect={commands.allows('enrolment.end') ? setSelected : undefined}
        />
      )}
      {waiting.length > 0 && <WaitingList waiting={waiting} />}
      <EndEnrolmentDialog
        open={ending}
        groupId={group.id}
        people={chosen}
        onClose={(done) => {
          setEnding(false);
          if (done) setSelected(nobody);
        }}
      />
    </Sheet>
  );
}
