import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type KioskLanguage, kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';
import { scaled } from './scaled.ts';
import { spokenIn, useSpoken } from './spoken.ts';

interface LanguageChoiceProps {
  readonly chosen: KioskLanguage;
  readonly onChoose: (language: KioskLanguage) => void;
}

/** Every language by its own name, with what to do in it: nobody has to choose in order to understand. */
export function LanguageChoice({ chosen, onChoose }: LanguageChoiceProps) {
  const { t } = useSpoken();
  return (
    <Box
      role="group"
      aria-label={t('language')}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: `repeat(auto-fill, minmax(${scaled(12)}, 1fr))` }}
    >
      {kioskLanguages.map(({ code, name }) => {
        const own = spokenIn(code);
        return (
          <ButtonBase
            key={code}
            {...own.attributes}
            aria-pressed={code === chosen}
            onClick={() => onChoose(code)}
            sx={{
              minHeight: scaled(4.5),
              px: 1.5,
              py: 0.75,
              display: 'grid',
              alignContent: 'center',
              justifyContent: 'stretch',
              justifyItems: 'start',
              textAlign: 'start',
              border: '2px solid',
              borderColor: code === chosen ? 'primary.main' : 'line.control',
              borderRadius: '8px',
              bgcolor: code === chosen ? 'status.present.tint' : 'background.paper',
              '&.Mui-focusVisible': {
                outline: '3px solid',
                outlineColor: 'primary.main',
                outlineOffset: '2px',
              },
              '@media (forced-colors: active)': {
                borderColor: code === chosen ? 'Highlight' : 'ButtonBorder',
              },
            }}
          >
            <Box component="span" sx={{ fontWeight: 600, fontSize: scaled(1.125), lineHeight: 1.4 }}>
              {name}
            </Box>
            <Box component="span" sx={{ fontSize: scaled(0.9375), lineHeight: 1.4 }}>
              {own.t('scan')}
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}
