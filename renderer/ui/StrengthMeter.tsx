import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { PassphraseJudgement } from './passphrase-judgement.ts';

const colours = ['error.main', 'error.main', 'secondary.light', 'primary.main', 'primary.main'] as const;
const warnings = [
  'tooShort',
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
  'topTen',
  'topHundred',
  'common',
  'similarToCommon',
  'wordByItself',
  'namesByThemselves',
  'commonNames',
  'userInputs',
  'pwned',
] as const;

const known = (key: string): (typeof warnings)[number] | undefined =>
  warnings.find((warning) => warning === key);

/** How strong a passphrase is: five steps, a word, and what makes it weak. */
export function StrengthMeter({ judgement }: { readonly judgement: PassphraseJudgement | undefined }) {
  const { t } = useTranslation('common');
  const warning = judgement?.warningKey == null ? undefined : known(judgement.warningKey);
  const word = judgement ? t(`passphrase.score.${judgement.score}`) : t('passphrase.advice');
  return (
    <Box>
      <Box aria-hidden sx={{ display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', gap: 0.5, mb: 0.5 }}>
        {colours.map((_colour, step) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: five steps that never change place
            key={step}
            sx={{
              height: 6,
              borderRadius: '3px',
              border: 1,
              borderColor: 'line.control',
              bgcolor: judgement && step <= judgement.score ? colours[judgement.score] : 'transparent',
              '@media (forced-colors: active)': {
                forcedColorAdjust: 'none',
                bgcolor: judgement && step <= judgement.score ? 'Highlight' : 'Canvas',
              },
            }}
          />
        ))}
      </Box>
      {/* Room for two lines, so that the button below does not move from under a click when the judgement comes. */}
      <Box
        role="status"
        sx={{ fontSize: '0.8125rem', lineHeight: 1.5, color: 'text.secondary', minHeight: '3em' }}
      >
        {word}
        {warning && ` ${t(`passphrase.warning.${warning}`)}`}
      </Box>
    </Box>
  );
}
