import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';

interface StepFrameProps {
  /** From 1 on. */
  readonly step: number;
  readonly of: number;
  readonly title: string;
  readonly text: string;
  readonly nextLabel: string;
  readonly busy: boolean;
  readonly onNext: () => void;
  readonly onBack: (() => void) | undefined;
  /** A field of the step takes the focus by itself; otherwise the heading does. */
  readonly fieldHasFocus: boolean;
  readonly children: ReactNode;
}

/** One step: where one is, what it is about, the fields, and the way on. Enter goes on, Escape goes back. */
export function StepFrame(props: StepFrameProps) {
  const { step, of, title, text, nextLabel, busy, onNext, onBack, fieldHasFocus, children } = props;
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation('common');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!fieldHasFocus) heading.current?.focus();
  }, [fieldHasFocus]);
  const submit = (event: FormEvent<HTMLElement>): void => {
    event.preventDefault();
    if (busy) return;
    onNext();
    focusFirstInvalid(event.currentTarget);
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack?.();
      }}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      <Box>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('step', { step, of })}
        </Typography>
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none', mt: 0.5, mb: 1 }}>
          {title}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{text}</Typography>
      </Box>
      {children}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 1 }}>
        <span>
          {onBack && (
            <Button variant="outlined" onClick={onBack}>
              {common('back')}
            </Button>
          )}
        </span>
        <Button
          type="submit"
          variant="contained"
          aria-disabled={busy}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {nextLabel}
        </Button>
      </Box>
    </Box>
  );
}
