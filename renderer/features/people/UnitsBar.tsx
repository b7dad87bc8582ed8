import Box from '@mui/material/Box';
import type { UnitSums } from '#shared/domain/attendance/ledger.ts';

/** UE offered as a bar: attended, excused, missed, not recorded. The words beside it say the same. */
export function UnitsBar({ sums }: { readonly sums: UnitSums }) {
  const { offered, attended, excused, notRecorded } = sums;
  if (offered === 0) return null;
  const missed = offered - attended - excused - notRecorded;
  const parts = [
    { key: 'attended', units: attended, look: { bgcolor: 'primary.main' } },
    { key: 'excused', units: excused, look: { bgcolor: 'status.excused.text' } },
    { key: 'missed', units: missed, look: { bgcolor: 'status.absent.tint' } },
    {
      ...{ key: 'not-recorded', units: notRecorded },
      look: { border: '1px dashed', borderColor: 'line.control' },
    },
  ];
  return (
    <Box
      aria-hidden
      sx={{
        display: 'flex',
        gap: '2px',
        height: 10,
        '& > span': { borderRadius: '3px' },
        '@media (forced-colors: active)': { '& > span': { border: '1px solid CanvasText' } },
      }}
    >
      {parts.map(
        ({ key, units, look }) =>
          units > 0 && <Box component="span" key={key} sx={{ flex: units, ...look }} />,
      )}
    </Box>
  );
}
