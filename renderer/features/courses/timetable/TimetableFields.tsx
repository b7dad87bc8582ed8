import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { GroupValues } from '../group-values.ts';
import { TextInput } from '../TextInput.tsx';
import type { Draft } from '../use-draft.ts';
import { FreeDaysField } from './FreeDaysField.tsx';
import { emptyRow, type TimetableValues, type WeekRow } from './timetable-values.ts';
import { WeekRowFields } from './WeekRowFields.tsx';

const intervals = [1, 2, 3, 4] as const;

/** When the group meets: by a weekly plan, or planned session by session. */
export function TimetableFields({ draft }: { readonly draft: Draft<GroupValues> }) {
  const { t } = useTranslation('courses');
  const heading = useId();
  const { values, set } = draft;
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1.5 }}>
      <Typography variant="h2" id={heading} sx={{ mt: 1 }}>
        {t('timetable.title')}
      </Typography>
      <RadioGroup
        row
        aria-labelledby={heading}
        value={values.planning}
        onChange={(_event, planning) => set('planning', planning as TimetableValues['planning'])}
      >
        {(['weekly', 'single'] as const).map((way) => (
          <FormControlLabel
            key={way}
            value={way}
            control={<Radio size="small" />}
            label={t(`timetable.${way}`)}
          />
        ))}
      </RadioGroup>
      {values.planning === 'weekly' ? (
        <WeeklyFields draft={draft} />
      ) : (
        <Typography sx={{ color: 'text.secondary' }}>{t('timetable.singleHint')}</Typography>
      )}
    </Box>
  );
}

function WeeklyFields({ draft }: { readonly draft: Draft<GroupValues> }) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const { values, errors, set } = draft;
  const change = (key: string, part: Partial<WeekRow>): void =>
    set(
      'rows',
      values.rows.map((row) => (row.key === key ? { ...row, ...part } : row)),
    );
  return (
    <>
      {values.rows.map((row, at) => (
        <WeekRowFields
          key={row.key}
          row={row}
          number={at + 1}
          groupRoom={values.room}
          onChange={(part) => change(row.key, part)}
          onRemove={
            values.rows.length === 1
              ? undefined
              : () =>
                  set(
                    'rows',
                    values.rows.filter(({ key }) => key !== row.key),
                  )
          }
          errorAt={(field) => errors[`rows.${at}.${field}`]}
        />
      ))}
      {errors.rows !== undefined && <FieldError>{errors.rows}</FieldError>}
      <Button
        size="small"
        startIcon={<Add />}
        onClick={() => set('rows', [...values.rows, emptyRow()])}
        data-invalid={errors.rows !== undefined}
        sx={{ justifySelf: 'start' }}
      >
        {t('timetable.addRow')}
      </Button>
      <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
        <Box sx={{ width: 220, mb: 0.5 }}>
          <TextInput
            label={t('timetable.rhythm')}
            value={String(values.everyWeeks)}
            onChange={(weeks) => set('everyWeeks', Number(weeks))}
            options={intervals.map((weeks) => (
              <MenuItem key={weeks} value={String(weeks)}>
                {t('timetable.everyWeeks', { count: weeks })}
              </MenuItem>
            ))}
          />
        </Box>
        {(['untilPlannedUnits', 'skipHolidays'] as const).map((choice) => (
          <FormControlLabel
            key={choice}
            control={
              <Checkbox size="small" checked={values[choice]} onChange={(_event, on) => set(choice, on)} />
            }
            label={t(`timetable.${choice}`)}
          />
        ))}
      </Box>
      <FreeDaysField
        value={values.freeDays}
        onChange={(freeDays) => set('freeDays', freeDays)}
        errorAt={(position) => errors[`freeDays.${position}`]}
        error={errors.freeDays}
        today={clock.today()}
        startsOn={values.startsOn ?? undefined}
      />
    </>
  );
}
