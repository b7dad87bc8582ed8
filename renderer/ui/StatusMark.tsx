import type { SvgIconComponent } from '@mui/icons-material';
import Check from '@mui/icons-material/Check';
import Close from '@mui/icons-material/Close';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import { LateIcon, LeftEarlyIcon } from './attendance-icons.tsx';
import type { StatusName } from './theme/palette.ts';

type Status = 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'not-recorded';

const looks: Readonly<
  Record<Status, { readonly colour: StatusName; readonly Icon: SvgIconComponent | null }>
> = {
  present: { colour: 'present', Icon: Check },
  late: { colour: 'late', Icon: LateIcon },
  'left-early': { colour: 'leftEarly', Icon: LeftEarlyIcon },
  excused: { colour: 'excused', Icon: RadioButtonUnchecked },
  absent: { colour: 'absent', Icon: Close },
  'not-recorded': { colour: 'notRecorded', Icon: null },
};

interface StatusMarkProps {
  readonly status: Status;
  readonly label: string;
}

/** A status as icon, word and colour: none of the three carries it alone. What is not recorded is an outline only. */
export function StatusMark({ status, label }: StatusMarkProps) {
  const { colour, Icon } = looks[status];
  const unrecorded = status === 'not-recorded';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        minHeight: 24,
        borderRadius: '6px',
        border: 1,
        borderStyle: unrecorded ? 'dashed' : 'solid',
        borderColor: unrecorded ? 'line.control' : 'transparent',
        color: `status.${colour}.text`,
        bgcolor: `status.${colour}.tint`,
        fontSize: '0.875rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        '@media (forced-colors: active)': { borderColor: 'CanvasText' },
      }}
    >
      {Icon && <Icon aria-hidden sx={{ fontSize: 18 }} />}
      {label}
    </Box>
  );
}
