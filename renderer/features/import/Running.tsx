import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { readyRows } from './import-session.ts';
import type { Importing } from './import-state.ts';

interface RunningProps {
  readonly text: string;
  /** 0 to 100; missing where it can't be known. */
  readonly percent?: number;
  readonly children?: ReactNode;
  readonly stop: ReactNode;
}

/** Long work: what, how much, how long, and a way to stop it. */
function Running({ text, percent, children, stop }: RunningProps) {
  return (
    <Sheet>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, maxWidth: 640 }}>
        <Typography role="status">{text}</Typography>
        <LinearProgress
          aria-label={text}
          {...(percent === undefined ? {} : { variant: 'determinate' as const, value: percent })}
          sx={{ height: 8, borderRadius: 4 }}
        />
        {children}
        <Box sx={{ mt: 1 }}>{stop}</Box>
      </Box>
    </Sheet>
  );
}

export function ReadingFile({
  fileName,
  onStop,
}: {
  readonly fileName: string;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation(['import', 'common']);
  return (
    <Running
      text={t('reading.text', { file: fileName })}
      stop={
        <Button variant="outlined" autoFocus onClick={onStop}>
          {t('common:cancel')}
        </Button>
      }
    />
  );
}

interface CheckingRowsProps {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

export function CheckingRows({ done, total, onStop }: CheckingRowsProps) {
  const { t } = useTranslation(['import', 'common']);
  return (
    <Running
      text={t('checking.text', { done, total })}
      percent={total === 0 ? 100 : (100 * done) / total}
      stop={
        <Button variant="outlined" autoFocus onClick={onStop}>
          {t('common:cancel')}
        </Button>
      }
    />
  );
}

/** Seconds that the rest takes at the pace so far; `undefined` before there is one. */
function secondsLeft({ saved, began }: Importing, left: number): number | undefined {
  const done = saved.size - began.saved;
  if (done <= 0) return undefined;
  return Math.max(1, Math.round(((performance.now() - began.at) / done / 1000) * left));
}

export function SavingRows({ state, onStop }: { readonly state: Importing; readonly onStop: () => void }) {
  const { t } = useTranslation('import');
  const left = readyRows(state).length;
  const total = state.saved.size + left;
  const seconds = secondsLeft(state, left);
  return (
    <Running
      text={t('running.progress', { done: state.saved.size, total })}
      percent={total === 0 ? 100 : (100 * state.saved.size) / total}
      stop={
        <Button variant="outlined" autoFocus disabled={state.stopping} onClick={onStop}>
          {t('running.stop')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 21 }}>
        {state.stopping
          ? t('running.stopping')
          : seconds === undefined
            ? ' '
            : t('running.left', { count: seconds })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('running.leave')}
      </Typography>
    </Running>
  );
}
