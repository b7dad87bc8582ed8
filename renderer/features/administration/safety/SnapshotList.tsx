import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { BackupState, Snapshot } from '#shared/ipc/contract/backup.ts';
import { plainTable } from '../plain-table.ts';
import { RehearsalDialog } from './RehearsalDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import type { SnapshotRow } from './snapshot-rows.ts';
import { useMegabytes } from './use-megabytes.ts';
import type { ListedSnapshots } from './use-snapshots.ts';
import { VerifyAll } from './VerifyAll.tsx';

/** What is asked of a snapshot. */
type Asked = { readonly deed: 'rehearse' | 'restore'; readonly snapshot: Snapshot };

interface SnapshotListProps {
  readonly backup: BackupState | undefined;
  readonly snapshots: ListedSnapshots;
}

/** Every snapshot, newest first, and what can be done with it. */
export function SnapshotList({ backup, snapshots: { rows, again } }: SnapshotListProps) {
  const { t } = useTranslation('safety');
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5 }}>
        <Typography variant="h2">{t('list.title')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('list.text')}
        </Typography>
        {rows && rows.length > 0 && <VerifyAll backup={backup} onDone={again} />}
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

function SnapshotTable({
  rows,
  onAsk,
}: {
  readonly rows: readonly SnapshotRow[];
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation('safety');
  return (
    <Box component="table" aria-label={t('list.title')} sx={plainTable}>
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
  const { t } = useTranslation('safety');
  const moment = useMomentText();
  const megabytes = useMegabytes();
  const at = moment(snapshot.madeAt);
  const { verifiedAt } = snapshot;
  const verified =
    verifiedAt === null
      ? t(whole ? 'list.unread' : 'list.damagedAtSight')
      : t(whole ? 'list.whole' : 'list.damaged', { at: moment(verifiedAt) });
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{t(`list.${where}`)}</td>
      <td>{t('list.megabytes', { megabytes: megabytes(snapshot.bytes) })}</td>
      <Box component="td" sx={whole ? {} : { color: 'error.main', fontWeight: 600 }}>
        {verified}
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
