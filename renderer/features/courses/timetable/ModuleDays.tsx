import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useEntries } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

interface ModuleDaysProps {
  readonly offerId: string;
  /** In order of time. */
  readonly sessions: readonly Stored<'session'>[];
}

/** From when to when each module of the offer would be taught. */
export function ModuleDays({ offerId, sessions }: ModuleDaysProps) {
  const { t } = useTranslation('courses');
  const modules = useEntries('offer').find(({ id }) => id === offerId)?.modules ?? [];
  const spans = modules.flatMap(({ id, title }) => {
    const own = sessions.filter(({ value }) => value.moduleId === id);
    const from = own[0]?.value.date;
    const to = own.at(-1)?.value.date;
    return from && to ? [{ id, title, from: germanDate(from), to: germanDate(to) }] : [];
  });
  if (spans.length === 0) return null;
  return (
    <div>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('plan.modules')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', maxHeight: 220, overflow: 'auto' }}>
        {spans.map(({ id, title, from, to }) => (
          <li key={id}>
            {title}{' '}
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {t('groups.period', { from, to })}
            </Box>
          </li>
        ))}
      </Box>
    </div>
  );
}
