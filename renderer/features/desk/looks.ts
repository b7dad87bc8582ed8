/** How what happens at the desk looks: an icon, a colour and (elsewhere) a word, none of which carries it alone. */
import type { SvgIconComponent } from '@mui/icons-material';
import Check from '@mui/icons-material/Check';
import DoneAll from '@mui/icons-material/DoneAll';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import GroupOff from '@mui/icons-material/GroupOff';
import HelpOutlined from '@mui/icons-material/HelpOutlined';
import HighlightOff from '@mui/icons-material/HighlightOff';
import Login from '@mui/icons-material/Login';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import PersonAddAlt from '@mui/icons-material/PersonAddAlt';
import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import Undo from '@mui/icons-material/Undo';
import { LateIcon } from '#renderer/ui/attendance-icons.tsx';
import type { StatusName } from '#renderer/ui/theme/palette.ts';
import type { Tone } from '#renderer/ui/tones.ts';
import type { DeskVerdict } from '#shared/domain/desk/fitting-session.ts';
import type { LogEntry } from './desk-log.ts';

export type LookName =
  | 'idle'
  | 'go'
  | 'pending'
  | 'done'
  | 'late'
  | 'already'
  | 'choose'
  | 'walk-in'
  | 'full'
  | 'none'
  | 'departed'
  | 'refused'
  | 'failed'
  | 'undone';

interface Look {
  readonly Icon: SvgIconComponent;
  readonly colour: StatusName;
}

export const looks: Readonly<Record<LookName, Look>> = {
  idle: { Icon: QrCodeScanner, colour: 'notRecorded' },
  go: { Icon: Login, colour: 'present' },
  pending: { Icon: MoreHoriz, colour: 'notRecorded' },
  done: { Icon: Check, colour: 'present' },
  late: { Icon: LateIcon, colour: 'late' },
  already: { Icon: DoneAll, colour: 'excused' },
  choose: { Icon: HelpOutlined, colour: 'late' },
  'walk-in': { Icon: PersonAddAlt, colour: 'late' },
  full: { Icon: GroupOff, colour: 'absent' },
  none: { Icon: EventBusyOutlined, colour: 'excused' },
  departed: { Icon: LogoutOutlined, colour: 'absent' },
  refused: { Icon: HighlightOff, colour: 'absent' },
  failed: { Icon: ErrorOutlined, colour: 'absent' },
  undone: { Icon: Undo, colour: 'excused' },
};

export function lookOfVerdict(verdict: DeskVerdict): LookName {
  switch (verdict.kind) {
    case 'check-in':
      return verdict.late === null ? 'go' : 'late';
    case 'no-session':
      return 'none';
    default:
      return verdict.kind;
  }
}

export function lookOfEntry(entry: LogEntry): LookName {
  if (entry.kind === 'note') {
    const { kind } = entry.remark;
    if (kind === 'already' || kind === 'departed') return kind;
    return kind === 'no-session' || kind === 'nothing-on' ? 'none' : 'refused';
  }
  switch (entry.state) {
    case 'saved':
      return entry.mark.mark === 'late' ? 'late' : 'done';
    case 'pending':
    case 'undoing':
      return 'pending';
    case 'undone':
      return 'undone';
    default:
      return 'failed';
  }
}

/** What the ear is told; nothing while it is still being saved. */
export const toneOf: Readonly<Partial<Record<LookName, Tone>>> = {
  ...{ done: 'done', late: 'done', undone: 'attention', already: 'attention' },
  ...{ none: 'refused', departed: 'refused', refused: 'refused', failed: 'refused' },
};
