import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** One button to begin. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** What stands where nothing is yet: what belongs here, and one way to begin. */
export function EmptyState({ title, text, action, icon }: EmptyStateProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 1,
        py: 6,
        px: 3,
      }}
    >
      {icon && (
        <Box
          aria-hidden
          sx={{ color: 'primary.main', fontSize: 40, lineHeight: 1, mb: 1, '& svg': { fontSize: 'inherit' } }}
        >
          {icon}
        </Box>
      )}
      <Typography variant="h2">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: '52ch', textWrap: 'balance' }}>{text}</Typography>
      {action && (
        <Box sx={{ mt: 2, display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'center' }}>
          {action}
        </Box>
      )}
    </Box>
  );
}
