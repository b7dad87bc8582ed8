import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import { useTranslation } from 'react-i18next';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';

interface OfferedSessionsProps {
  readonly sessions: readonly KioskSession[];
  /** Ids of those that the kiosk does not offer. */
  readonly left: ReadonlySet<string>;
  readonly onChange: (left: ReadonlySet<string>) => void;
}

/** Which of today's sessions the kiosk offers; all of them unless someone says otherwise. */
export function OfferedSessions({ sessions, left, onChange }: OfferedSessionsProps) {
  const { t } = useTranslation('kiosk-start');
  const { t: inApp } = useTranslation('app');
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {t('sessions')}
      </FormLabel>
      <FormGroup>
        {sessions.map(({ id, title, startsAt, endsAt, room, walkIns }) => (
          <FormControlLabel
            key={id}
            control={<Checkbox checked={!left.has(id)} onChange={() => toggle(id)} />}
            label={[
              inApp('today.times', { from: clockTime(startsAt), to: clockTime(endsAt) }),
              title,
              ...(room === null ? [] : [inApp('today.room', { room })]),
              ...(walkIns ? [t('walkIns')] : []),
            ].join(' · ')}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
