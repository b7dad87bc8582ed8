import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { addDays, germanDate, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { FormFrame } from './FormFrame.tsx';
import { TextInput } from './TextInput.tsx';
import { type FieldErrors, textOrNull, useDraft } from './use-draft.ts';
import type { PlannedSession } from './use-group-sessions.ts';

interface PlanSessionFormProps {
  readonly group: CourseGroupEntry;
  readonly sessions: readonly PlannedSession[];
  readonly onClose: () => void;
}

interface SessionValues {
  readonly date: string | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly room: string;
}

const usualLength = 90;
const roomLength = 40;

const laterDay = (one: string, other: string): string => (one < other ? other : one);

/** The times used last in this group, or the next quarter of an hour and ninety minutes from there. */
function usualTimes(
  sessions: readonly PlannedSession[],
  now: Date,
): Pick<SessionValues, 'startsAt' | 'endsAt'> {
  const last = sessions[0]?.session;
  if (last) return { startsAt: last.startsAt, endsAt: last.endsAt };
  const next = Math.min(Math.ceil(minuteOfDay(now) / 15) * 15, 1440 - usualLength);
  return { startsAt: next, endsAt: next + usualLength };
}

/** Plans one session after the other: after saving, the same times a week later are proposed. */
export function PlanSessionForm({ group, sessions, onClose }: PlanSessionFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const say = useNotice();
  const today = clock.today();
  const check = ({ date, startsAt, endsAt, room }: SessionValues): FieldErrors<SessionValues> => ({
    ...(date === null && { date: t('sessions.dateMissing') }),
    ...(startsAt === null && { startsAt: t('sessions.timeMissing') }),
    ...(endsAt === null && { endsAt: t('sessions.timeMissing') }),
    ...(room.trim().length > roomLength && { room: t('sessions.roomError') }),
  });
  const draft = useDraft<SessionValues, { id: string }>({
    initial: {
      date: laterDay(today, group.startsOn),
      ...usualTimes(sessions, clock.now()),
      room: sessions[0]?.session.room ?? group.room ?? '',
    },
    check,
    save: ({ date, startsAt, endsAt, room }) =>
      commands.execute('session.plan', {
        groupId: group.id,
        date: date ?? '',
        startsAt: startsAt ?? 0,
        endsAt: endsAt ?? 0,
        room: textOrNull(room),
      }),
    onSaved: (_output, values) => {
      const date = values.date ?? today;
      say(t('sessions.planned', { date: germanDate(date) }));
      const nextWeek = addDays(date, 7);
      if (nextWeek > group.endsOn) onClose();
      else draft.reset({ ...values, date: nextWeek });
    },
  });
  const { values, errors, set } = draft;
  return (
    <Box sx={{ mb: 2, pb: 2, borderBottom: 1, borderColor: 'line.soft' }}>
      <FormFrame
        draft={draft}
        label={t('sessions.plan')}
        readOnly={false}
        onCancel={onClose}
        saveLabel={t('sessions.confirm')}
      >
        <Box sx={{ gridColumn: '1 / -1' }}>
          <DayField
            label={t('sessions.date')}
            value={values.date}
            onChange={(date) => set('date', date)}
            error={errors.date}
            today={today}
            required
            autoFocus
          />
        </Box>
        <TimeField
          label={t('sessions.startsAt')}
          value={values.startsAt}
          onChange={(minute) => set('startsAt', minute)}
          error={errors.startsAt}
          required
        />
        <TimeField
          label={t('sessions.endsAt')}
          value={values.endsAt}
          onChange={(minute) => set('endsAt', minute)}
          error={errors.endsAt}
          required
        />
        <TextInput
          label={t('sessions.room')}
          value={values.room}
          onChange={(room) => set('room', room)}
          error={errors.room}
          wide
        />
      </FormFrame>
    </Box>
  );
}
