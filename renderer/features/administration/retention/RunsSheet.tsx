import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { plainTable } from '../plain-table.ts';
import { classCounts } from './class-counts.ts';

/** The latest ones stand on the screen; all of them stay in the log. */
const shownRuns = 10;

/** What deletion runs have deleted: counts, and nobody's name. */
export function RunsSheet() {
  const { t } = useTranslation('retention');
  const { records } = useServices();
  const momentText = useMomentText();
  const runs = useLoaded(['deletionRun'], () => records.all('deletionRun'), []);
  if (!runs) return null;
  const latest = runs.toSorted((a, b) => b.value.endedAt.localeCompare(a.value.endedAt)).slice(0, shownRuns);
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5 }}>
        <Typography variant="h2">{t('last.title')}</Typography>
        {latest.length === 0 && <Typography sx={{ mt: 1 }}>{t('last.none')}</Typography>}
      </Box>
      {latest.length > 0 && (
        <Box component="table" aria-label={t('last.table')} sx={plainTable}>
          <thead>
            <tr>
              {(['at', 'outcome', 'counts'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`last.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {latest.map(({ id, value: { endedAt, outcome, done } }) => (
              <tr key={id}>
                <th scope="row">{momentText(Date.parse(endedAt))}</th>
                <td>{t(`last.outcomes.${outcome}`)}</td>
                <td>{classCounts(t, done).join(' · ') || t('last.nothing')}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Sheet>
  );
}
