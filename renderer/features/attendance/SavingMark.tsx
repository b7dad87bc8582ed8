import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { RowState } from './roll-call.ts';

const icons = { pending: MoreHoriz, saved: SaveOutlined, failed: ErrorOutlined } as const;

interface SavingMarkProps {
  readonly row: Pick<RowState, 'mark' | 'saving'>;
  readonly detail: string | undefined;
}

/** Whether a row's mark is on its way, saved or not saved; nothing where there is no mark. */
export function SavingMark({ row, detail }: SavingMarkProps) {
  const { t } = useTranslation('attendance');
  const Icon = icons[row.saving];
  const label = t(`saving.${row.saving}`);
  if (row.mark === 'not-recorded' && row.saving === 'saved')
    return <Box component="span" sx={{ width: 18, flex: 'none' }} />;
  return (
    <Icon
      role="img"
      aria-hidden={false}
      aria-label={label}
      data-saving={row.saving}
      titleAccess={row.saving === 'saved' ? (detail ?? label) : label}
      sx={{ fontSize: 18, flex: 'none', color: row.saving === 'failed' ? 'error.main' : 'text.secondary' }}
    />
  );
}
