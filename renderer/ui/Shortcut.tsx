import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { ReactElement } from 'react';

/** A key cap. */
export function Key({ children }: { readonly children: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        fontFamily: 'inherit',
        fontSize: '0.8125rem',
        lineHeight: 1.4,
        px: 0.75,
        border: 1,
        borderColor: 'currentColor',
        borderRadius: '4px',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}

interface ShortcutProps {
  /** Left out where the control shows it as its own text. */
  readonly label?: string;
  /** As it is printed on the keyboard: `Strg+K`. */
  readonly keys: string;
  /** Where the tooltip opens; where it covers nothing that is needed next. */
  readonly placement?: 'bottom' | 'right';
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A tooltip that names what a control does and the keys that do the same. */
export function Shortcut({ label, keys, placement = 'bottom', children }: ShortcutProps) {
  return (
    <Tooltip
      describeChild
      placement={placement}
      title={
        <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
          {label}
          <Key>{keys}</Key>
        </Box>
      }
    >
      {children}
    </Tooltip>
  );
}
