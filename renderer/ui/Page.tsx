import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link as RouterLink, useLocation } from 'react-router';

interface PageProps {
  readonly title: string;
  /** At the right of the title; at most one of them is primary. */
  readonly actions?: ReactNode;
  readonly back?: { readonly label: string; readonly to: string };
  readonly children: ReactNode;
}

/**
 * A screen: one heading, its actions, its content. On a new address the heading takes the focus, unless something in
 * the page already has it, so that screen readers and the Tab key start at the top. The window's title stays the app's: it names nobody.
 */
export function Page({ title, actions, back, children }: PageProps) {
  const { pathname } = useLocation();
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is what moves the focus
  useEffect(() => {
    let frame = 0;
    const takeFocus = (): void => {
      // A dialog that is still closing would take the focus back.
      if (document.querySelector('[role="dialog"]')) frame = requestAnimationFrame(takeFocus);
      else if (!page.current?.contains(document.activeElement))
        heading.current?.focus({ preventScroll: true });
    };
    takeFocus();
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return (
    <Box ref={page} sx={{ maxWidth: 1440, mx: 'auto', px: { xs: 2, md: 4 }, pt: { xs: 2, md: 3 }, pb: 2 }}>
      {back && (
        <Link
          component={RouterLink}
          to={back.to}
          underline="hover"
          variant="body2"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 0.5, minHeight: 24 }}
        >
          <ArrowBack fontSize="inherit" aria-hidden />
          {back.label}
        </Link>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2, minHeight: 40 }}>
        <Typography
          variant="h1"
          ref={heading}
          tabIndex={-1}
          sx={{ flex: '1 1 auto', outline: 'none', overflowWrap: 'anywhere' }}
        >
          {title}
        </Typography>
        {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
}
