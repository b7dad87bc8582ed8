import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import { byListName, listName } from '#shared/domain/names/full-name.ts';
import type { Clash, OccupyingSession } from '#shared/domain/timetable/clashes.ts';
import { useClashes } from './use-clashes.ts';

const mostNames = 5;

/** What a planned session would clash with, before it is saved. Nothing is shown where nothing clashes. */
export function ClashList({ planned }: { readonly planned: OccupyingSession }) {
  const { t } = useTranslation('attendance');
  const clashes = useClashes(planned);
  const sentencesOf = useClashSentences();
  if (!clashes || clashes.length === 0) return null;
  return (
    <Alert severity="warning" role="status" data-clashes>
      {t('clash.title')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {clashes.flatMap(sentencesOf).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
    </Alert>
  );
}

function useClashSentences(): (clash: Clash) => readonly string[] {
  const { t } = useTranslation('attendance');
  const { directory } = useServices();
  return ({ session, other, room, lead, participantIds }) => {
    const where = {
      group: other.groupName ?? '',
      from: clockTime(other.startsAt),
      to: clockTime(other.endsAt),
    };
    const people = participantIds.flatMap((id) => directory.get('participant', id) ?? []);
    const names = people.sort(byListName).slice(0, mostNames).map(listName);
    return [
      ...(room ? [t('clash.room', { ...where, room: session.room ?? '' })] : []),
      ...(lead ? [t('clash.lead', { ...where, lead: session.lead ?? '' })] : []),
      ...(participantIds.length > 0
        ? [
            t('clash.people', {
              ...where,
              count: participantIds.length,
              names: names.join('; ') + (participantIds.length > mostNames ? ' …' : ''),
            }),
          ]
        : []),
    ];
  };
}
