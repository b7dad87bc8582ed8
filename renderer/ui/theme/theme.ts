import { createTheme } from '@mui/material/styles';
import { components } from './components.ts';
import { dark, light } from './palette.ts';
import { typography } from './typography.ts';

const quick = 120;

/**
 * The look: calm and warm, closer to a good paper form than to a dashboard. Both schemes are CSS variables, so that
 * switching repaints and renders nothing; motion is at most 150 ms and none where the system asks for none.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme', cssVarPrefix: 'wm' },
  colorSchemes: { light, dark },
  typography,
  spacing: 8,
  shape: { borderRadius: 6 },
  focusVisible: true,
  motion: { reducedMotion: 'system' },
  transitions: {
    duration: {
      shortest: quick,
      shorter: quick,
      short: quick,
      standard: quick,
      complex: 150,
      enteringScreen: quick,
      leavingScreen: quick,
    },
  },
  components,
});
