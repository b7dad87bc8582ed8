import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { minutesOf } from './mark-change.ts';
import { useMarkText } from './use-mark-text.ts';

/** A person's mark as icon, word and colour; both of them one below the other for who came late and left early. */
export function MarkState({ mark }: { readonly mark: PersonMark }) {
  const { t } = useTranslation('attendance');
  const markText = useMarkText();
  const late = minutesOf(mark, 'late');
  const early = minutesOf(mark, 'left-early');
  if (late === null || early === null) return <StatusMark status={mark.mark} label={markText(mark)} />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'start' }}>
      <StatusMark status="late" label={t('timed.late', { minutes: late })} />
      <StatusMark status="left-early" label={t('timed.andLeft', { minutes: early })} />
    </Box>
  );
}
