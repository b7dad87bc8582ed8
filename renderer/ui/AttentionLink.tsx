import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';

interface AttentionLinkProps {
  readonly to: string;
  readonly children: string;
}

/** Something that waits, with the way to it. */
export function AttentionLink({ to, children }: AttentionLinkProps) {
  return (
    <Link
      component={RouterLink}
      to={to}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        minHeight: 32,
        color: 'waits.text',
        textDecorationColor: 'currentColor',
        fontWeight: 600,
      }}
    >
      <InfoOutlined aria-hidden sx={{ fontSize: 18 }} />
      {children}
    </Link>
  );
}
