import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type Ref, useImperativeHandle } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { fullName, listName, ownScript } from '#shared/domain/names/full-name.ts';
import { BigMarks } from './BigMarks.tsx';
import { MarkState } from './MarkState.tsx';
import { MinutesField } from './MinutesField.tsx';
import type { RowDeeds } from './RollCallRow.tsx';
import type { PeopleHandle } from './RollCallSheet.tsx';
import { RoundEnd } from './RoundEnd.tsx';
import { RowDetail } from './RowDetail.tsx';
import { RowProblem } from './RowProblem.tsx';
import { SavingMark } from './SavingMark.tsx';
import { useOneByOne } from './use-one-by-one.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';
import type { Attendee } from './use-session.ts';

interface OneByOneProps {
  readonly deeds: RollCallDeeds;
  readonly attendees: readonly Attendee[];
  readonly session: RowDeeds['session'];
  readonly onWholeGroup: () => void;
  readonly ref: Ref<PeopleHandle>;
}

/** One person at a time, to be called by name. Nobody is passed over: who is left open comes again at the end. */
export function OneByOne({ deeds, attendees, session, onWholeGroup, ref }: OneByOneProps) {
  const { t } = useTranslation('attendance');
  const one = useOneByOne(deeds, attendees);
  useImperativeHandle(ref, () => ({ focus: one.show }));
  const { current, row } = one;
  if (!current) {
    return (
      <RoundEnd
        total={attendees.length}
        open={one.open}
        onAgain={() => one.show()}
        onWholeGroup={onWholeGroup}
      />
    );
  }
  const { person, enrolled } = current;
  const original = ownScript(person);
  return (
    <>
      <Sheet sx={{ p: 0, overflow: 'hidden' }}>
        <LinearProgress
          variant="determinate"
          value={(100 * one.place) / attendees.length}
          aria-label={t('single.progress')}
        />
        <Box
          ref={one.card}
          role="group"
          aria-label={`${listName(person)}, ${t('single.place', { place: one.place, total: attendees.length })}`}
          data-one={person.id}
          tabIndex={0}
          onKeyDown={one.onKeyDown}
          sx={{
            display: 'grid',
            justifyItems: 'center',
            gap: 1.5,
            p: 3,
            '&:focus': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-4px' },
          }}
        >
          <Typography sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }} data-place>
            {t('single.place', { place: one.place, total: attendees.length })}
            {one.isAgain && ` · ${t('single.again')}`}
          </Typography>
          <Box sx={{ textAlign: 'center', minHeight: 112, display: 'grid', alignContent: 'center' }}>
            <Typography
              component="h2"
              sx={{ fontSize: { xs: '1.75rem', md: '2.5rem' }, fontWeight: 600, lineHeight: 1.25 }}
            >
              {fullName(person)}
            </Typography>
            {original !== null && (
              <Typography component="bdi" dir="auto" sx={{ fontSize: '1.5rem', color: 'text.secondary' }}>
                {original}
              </Typography>
            )}
            {!enrolled && (
              <Typography component="i" sx={{ color: 'text.secondary' }}>
                {t('withoutPlace')}
              </Typography>
            )}
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 48 }}>
            {one.asking ? (
              <MinutesField
                kind={one.asking}
                mark={row}
                session={session}
                onDone={one.minutes}
                onCancel={one.cancelMinutes}
              />
            ) : (
              <MarkState mark={row} />
            )}
            <SavingMark row={row} detail={undefined} />
          </Box>
          <RowProblem row={row} onRetry={() => deeds.retry([person.id])} />
          <BigMarks row={row} locked={deeds.locked} one={one} letters={deeds.letters} />
        </Box>
      </Sheet>
      <RowDetail rollCall={deeds.rollCall} person={person} />
    </>
  );
}
