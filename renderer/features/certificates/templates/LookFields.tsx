import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { frames } from '#shared/domain/certificates/template.ts';
import {
  type ColourPair,
  colourPairs,
  type TemplateColours,
} from '#shared/domain/certificates/template-colours.ts';
import { Section } from './Section.tsx';
import { SelectInput } from './SelectInput.tsx';
import { useProblemText } from './use-problem-text.ts';
import type { TemplateEditing } from './use-template-draft.ts';

const pairs = Object.keys(colourPairs) as ColourPair[];

/** Both colours side by side. */
function Swatch({ primary, accent }: TemplateColours) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ display: 'inline-flex', borderRadius: '4px', overflow: 'hidden', mr: 1, verticalAlign: 'middle' }}
    >
      {[primary, accent].map((colour) => (
        <Box
          key={colour}
          component="span"
          sx={{ width: 16, height: 16, forcedColorAdjust: 'none' }}
          style={{ backgroundColor: colour }}
        />
      ))}
    </Box>
  );
}

interface LookFieldsProps {
  readonly editing: TemplateEditing;
  readonly disabled: boolean;
}

/** Colours and frame. */
export function LookFields({ editing, disabled }: LookFieldsProps) {
  const { t } = useTranslation('certificate-templates');
  const problemText = useProblemText();
  const { draft, change, problemAt } = editing;
  const { colours, frame } = draft.content;
  const chosen = pairs.find(
    (pair) => colourPairs[pair].primary === colours.primary && colourPairs[pair].accent === colours.accent,
  );
  return (
    <Section title={t('look.title')}>
      <SelectInput
        label={t('look.frame')}
        value={frame}
        options={frames.map((value) => ({ value, label: t(`look.frames.${value}`) }))}
        onChange={(to) => change(() => ({ frame: to }))}
        disabled={disabled}
      />
      <FormControl>
        <FormLabel id="template-colours">{t('look.pairs')}</FormLabel>
        <RadioGroup
          row
          aria-labelledby="template-colours"
          value={chosen ?? 'own'}
          onChange={(_event, to) => {
            if (to in colourPairs) change(() => ({ colours: colourPairs[to as ColourPair] }));
          }}
        >
          {pairs.map((pair) => (
            <FormControlLabel
              key={pair}
              value={pair}
              disabled={disabled}
              control={<Radio size="small" />}
              label={
                <>
                  <Swatch {...colourPairs[pair]} />
                  {t(`look.pair.${pair}`)}
                </>
              }
            />
          ))}
          {chosen === undefined && (
            <FormControlLabel
              value="own"
              disabled={disabled}
              control={<Radio size="small" />}
              label={t('look.own')}
            />
          )}
        </RadioGroup>
      </FormControl>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        {(['primary', 'accent'] as const).map((one) => {
          const error = problemText(problemAt(`colours.${one}`));
          return (
            <TextField
              key={one}
              label={t(`look.${one}`)}
              value={colours[one]}
              onChange={(event) => {
                const written = event.target.value.toUpperCase();
                change((content) => ({ colours: { ...content.colours, [one]: written } }));
              }}
              error={error !== undefined}
              helperText={
                error === undefined ? !disabled && t(`look.${one}Hint`) : <FieldError>{error}</FieldError>
              }
              disabled={disabled}
              slotProps={{ htmlInput: { spellCheck: false, maxLength: 7 } }}
            />
          );
        })}
      </Box>
    </Section>
  );
}
