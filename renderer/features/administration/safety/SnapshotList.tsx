import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { BackupState, Snapshot } from '#shared/ipc/contract/backup.ts';
import { RehearsalDialog } from './RehearsalDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { type SnapshotRow, snapshotRows } from './snapshot-rows.ts';

const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1.5, py: 0.5, textAlign: 'start', borderBottom: 1, borderColor: 'line.soft' },
  '& tr > :first-of-type': { pl: 3 },
  '& thead th': { color: 'text.secondary', fontSize: '0.8125rem', borderColor: 'line.control' },
  '& tbody th': { fontWeight: 600, whiteSpace: 'nowrap' },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
} as const;

/** What is asked of a snapshot. */
type Asked = { readonly deed: 'rehearse' | 'restore'; readonly snapshot: Snapshot };

/** Every snapshot, newest first, and what can be done with it. */
export function SnapshotList({ backup }: { readonly backup: BackupState | undefined }) {
  const { t } = useTranslation('safety');
  const rows = useSnapshots(backup);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5 }}>
        <Typography variant="h2">{t('list.title')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('list.text')}
        </Typography>
        {rows?.length === 0 && <Typography sx={{ mt: 1.5 }}>{t('list.empty')}</Typography>}
      </Box>
      {rows && rows.length > 0 && <SnapshotTable rows={rows} onAsk={setAsked} />}
      {asked?.deed === 'rehearse' && (
        <RehearsalDialog
          snapshot={asked.snapshot}
          onClose={close}
          onRestore={() => setAsked({ ...asked, deed: 'restore' })}
        />
      )}
      {asked?.deed === 'restore' && <RestoreDialog snapshot={asked.snapshot} onClose={close} />}
    </Sheet>
  );
}

/** Read anew whenever a snapshot was made or copied. */
function useSnapshots(state: BackupState | undefined): readonly SnapshotRow[] | undefined {
  const { backup } = useServices();
  const [rows, setRows] = useState<readonly SnapshotRow[]>();
  const newest = `${state?.here.newest?.name} ${state?.away.newest?.name} ${state?.away.folder}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `newest` is what changes the list
  useEffect(() => {
    let current = true;
    void backup.list().then((answer) => {
      if (current && answer.ok) setRows(snapshotRows(answer.value));
    });
    return () => {
      current = false;
    };
  }, [backup, newest]);
  return rows;
}

function SnapshotTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly SnapshotRow[];
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation('safety');
  return (
    <Box component="table" aria-label={t('list.title')} sx={tableStyle}>
      <thead>
        <tr>
          {(['at', 'where', 'size', 'state', 'deeds'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.snapshot.name} row={row} onAsk={onAsk} />
        ))}
      </tbody>
    </Box>
  );
}

function Row({
  row: { snapshot, where, whole },
  onAsk,
}: {
  readonly row: SnapshotRow;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t, i18n } = useTranslation('safety');
  const at = useMomentText()(snapshot.madeAt);
  const megabytes = Math.max(0.1, snapshot.bytes / 1_000_000).toLocaleString(i18n.language, {
    maximumFractionDigits: 1,
  });
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{t(`list.${where}`)}</td>
      <td>{t('list.megabytes', { megabytes })}</td>
      <Box component="td" sx={whole ? {} : { color: 'error.main', fontWeight: 600 }}>
        {whole ? t('list.whole') : t('list.damaged')}
      </Box>
      <td>
        {whole && (
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button
              size="small"
              aria-label={t('list.tryOf', { at })}
              onClick={() => onAsk({ deed: 'rehearse', snapshot })}
            >
              {t('list.try')}
            </Button>
            <Button
              size="small"
              aria-label={t('list.restoreOf', { at })}
              onClick={() => onAsk({ deed: 'restore', snapshot })}
            >
              {t('list.restore')}
            </Button>
          </Box>
        )}
      </td>
    </tr>
  );
}
