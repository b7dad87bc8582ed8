import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { retentionPeriodsId } from '#shared/domain/records/retention-periods.ts';
import { AdministrationTabs } from '../AdministrationTabs.tsx';
import { MissingAccess } from '../MissingAccess.tsx';
import { DueSheet } from './DueSheet.tsx';
import { PeriodsSheet } from './PeriodsSheet.tsx';
import { RunsSheet } from './RunsSheet.tsx';

/** Verwaltung → Aufbewahrung: how long data is kept, what is due, and what was deleted. */
export function RetentionPage() {
  const { t } = useTranslation('retention');
  const { commands } = useServices();
  return commands.allows('retention.delete') ? <OpenRetention /> : <MissingAccess title={t('title')} />;
}

function OpenRetention() {
  const { t } = useTranslation('retention');
  const { records } = useServices();
  const loaded = useLoaded(
    ['retentionPeriods'],
    async () => ({
      periods: await records.get('retentionPeriods', retentionPeriodsId),
    }),
    [],
  );
  return (
    <Page title={t('title')}>
      <AdministrationTabs />
      {loaded && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {loaded.periods && <DueSheet />}
          <PeriodsSheet periods={loaded.periods} />
          <RunsSheet />
        </Box>
      )}
    </Page>
  );
}
