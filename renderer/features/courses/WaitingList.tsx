import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { fullName, listName } from '#shared/domain/names/full-name.ts';
import { waitingDay } from '#shared/domain/waiting-list.ts';
import type { WaitingPerson } from './use-enrolled.ts';

/** Who waits for a place, in the order in which they move up. */
export function WaitingList({ waiting }: { readonly waiting: readonly WaitingPerson[] }) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const mayEnd = commands.allows('enrolment.end');

  const takeOff = async ({ person, place }: WaitingPerson): Promise<void> => {
    const ids = [place.id];
    const answer = await commands.execute('enrolment.end', {
      ...{ ids, endedOn: clock.today(), reason: 'dropped-out' },
    });
    if (!answer.ok) return say(failureText(answer.error), 'error');
    // The line goes, and its button with it.
    title.current?.focus();
    offerUndo(t('enrolled.takenOff', { name: fullName(person) }), () => {
      void commands.execute('enrolment.reopen', { ids }).then((taken) => {
        if (!taken.ok) say(failureText(taken.error), 'error');
      });
    });
  };
  return (
    <Box component="section" aria-labelledby={heading} sx={{ p: 2, borderTop: 1, borderColor: 'line.soft' }}>
      <Typography
        variant="h3"
        id={heading}
        ref={title}
        tabIndex={-1}
        sx={{ mb: 1, outline: 'none', fontSize: '1rem', fontWeight: 600 }}
      >
        {t('enrolled.waitingTitle', { count: waiting.length })}
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {waiting.map((one, at) => (
          <Box component="li" key={one.place.id} sx={lineLook}>
            <Box component="span" sx={{ color: 'text.secondary', width: 28 }}>
              {t('enrolled.position', { position: at + 1 })}
            </Box>
            <Link component={RouterLink} to={`/people/${one.person.id}`} sx={{ flex: '1 1 160px' }}>
              {listName(one.person)}
            </Link>
            <Box component="span" sx={{ color: 'text.secondary', flex: '1 1 160px' }}>
              {t('enrolled.waitsSince', { date: germanDate(waitingDay(one.place.waitingSince ?? '')) })}
            </Box>
            {mayEnd && (
              <Button
                size="small"
                aria-label={t('enrolled.takeOffNamed', { name: fullName(one.person) })}
                onClick={() => void takeOff(one)}
              >
                {t('enrolled.takeOff')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const lineLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  minHeight: 36,
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
} as const;
