import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { badgeLayoutIds, badgeLayouts, perSheet } from '#renderer/documents/badges/badge-layouts.ts';
import { sheetCount } from '#renderer/documents/badges/badge-places.ts';
import { type NameForm, nameForms } from '#renderer/documents/badges/printed-badges.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { type BadgeChoices, withLayout } from '../badge-choices.ts';
import { OffsetFields } from './OffsetFields.tsx';
import { SheetPicture } from './SheetPicture.tsx';

interface LayoutStepProps {
  readonly choices: BadgeChoices;
  readonly onChoose: (choices: BadgeChoices) => void;
  readonly count: number;
  /** How many of them have no badge yet. */
  readonly without: number;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
}

/** Step two: on what, from which label on, and how much of the name. */
export function LayoutStep(props: LayoutStepProps) {
  const { choices, onChoose, count, without, busy, refusal, onBack, onNext } = props;
  const { t } = useTranslation('badges');
  const failureText = useFailureText();
  const layout = badgeLayouts[choices.layout];
  const sheets = sheetCount(layout, count, choices.start);
  useControlKeys({ Enter: onNext });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Sheet>
        <Box sx={columnsLook}>
          <Box sx={{ display: 'grid', gap: 3, alignContent: 'start' }}>
            <LayoutChoice choices={choices} onChoose={onChoose} />
            <NameChoice choices={choices} onChoose={onChoose} />
            <OffsetFields offset={choices.offset} onChange={(offset) => onChoose({ ...choices, offset })} />
          </Box>
          <Box sx={{ display: 'grid', gap: 1, alignContent: 'start', justifyItems: 'start' }}>
            <SheetPicture
              layout={layout}
              count={count}
              start={choices.start}
              onStart={layout.cut ? undefined : (start) => onChoose({ ...choices, start })}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 252 }}>
              {t(layout.cut ? 'how.cutHint' : 'how.startHint')}
            </Typography>
          </Box>
        </Box>
      </Sheet>
      {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}
      >
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
          {t('how.summary', {
            badges: t('how.badges', { count }),
            sheets: t('how.sheets', { count: sheets }),
          })}
        </Typography>
        {onBack && <Button onClick={onBack}>{t('how.back')}</Button>}
        <Button variant="contained" aria-disabled={busy} onClick={onNext} autoFocus>
          {without > 0 ? t('how.issue', { count: without }) : t('how.show')}
        </Button>
      </Box>
    </Box>
  );
}

type ChoiceProps = Pick<LayoutStepProps, 'choices' | 'onChoose'>;

function LayoutChoice({ choices, onChoose }: ChoiceProps) {
  const { t } = useTranslation('badges');
  return (
    <FormControl>
      <FormLabel id="badge-layout">{t('how.layout')}</FormLabel>
      <RadioGroup
        aria-labelledby="badge-layout"
        value={choices.layout}
        onChange={(_event, id) => {
          const layout = badgeLayoutIds.find((one) => one === id);
          if (layout) onChoose(withLayout(choices, layout));
        }}
      >
        {badgeLayoutIds.map((id) => {
          const { products, ...layout } = badgeLayouts[id];
          const detail = t('how.perSheet', { count: perSheet({ products, ...layout }) });
          return (
            <FormControlLabel
              key={id}
              value={id}
              control={<Radio size="small" />}
              label={
                <>
                  {t(`how.layouts.${id}`)}
                  <Typography component="span" variant="body2" sx={detailLook}>
                    {products === '' ? detail : t('how.detail', { detail, products })}
                  </Typography>
                </>
              }
              sx={{ alignItems: 'flex-start', mb: 0.5, '& .MuiRadio-root': { pt: 0.25 } }}
            />
          );
        })}
      </RadioGroup>
    </FormControl>
  );
}

function NameChoice({ choices, onChoose }: ChoiceProps) {
  const { t } = useTranslation('badges');
  return (
    <FormControl>
      <FormLabel id="badge-name">{t('how.name')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby="badge-name"
        value={choices.form}
        onChange={(_event, form) => onChoose({ ...choices, form: form as NameForm })}
      >
        {nameForms.map((form) => (
          <FormControlLabel
            key={form}
            value={form}
            control={<Radio size="small" />}
            label={t(`how.forms.${form}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

const detailLook = { display: 'block', color: 'text.secondary' } as const;
const columnsLook = {
  display: 'grid',
  gap: 4,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
} as const;
