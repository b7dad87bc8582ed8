import type { ColorSystemOptions } from '@mui/material/styles';

/** What a status looks like: `text` carries the word and the icon, `tint` lies behind it. */
interface StatusColour {
  readonly text: string;
  readonly tint: string;
}
export type StatusName = 'present' | 'late' | 'leftEarly' | 'excused' | 'absent' | 'notRecorded';

declare module '@mui/material/styles' {
  interface Palette {
    /** Ink beside and on the accent; `waits` is what waits for someone. */
    waits: StatusColour;
    status: Readonly<Record<StatusName, StatusColour>>;
    /** Hairlines between rows, and the lines that bound a control (3:1 against what lies beside them). */
    line: { readonly soft: string; readonly control: string };
  }
  interface PaletteOptions {
    waits?: StatusColour;
    status?: Readonly<Record<StatusName, StatusColour>>;
    line?: { readonly soft: string; readonly control: string };
  }
}

/** Every pair of text and what lies behind it reaches 4.5:1 (tests/unit/ui/contrast.test.ts). */
export const light = {
  palette: {
    mode: 'light',
    primary: { main: '#0B5563', light: '#2F7482', dark: '#073D48', contrastText: '#FFFFFF' },
    secondary: { main: '#8A5414', light: '#B9742A', dark: '#693E0C', contrastText: '#FFFFFF' },
    error: { main: '#9B2F22', light: '#B85548', dark: '#762016', contrastText: '#FFFFFF' },
    warning: { main: '#8A5414', light: '#B9742A', dark: '#693E0C', contrastText: '#FFFFFF' },
    info: { main: '#3D5A6C', light: '#5E7B8D', dark: '#2A4150', contrastText: '#FFFFFF' },
    success: { main: '#0B5563', light: '#2F7482', dark: '#073D48', contrastText: '#FFFFFF' },
    background: { default: '#F7F6F2', paper: '#FFFFFF' },
    text: { primary: '#1D2B2F', secondary: '#526065', disabled: '#6E797C' },
    divider: '#E2DED3',
    line: { soft: '#E2DED3', control: '#7F898B' },
    waits: { text: '#7A4A10', tint: '#F9ECDA' },
    status: {
      present: { text: '#0B5563', tint: '#DDEDEF' },
      late: { text: '#7D4E00', tint: '#FBEBCB' },
      leftEarly: { text: '#7D4E00', tint: '#FBEBCB' },
      excused: { text: '#445D70', tint: '#E4EAEF' },
      absent: { text: '#93301F', tint: '#F8E1DB' },
      notRecorded: { text: '#526065', tint: 'transparent' },
    },
  },
} as const satisfies ColorSystemOptions;

/** The same roles by night: warm dark ground, paper a step lighter, ink off-white. */
export const dark = {
  palette: {
    mode: 'dark',
    primary: { main: '#7CC3CF', light: '#A3D7DF', dark: '#519CA9', contrastText: '#06282F' },
    secondary: { main: '#E3AC6D', light: '#EFC798', dark: '#C08843', contrastText: '#2B1A04' },
    error: { main: '#F0A093', light: '#F6BFB6', dark: '#D2796A', contrastText: '#3A0F08' },
    warning: { main: '#E3AC6D', light: '#EFC798', dark: '#C08843', contrastText: '#2B1A04' },
    info: { main: '#A7C0D1', light: '#C4D6E2', dark: '#7F9BAD', contrastText: '#11212B' },
    success: { main: '#7CC3CF', light: '#A3D7DF', dark: '#519CA9', contrastText: '#06282F' },
    background: { default: '#14191B', paper: '#1D2426' },
    text: { primary: '#E9E6DE', secondary: '#ABB5B6', disabled: '#8A9495' },
    divider: '#333C3F',
    line: { soft: '#333C3F', control: '#7E898B' },
    waits: { text: '#F0C48E', tint: '#3A2C18' },
    status: {
      present: { text: '#93D2DC', tint: '#16383F' },
      late: { text: '#F1C67C', tint: '#3D2F12' },
      leftEarly: { text: '#F1C67C', tint: '#3D2F12' },
      excused: { text: '#B6CBDA', tint: '#27343E' },
      absent: { text: '#F2AA9D', tint: '#43211B' },
      notRecorded: { text: '#ABB5B6', tint: 'transparent' },
    },
  },
} as const satisfies ColorSystemOptions;
