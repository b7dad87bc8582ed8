import type { CssVarsThemeOptions, Theme } from '@mui/material/styles';

type Components = NonNullable<CssVarsThemeOptions['components']>;
type Themed = { readonly theme: Theme };

const onForms: Components = {
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { size: 'small' } },
  MuiAutocomplete: { defaultProps: { size: 'small' } },
  MuiSelect: { defaultProps: { size: 'small' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }: Themed) => ({
        backgroundColor: theme.vars?.palette.background.paper ?? '',
        minHeight: 40,
        '&:not(.Mui-focused):not(.Mui-error) .MuiOutlinedInput-notchedOutline': {
          borderColor: theme.vars?.palette.line.control ?? '',
        },
      }),
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, fontSize: '0.8125rem' } } },
  MuiInputBase: {
    styleOverrides: {
      input: ({ theme }: Themed) => ({
        '&::placeholder': { opacity: 1, color: theme.vars?.palette.text.secondary ?? '' },
      }),
    },
  },
  MuiInputLabel: { styleOverrides: { root: { fontSize: '0.9375rem' } } },
};

const onButtons: Components = {
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 40, paddingInline: 16, borderRadius: 6, whiteSpace: 'nowrap' },
      sizeSmall: { minHeight: 32, paddingInline: 12 },
      outlined: ({ theme }: Themed) => ({ borderColor: theme.vars?.palette.line.control ?? '' }),
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: 6 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 44, paddingInline: 16 } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, arrow: true },
    styleOverrides: { tooltip: { fontSize: '0.8125rem' } },
  },
};

const onSurfaces: Components = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }: Themed) => ({
        borderRadius: 10,
        border: `1px solid ${theme.vars?.palette.line.soft ?? ''}`,
      }),
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.125rem', fontWeight: 600, paddingBottom: 8 } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px', gap: 8 } } },
  MuiPopover: {
    styleOverrides: {
      paper: ({ theme }: Themed) => ({
        border: `1px solid ${theme.vars?.palette.line.soft ?? ''}`,
        borderRadius: 8,
      }),
    },
  },
  MuiAlert: {
    styleOverrides: {
      root: { alignItems: 'center', borderRadius: 8 },
      standard: ({ theme }: Themed) => ({ color: theme.vars?.palette.text.primary ?? '' }),
    },
    variants: (
      [
        ['info', 'excused'],
        ['success', 'present'],
        ['warning', 'late'],
        ['error', 'absent'],
      ] as const
    ).map(([severity, status]) => ({
      props: { severity, variant: 'standard' },
      style: ({ theme }: Themed) => ({ backgroundColor: theme.vars?.palette.status[status].tint ?? '' }),
    })),
  },
  MuiChip: { styleOverrides: { root: { borderRadius: 6, fontSize: '0.8125rem' } } },
  MuiTableCell: { styleOverrides: { root: { paddingBlock: 6, fontVariantNumeric: 'tabular-nums' } } },
};

const baseline: Components = {
  MuiCssBaseline: {
    styleOverrides: {
      html: { height: '100%' },
      body: { height: '100%', fontVariantNumeric: 'lining-nums' },
      '#root': { height: '100%' },
      'input, button, select, textarea': { fontFamily: 'inherit' },
      ':focus-visible': { outlineOffset: 2 },
      // Chromium paints its own cross in blue.
      '::-webkit-search-cancel-button': { filter: 'grayscale(1)' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { transition: 'none !important', scrollBehavior: 'auto !important' },
      },
      '@media (forced-colors: active)': {
        ':focus-visible': { outline: '2px solid Highlight !important' },
        '.Mui-selected, [aria-selected="true"], [aria-current="page"]': {
          outline: '1px solid Highlight !important',
        },
        // What only its fill set apart gets an edge.
        '.MuiButton-contained': { border: '2px solid ButtonText !important' },
        '.MuiSnackbarContent-root, .MuiTooltip-tooltip, .MuiAlert-root': { border: '1px solid CanvasText' },
      },
    },
  },
};

/** How MUI's pieces look here. Nothing about the domain. */
export const components: Components = { ...baseline, ...onForms, ...onButtons, ...onSurfaces };
