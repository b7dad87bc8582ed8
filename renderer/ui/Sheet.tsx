import Paper from '@mui/material/Paper';
import type { SxProps, Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';

interface SheetProps {
  readonly children: ReactNode;
  /** `false`: the content goes to the edge (tables, lists). */
  readonly padded?: boolean;
  readonly sx?: SxProps<Theme>;
}

/** A white sheet on the ground, bounded by a hairline instead of a shadow. */
export function Sheet({ children, padded = true, sx }: SheetProps) {
  return (
    <Paper
      elevation={0}
      sx={[
        {
          border: 1,
          borderColor: 'line.soft',
          borderRadius: '8px',
          p: padded ? 3 : 0,
          overflow: padded ? 'visible' : 'hidden',
        },
        ...(Array.isArray(sx) ? sx : sx ? [sx] : []),
      ]}
    >
      {children}
    </Paper>
  );
}
