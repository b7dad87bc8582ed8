import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { RetentionPeriods } from '#shared/domain/records/retention-periods.ts';
import { proposedMonths, retentionClasses, retentionRules } from '#shared/domain/retention/classes.ts';
import { plainTable } from '../plain-table.ts';
import { PeriodsDialog } from './PeriodsDialog.tsx';

/** The classes of data with their periods, and who signed them off; before that, what is proposed. */
export function PeriodsSheet({ periods }: { readonly periods: RetentionPeriods | undefined }) {
  const { t } = useTranslation('retention');
  const [editing, setEditing] = useState(false);
  const months = periods?.months ?? proposedMonths;
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5, display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        <Typography variant="h2">{t('periods.title')}</Typography>
        {periods ? (
          <Typography>
            {t('periods.signedOff', { day: germanDate(periods.signedOffOn), name: periods.signedOffBy })}
          </Typography>
        ) : (
          <Alert severity="info">{t('periods.none')}</Alert>
        )}
        <Button variant={periods ? 'outlined' : 'contained'} onClick={() => setEditing(true)}>
          {t('periods.edit')}
        </Button>
      </Box>
      <Box component="table" aria-label={t('periods.table')} sx={plainTable}>
        <thead>
          <tr>
            {(['kind', 'period', 'from', 'then'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`periods.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {retentionClasses.map((name) => (
            <tr key={name}>
              <Box component="th" scope="row" sx={{ whiteSpace: 'normal !important' }}>
                {t(`class.${name}.name`)}
                <Typography variant="body2" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                  {t(`class.${name}.why`)}
                </Typography>
              </Box>
              <Box component="td" sx={{ whiteSpace: 'nowrap' }}>
                {t('periods.months', { count: months[name] })}
              </Box>
              <td>{t(`trigger.${retentionRules[name].trigger}`)}</td>
              <td>{t(`mechanism.${retentionRules[name].mechanism}`)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {editing && <PeriodsDialog months={months} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}
