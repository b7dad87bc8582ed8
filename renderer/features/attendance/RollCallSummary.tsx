import Undo from '@mui/icons-material/Undo';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { memo, useDeferredValue, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { keyedMarks } from './mark-keys.ts';
import type { RollCall } from './roll-call.ts';

interface RollCallSummaryProps {
  readonly rollCall: RollCall;
  readonly ids: readonly string[];
  readonly readOnly: boolean;
  readonly onRest: () => void;
  readonly onUndo: () => void;
}

/**
 * How far the roll call is, what it came to, what is not saved, and the two deeds for all of it. Painted after the row
 * that was marked: a sum may be a moment late, a mark may not.
 */
export function RollCallSummary(props: RollCallSummaryProps) {
  const { rollCall } = props;
  const version = useDeferredValue(useSyncExternalStore(rollCall.subscribe, rollCall.version));
  return <Summed {...props} version={version} />;
}

interface SummedProps extends RollCallSummaryProps {
  /** What the sums are of: rendered again only when it changes. */
  readonly version: number;
}

const Summed = memo(function Summed({ rollCall, ids, readOnly, onRest, onUndo }: SummedProps) {
  const { t } = useTranslation(['attendance', 'common']);
  const rows = ids.map((id) => ({ id, ...rollCall.row(id) }));
  const open = rows.filter(({ mark }) => mark === 'not-recorded').length;
  const failed = rows.filter(({ saving }) => saving === 'failed').map(({ id }) => id);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1, minHeight: 40 }}>
        <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', mr: 1 }} data-counts>
          {open === 0 ? t('allRecorded') : t('counts', { recorded: rows.length - open, total: rows.length })}
        </Typography>
        {keyedMarks.map((mark) => {
          const count = rows.filter((row) => row.mark === mark).length;
          return count === 0 ? null : (
            <StatusMark key={mark} status={mark} label={t('count', { count, mark: t(`marks.${mark}`) })} />
          );
        })}
        {!readOnly && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
            <Shortcut label={t('undo')} keys={t('common:keys.ctrl', { key: 'Z' })}>
              <span>
                <Button size="small" startIcon={<Undo />} disabled={!rollCall.canUndo()} onClick={onUndo}>
                  {t('undo')}
                </Button>
              </span>
            </Shortcut>
            <Shortcut label={t('rest', { count: open })} keys={t('restKey')}>
              <span>
                <Button variant="contained" disabled={open === 0} onClick={onRest}>
                  {t('rest', { count: open })}
                </Button>
              </span>
            </Shortcut>
          </Box>
        )}
      </Box>
      {failed.length > 0 && (
        <Alert
          severity="error"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" size="small" onClick={() => rollCall.retry(failed)}>
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
