import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from './languages.ts';
import { Waymark } from './Waymark.tsx';

/** What stands before the open app: one sheet on the ground, the sign, and the choice of language. */
export function Threshold({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column', p: { xs: 2, md: 3 } }}>
      <Box
        component="header"
        sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 600, fontSize: '1.0625rem' }}
      >
        <Waymark aria-hidden sx={{ color: 'primary.main' }} />
        {t('name')}
        <LanguageSwitch />
      </Box>
      <Box
        component="main"
        sx={{ flex: 1, display: 'grid', placeItems: 'start center', pt: { xs: 2, md: '8vh' }, pb: 3 }}
      >
        <Paper
          elevation={0}
          sx={{
            width: '100%',
            maxWidth: 520,
            p: { xs: 3, md: 5 },
            border: 1,
            borderColor: 'line.soft',
            borderRadius: '12px',
          }}
        >
          {children}
        </Paper>
      </Box>
    </Box>
  );
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation('app');
  return (
    <Box role="group" aria-label={t('threshold.language')} sx={{ ml: 'auto', display: 'flex', gap: 0.5 }}>
      {languages.map(({ code, name }) => (
        <Button
          key={code}
          lang={code}
          size="small"
          aria-pressed={i18n.language === code}
          onClick={() => void i18n.changeLanguage(code)}
          sx={{
            color: i18n.language === code ? 'primary.main' : 'text.secondary',
            textDecoration: i18n.language === code ? 'underline' : 'none',
          }}
        >
          {name}
        </Button>
      ))}
    </Box>
  );
}
