import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { Sheet } from '#renderer/ui/Sheet.tsx';

interface LinkedItem {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string;
}

interface LinkListProps {
  readonly title: string;
  /** `undefined` while it is read. */
  readonly items: readonly LinkedItem[] | undefined;
  readonly empty: string;
  /** Below the list. */
  readonly children?: ReactNode;
}

/** Things that belong to a person, each with a link to its own page. */
export function LinkList({ title, items, empty, children }: LinkListProps) {
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {items?.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{empty}</Typography>}
      {items && items.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {items.map(({ key, to, title: name, detail }) => (
            <li key={key}>
              <Link component={RouterLink} to={to} sx={{ display: 'inline-block', minHeight: 24 }}>
                {name}
              </Link>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {detail}
              </Typography>
            </li>
          ))}
        </Box>
      )}
      {children}
    </Sheet>
  );
}
