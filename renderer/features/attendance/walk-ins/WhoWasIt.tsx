import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { decodeMark } from '#shared/domain/attendance/marks.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { MarkState } from '../MarkState.tsx';
import { useMarkText } from '../use-mark-text.ts';
import { PersonChoice } from './PersonChoice.tsx';
import type { UnlinkedItem } from './unlinked-items.ts';

interface WhoWasItProps {
  readonly item: UnlinkedItem;
  readonly onChoose: (person: PersonEntry) => void;
  /** The item before or after this one. */
  readonly onBeside: ((by: 1 | -1) => void) | undefined;
  readonly ref: Ref<HTMLInputElement>;
}

/** The one at hand: the name, when and where they came, and the people it may have been. */
export function WhoWasIt({ item, onChoose, onBeside, ref }: WhoWasItProps) {
  const { t } = useTranslation('walk-ins');
  const { commands, directory } = useServices();
  const markText = useMarkText();
  const { session, sheet, walkIn } = item;
  const group = directory.get('courseGroup', session.groupId);
  const recordedOf = (personId: string): string | undefined => {
    const code = sheet.marks[personId];
    return code === undefined ? undefined : t('choice.recorded', { mark: markText(decodeMark(code)) });
  };
  return (
    <Sheet sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography variant="h2" sx={{ flex: '1 1 auto', overflowWrap: 'anywhere' }}>
          {walkIn ? t('who.named', { name: walkIn.name }) : t('who.counted', { count: sheet.heads })}
        </Typography>
        {walkIn && <MarkState mark={walkIn} />}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        <Link component={RouterLink} to={`/sessions/${session.id}`}>
          {t('who.session', {
            group: group?.name ?? '',
            date: germanDate(session.date),
            time: clockTime(session.startsAt),
          })}
        </Link>
      </Typography>
      <PersonChoice
        name={walkIn?.name ?? ''}
        session={session}
        recordedOf={recordedOf}
        onChoose={onChoose}
        createAt={
          walkIn && commands.allows('participant.create')
            ? `/people/new?session=${session.id}&entry=${walkIn.entryId}`
            : undefined
        }
        onKeyDown={(event) => {
          const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : undefined;
          if (by === undefined || !onBeside) return;
          event.preventDefault();
          onBeside(by);
        }}
        ref={ref}
      />
      {onBeside && (
        <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
          <Shortcut keys={t('keys.previous')}>
            <Button onClick={() => onBeside(-1)}>{t('who.previous')}</Button>
          </Shortcut>
          <Shortcut keys={t('keys.next')}>
            <Button onClick={() => onBeside(1)}>{t('who.next')}</Button>
          </Shortcut>
        </Box>
      )}
    </Sheet>
  );
}
