import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/ui/DayField.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useStepKeys } from '#renderer/ui/use-step-keys.ts';
import { addDays, germanDate } from '#shared/domain/calendar/dates.ts';
import { type ReportAddress, useMayName } from './use-report-address.ts';

const forms = ['counts', 'names'] as const;

/** Which day it is, the ways to others, and the form of the report. */
export function DayBar({ today, date, form, go }: ReportAddress) {
  const { t, i18n } = useTranslation('reports');
  const { t: common } = useTranslation('common');
  const mayName = useMayName();
  const previous = (): void => go({ date: addDays(date, -1) });
  const next = (): void => go({ date: addDays(date, 1) });
  const home = (): void => go({ date: today });
  useStepKeys({ previous, next, home });
  const keys = (name: 'pageUp' | 'pageDown' | 'home'): string =>
    common('keys.alt', { key: common(`keys.${name}`) });
  const weekday = new Date(`${date}T12:00:00`).toLocaleDateString(i18n.language, { weekday: 'long' });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1, mb: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40 }}>
        <Shortcut label={t('previous')} keys={keys('pageUp')}>
          <IconButton aria-label={t('previous')} onClick={previous}>
            <ChevronLeft />
          </IconButton>
        </Shortcut>
        <Shortcut label={t('next')} keys={keys('pageDown')}>
          <IconButton aria-label={t('next')} onClick={next}>
            <ChevronRight />
          </IconButton>
        </Shortcut>
        <Typography
          role="status"
          component="span"
          variant="h2"
          sx={{ minWidth: 240, fontVariantNumeric: 'tabular-nums' }}
        >
          {t('dayTitle', { weekday, date: germanDate(date) })}
        </Typography>
        <Shortcut keys={keys('home')}>
          <Button variant="outlined" color="inherit" aria-disabled={date === today} onClick={home}>
            {t('today')}
          </Button>
        </Shortcut>
      </Box>
      <Box sx={{ width: 280 }}>
        <DayField
          label={t('day')}
          value={date}
          today={today}
          onChange={(day) => {
            if (day !== null) go({ date: day });
          }}
        />
      </Box>
      {mayName && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={form}
          aria-label={t('form.label')}
          onChange={(_event, chosen: (typeof forms)[number] | null) => {
            if (chosen !== null) go({ form: chosen });
          }}
          sx={{ ml: 'auto' }}
        >
          {forms.map((name) => (
            <ToggleButton key={name} value={name} sx={{ minHeight: 40, px: 2 }}>
              {t(`form.${name}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    </Box>
  );
}
