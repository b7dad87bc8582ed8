import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { usePaperLanguageName } from '#renderer/i18n/use-paper-language-name.ts';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useStepKeys } from '#renderer/ui/use-step-keys.ts';
import { addDays, germanDate } from '#shared/domain/calendar/dates.ts';
import { weekOf } from '#shared/domain/calendar/weeks.ts';
import { type PaperLanguage, paperLanguageFacts, paperLanguages } from '#shared/domain/paper-language.ts';
import { type Paper, papers, type usePapersAddress } from './use-papers-address.ts';

type Address = ReturnType<typeof usePapersAddress>;

/** Which paper, in which language, and of which week. */
export function PapersBar(address: Address) {
  const { t } = useTranslation('resident-papers');
  const { paper, choose } = address;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={paper}
        aria-label={t('choose.label')}
        onChange={(_event, name: Paper | null) => {
          if (name !== null) choose({ paper: name });
        }}
      >
        {papers.map((name) => (
          <ToggleButton key={name} value={name} sx={{ minHeight: 40, px: 2 }}>
            {t(`choose.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <LanguageChoice {...address} />
      {paper === 'week' && <WeekChoice {...address} />}
    </Box>
  );
}

function LanguageChoice({ language, choose }: Address) {
  const { t } = useTranslation('resident-papers');
  const name = usePaperLanguageName();
  return (
    <TextField
      select
      fullWidth={false}
      size="small"
      label={t('language')}
      value={language}
      onChange={({ target }) => choose({ language: target.value as PaperLanguage })}
      slotProps={{ select: { native: true } }}
      sx={{ width: 280 }}
    >
      {paperLanguages.map((code) => (
        <option key={code} value={code}>
          {t('languageChoice', { own: paperLanguageFacts(code).name, name: name(code) })}
        </option>
      ))}
    </TextField>
  );
}

function WeekChoice({ monday, thisMonday, choose }: Address) {
  const { t } = useTranslation('week');
  const { t: common } = useTranslation('common');
  const previous = (): void => choose({ monday: addDays(monday, -7) });
  const next = (): void => choose({ monday: addDays(monday, 7) });
  const thisWeek = (): void => choose({ monday: thisMonday });
  useStepKeys({ previous, next, home: thisWeek });
  const keys = (key: 'pageUp' | 'pageDown' | 'home'): string =>
    common('keys.alt', { key: common(`keys.${key}`) });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
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
      <Box role="status" sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {t('number', { week: weekOf(monday).week })}
        </Typography>
        <Typography component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {t('range', { from: germanDate(monday), to: germanDate(addDays(monday, 6)) })}
        </Typography>
      </Box>
      <Shortcut keys={keys('home')}>
        <Button variant="outlined" color="inherit" aria-disabled={monday === thisMonday} onClick={thisWeek}>
          {t('this')}
        </Button>
      </Shortcut>
    </Box>
  );
}
