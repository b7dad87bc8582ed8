import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { SignatureList } from '#shared/domain/records/signature-list.ts';
import { CloseButton } from '../CloseButton.tsx';
import { KeyLegend } from '../KeyLegend.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { type GridLine, isUndo, type PeopleHandle, RollCallSheet } from '../RollCallSheet.tsx';
import { RollCallSummary } from '../RollCallSummary.tsx';
import { SheetNotices } from '../SheetNotices.tsx';
import { useReason } from '../use-reason.ts';
import { useRollCallDeeds } from '../use-roll-call-deeds.ts';
import type { OpenedSession } from '../use-session.ts';
import { useSpoken } from '../use-spoken.tsx';
import { WalkInsSheet } from '../WalkInsSheet.tsx';
import { paperPages } from './paper-lines.ts';
import { usePaperPage } from './use-paper-page.ts';

interface PaperEntryProps {
  readonly list: SignatureList;
  readonly view: OpenedSession;
}

/** The pages of a signed list, line by line as on the paper; at the end of each one, who was added by hand. */
export function PaperEntry({ list, view }: PaperEntryProps) {
  const { session, attendees, sheet, rollCall } = view;
  const { sessionId } = list;
  const { t } = useTranslation('attendance');
  const { clock } = useServices();
  const pages = useLines(list, view);
  const { page, open } = usePaperPage(pages.length);
  const lines = pages[page - 1] ?? [];
  const ids = useMemo(() => pages.flat().map(({ person }) => person.id), [pages]);
  const people = useRef<PeopleHandle>(null);
  const additions = useRef<HTMLInputElement>(null);
  const closed = sheet !== undefined && sheet.closed !== null;
  const reason = useReason(rollCall, closed);
  const { say, spoken } = useSpoken();
  const readOnly = session.date > clock.today() || session.cancelled !== null;
  const deeds = useRollCallDeeds({ rollCall, ids, readOnly, guard: reason.guard, say });
  const turned = useRef(page);
  // A page that was turned to begins with its first open line.
  useEffect(() => {
    if (turned.current !== page) people.current?.focus();
    turned.current = page;
  }, [page]);
  const undo = (): void =>
    deeds.undo(([first]) => {
      const at = pages.findIndex((each) => each.some(({ person }) => person.id === first));
      if (at !== -1 && at !== page - 1) open(at + 1);
      else people.current?.focus(first);
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isUndo(event) && !deeds.locked) {
      undo();
      event.stopPropagation();
    } else if (event.key === 'PageDown' && page < pages.length) open(page + 1);
    else if (event.key === 'PageUp' && page > 1) open(page - 1);
    else return;
    event.preventDefault();
  };
  const goOn = (): void => {
    if (page < pages.length) open(page + 1);
  };
  return (
    <Box onKeyDown={onKeyDown}>
      <SheetNotices session={session} sheet={sheet} rollCall={rollCall} />
      {list.date !== session.date && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('paper.movedSince', { date: germanDate(list.date) })}
        </Alert>
      )}
      <RollCallSummary deeds={deeds} ids={ids} onUndo={undo} withRest={false}>
        {!closed && (
          <CloseButton {...{ sessionId, rollCall, ids }} onClosed={() => people.current?.focus()} />
        )}
      </RollCallSummary>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography component="h2" sx={{ fontWeight: 600 }} aria-live="polite" data-page>
          {t('paper.page', { page, pages: pages.length })}
        </Typography>
        {pages.length > 1 && (
          <>
            <Button size="small" disabled={page === 1} onClick={() => open(page - 1)}>
              {t('paper.previous')}
            </Button>
            <Button size="small" disabled={page === pages.length} onClick={() => open(page + 1)}>
              {t('paper.next')}
            </Button>
          </>
        )}
      </Box>
      {!deeds.locked && <KeyLegend view="paper" />}
      <Box sx={{ maxWidth: 960 }}>
        <RollCallSheet
          key={page}
          {...{ deeds, lines, session }}
          onEnd={() => additions.current?.focus()}
          ref={people}
        />
        <WalkInsSheet
          {...{ sessionId, sheet, session, deeds, attendees }}
          welcome
          paper={{ ref: additions, onNothing: goOn, isLastPage: page === pages.length }}
        />
      </Box>
      <ReasonDialog asked={reason} />
      {spoken}
    </Box>
  );
}

/** The people of each page. Whoever has no record any more leaves a gap in the numbers. */
function useLines(
  { participantIds }: SignatureList,
  { attendees }: OpenedSession,
): readonly (readonly GridLine[])[] {
  const { directory } = useServices();
  return useMemo(() => {
    const known = new Map(attendees.map((attendee) => [attendee.person.id, attendee]));
    const expected = attendees.map(({ person }) => person.id);
    return paperPages(participantIds, expected).map((lines) =>
      lines.flatMap(({ participantId, number }): GridLine[] => {
        const person = directory.get('participant', participantId);
        const enrolled = known.get(participantId)?.enrolled ?? false;
        return person ? [{ person, enrolled, number }] : [];
      }),
    );
  }, [participantIds, attendees, directory]);
}
