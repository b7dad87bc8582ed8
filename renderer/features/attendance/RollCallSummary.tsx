import Undo from '@mui/icons-material/Undo';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { memo, type ReactNode, useDeferredValue, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { keyedMarks } from './mark-keys.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';

interface RollCallSummaryProps {
  readonly deeds: RollCallDeeds;
  readonly ids: readonly string[];
  readonly onUndo: () => void;
  /** `false` on paper, where every line says something. */
  readonly withRest: boolean;
  readonly children?: ReactNode;
}

/**
 * How far the roll call is, what it came to, what is not saved, and the deeds for all of it. Painted after the row
 * that was marked: a sum may be a moment late, a mark may not.
 */
export function RollCallSummary(props: RollCallSummaryProps) {
  const { rollCall } = props.deeds;
  const version = useDeferredValue(useSyncExternalStore(rollCall.subscribe, rollCall.version));
  return <Summed {...props} version={version} />;
}

const summedMarks = [...keyedMarks, 'not-recorded'] as const;

interface SummedProps extends RollCallSummaryProps {
  /** What the sums are of: rendered again only when it changes. */
  readonly version: number;
}

const Summed = memo(function Summed({ deeds, ids, onUndo, withRest, children }: SummedProps) {
  const { t } = useTranslation(['attendance', 'common']);
  const { rollCall, locked } = deeds;
  const rows = ids.map((id) => ({ id, ...rollCall.row(id) }));
  const open = rows.filter(({ mark }) => mark === 'not-recorded').length;
  const failed = rows.filter(({ saving }) => saving === 'failed').map(({ id }) => id);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5, minHeight: 40 }}>
        <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', mr: 1 }} data-counts>
          {open === 0 ? t('allRecorded') : t('counts', { recorded: rows.length - open, total: rows.length })}
        </Typography>
        {!locked && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, ml: 'auto' }}>
            {children}
            <Shortcut label={t('undo')} keys={t('common:keys.ctrl', { key: 'Z' })}>
              <span>
                <Button size="small" startIcon={<Undo />} disabled={!rollCall.canUndo()} onClick={onUndo}>
                  {t('undo')}
                </Button>
              </span>
            </Shortcut>
            {withRest && (
              <Shortcut label={t('rest', { count: open })} keys={t('restKey')}>
                <span>
                  <Button variant="contained" disabled={open === 0} onClick={deeds.rest}>
                    {t('rest', { count: open })}
                  </Button>
                </span>
              </Shortcut>
            )}
          </Box>
        )}
      </Box>
      {/* A line of its own that is there from the start: the people below stay where they are. */}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 0.5 }}>
        {summedMarks.map((mark) => {
          const count = rows.filter((row) => row.mark === mark).length;
          return count === 0 ? null : (
            <StatusMark key={mark} status={mark} label={t('count', { count, mark: t(`marks.${mark}`) })} />
          );
        })}
      </Box>
      {failed.length > 0 && (
        <Alert
          severity="error"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" size="small" onClick={() => deeds.retry(failed)}>
              {t('failed.retryAll')}
            </Button>
          }
        >
          {t('failed.all', { count: failed.length })}
        </Alert>
      )}
    </>
  );
});
