import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlined from '@mui/icons-material/HelpOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { DueRow } from './due-rows.ts';

const marks = {
  due: { Icon: CheckCircleOutlined, color: 'primary.main' },
  'not-due': { Icon: RadioButtonUnchecked, color: 'text.secondary' },
  undecided: { Icon: HelpOutlined, color: 'waits.text' },
} as const;

function useReason({ result, percent }: DueRow, minimum: number): string {
  const { t } = useTranslation('certificates');
  if (result.due === 'due') return t('due.isDue');
  if (result.due === 'undecided') return t('due.undecided', { count: result.sums.notRecorded });
  return result.sums.offered === 0 ? t('due.nothingHeld') : t('due.notDue', { percent, minimum });
}

/** Whether a certificate is due, and why not. @param minimum percent that the offer asks for. */
export function DueMark({ row, minimum }: { readonly row: DueRow; readonly minimum: number }) {
  const { Icon, color } = marks[row.result.due];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        color,
        maxWidth: '100%',
        verticalAlign: 'middle',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, flex: 'none' }} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {useReason(row, minimum)}
      </Box>
    </Box>
  );
}
