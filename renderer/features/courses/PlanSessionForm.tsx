import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { addDays, germanDate, laterDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry, SessionEntry } from '#shared/domain/directory.ts';
import { FormFrame } from './FormFrame.tsx';
import { TextInput } from './TextInput.tsx';
import { BreaksField } from './timetable/BreaksField.tsx';
import { ClashList } from './timetable/ClashList.tsx';
import { type BreakValues, isCompleteBreak } from './timetable/timetable-values.ts';
import { useClashes } from './timetable/use-clashes.ts';
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
  readonly breaks: readonly BreakValues[];
  readonly room: string;
  /** Empty: none. */
  readonly moduleId: string;
}

const usualLength = 90;
const roomLength = 40;

/** The times used last in this group, or the next quarter of an hour and ninety minutes from there. */
function usualTimes(
  last: SessionEntry | undefined,
  now: Date,
): Pick<SessionValues, 'startsAt' | 'endsAt' | 'breaks'> {
  if (last) return { startsAt: last.startsAt, endsAt: last.endsAt, breaks: last.breaks };
  const next = Math.min(Math.ceil(minuteOfDay(now) / 15) * 15, 1440 - usualLength);
  return { startsAt: next, endsAt: next + usualLength, breaks: [] };
}

/** Plans one session after the other: after saving, the same times a week later are proposed. */
export function PlanSessionForm({ group, sessions, onClose }: PlanSessionFormProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const say = useNotice();
  const today = clock.today();
  const last = sessions.at(-1)?.session;
  const modules = useEntries('offer').find(({ id }) => id === group.offerId)?.modules ?? [];
  const check = ({ date, startsAt, endsAt, breaks, room }: SessionValues): FieldErrors<SessionValues> => ({
    ...(date === null && { date: t('sessions.dateMissing') }),
    ...(startsAt === null && { startsAt: t('sessions.timeMissing') }),
    ...(endsAt === null && { endsAt: t('sessions.timeMissing') }),
    ...(!breaks.every(isCompleteBreak) && { breaks: t('breaks.missing') }),
    ...(room.trim().length > roomLength && { room: t('sessions.roomError') }),
  });
  const draft = useDraft<SessionValues, { id: string }>({
    initial: {
      date: laterDay(today, group.startsOn),
      ...usualTimes(last, clock.now()),
      room: last?.room ?? group.room ?? '',
      moduleId: modules.some(({ id }) => id === last?.moduleId) ? (last?.moduleId ?? '') : '',
    },
    check,
    save: (values) =>
      commands.execute('session.plan', {
        groupId: group.id,
        ...slotOf(values),
        moduleId: values.moduleId === '' ? null : values.moduleId,
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
  const slot = slotOf(values);
  const isWhole = slot.date !== '' && slot.endsAt > slot.startsAt;
  const clashes = useClashes(
    group.id,
    isWhole ? [{ ...slot, id: 'new', groupId: group.id, lead: group.lead }] : [],
  );
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
        <BreaksField
          value={values.breaks}
          onChange={(breaks) => set('breaks', breaks)}
          error={errors.breaks}
          startsAt={values.startsAt}
          endsAt={values.endsAt}
        />
        <TextInput
          label={t('sessions.room')}
          value={values.room}
          onChange={(room) => set('room', room)}
          error={errors.room}
          wide
        />
        {modules.length > 0 && (
          <TextInput
            label={t('sessions.module')}
            value={values.moduleId}
            onChange={(moduleId) => set('moduleId', moduleId)}
            error={errors.moduleId}
            wide
            options={[
              <MenuItem key="none" value="">
                {t('sessions.noModule')}
              </MenuItem>,
              ...modules.map(({ id, title }) => (
                <MenuItem key={id} value={id}>
                  {title}
                </MenuItem>
              )),
            ]}
          />
        )}
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ClashList clashes={clashes} />
        </Box>
      </FormFrame>
    </Box>
  );
}

/** The session's place in time that the values stand for; what is missing is refused before it is sent. */
const slotOf = ({ date, startsAt, endsAt, breaks, room }: SessionValues) => ({
  date: date ?? '',
  startsAt: startsAt ?? 0,
  endsAt: endsAt ?? 0,
  breaks: breaks.filter(isCompleteBreak).sort((a, b) => a.from - b.from),
  room: textOrNull(room),
});
