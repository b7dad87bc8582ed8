import type { TypographyVariantsOptions } from '@mui/material/styles';

/** Noto Sans for Latin and Cyrillic; Vazirmatn and Noto Sans Ethiopic come in by their letters (fonts.css). */
const fontFamily = "'Noto Sans', 'Vazirmatn', 'Noto Sans Ethiopic', system-ui, sans-serif";

/** 15 px base. Sizes are in rem, so that a larger browser text size scales everything. */
export const typography: TypographyVariantsOptions = {
  fontFamily,
  fontWeightRegular: 400,
  fontWeightMedium: 600,
  fontWeightBold: 700,
  h1: { fontSize: '1.5rem', lineHeight: 1.3, fontWeight: 600, letterSpacing: '-0.005em' },
  h2: { fontSize: '1.125rem', lineHeight: 1.4, fontWeight: 600 },
  h3: { fontSize: '1rem', lineHeight: 1.4, fontWeight: 600 },
  h4: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 600 },
  h5: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 600 },
  h6: { fontSize: '0.9375rem', lineHeight: 1.4, fontWeight: 600 },
  subtitle1: { fontSize: '0.9375rem', lineHeight: 1.5, fontWeight: 600 },
  subtitle2: { fontSize: '0.875rem', lineHeight: 1.5, fontWeight: 600 },
  body1: { fontSize: '0.9375rem', lineHeight: 1.55 },
  body2: { fontSize: '0.875rem', lineHeight: 1.5 },
  button: { fontSize: '0.9375rem', lineHeight: 1.5, fontWeight: 600, textTransform: 'none' },
  caption: { fontSize: '0.8125rem', lineHeight: 1.45 },
  overline: {
    fontSize: '0.8125rem',
    lineHeight: 1.45,
    fontWeight: 600,
    letterSpacing: '0.02em',
    textTransform: 'none',
  },
};
