import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type KeyboardEvent, useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import { listName } from '#shared/domain/names.ts';
import { KeyLegend } from './KeyLegend.tsx';
import { type KeyedMark, keyedMarks, type MarkLetters } from './mark-keys.ts';
import { RollCallRow } from './RollCallRow.tsx';
import { RollCallSummary } from './RollCallSummary.tsx';
import type { RollCall } from './roll-call.ts';
import { rollCallStyles } from './roll-call-styles.ts';
import { useMarkText, useRecordedText } from './use-mark-text.ts';
import { useRollCallKeys } from './use-roll-call-keys.ts';
import type { Attendee } from './use-session.ts';

interface RollCallSheetProps {
  readonly rollCall: RollCall;
  readonly attendees: readonly Attendee[];
  /** Minutes of the session. */
  readonly length: number;
  /** Nothing can be recorded: the session is cancelled or yet to come. */
  readonly readOnly: boolean;
}

/** Wide enough that two columns of rows stand side by side. */
const twoColumns = '(min-width: 1240px)';

/** The whole group at one glance, recorded with one key a person. */
export function RollCallSheet({ rollCall, attendees, length, readOnly }: RollCallSheetProps) {
  const { t } = useTranslation('attendance');
  const { signedIn, clock, commands } = useServices();
  const status = useRef<HTMLDivElement>(null);
  /** Written straight into the live region: a sentence for screen readers is no reason to render the sheet. */
  const say = useCallback((text: string): void => {
    if (status.current) status.current.textContent = text;
  }, []);
  const markText = useMarkText();
  const wide = useMediaQuery(twoColumns) && attendees.length > 8;
  const ids = useMemo(() => attendees.map(({ person }) => person.id), [attendees]);
  const rowsPerColumn = wide ? Math.ceil(ids.length / 2) : ids.length;
  const letters = useMemo(
    () =>
      Object.fromEntries(
        keyedMarks.map((mark): [KeyedMark, string] => [mark, t(`letters.${mark}`)]),
      ) as MarkLetters,
    [t],
  );
  const locked = readOnly || !commands.allows('attendance.record');
  const rest = useCallback((): void => {
    const open = ids.filter((id) => rollCall.row(id).mark === 'not-recorded');
    if (locked || open.length === 0) return;
    rollCall.record(open.map((participantId) => ({ participantId, mark: 'present', minutes: null })));
    say(t('restRecorded', { count: open.length }));
  }, [ids, rollCall, locked, say, t]);
  const keys = useRollCallKeys({
    ...{ rollCall, ids, rowsPerColumn, letters, readOnly: locked, onRest: rest },
    session: { accountId: signedIn.accountId, today: clock.today(), length },
    onRecorded: (id) => {
      const person = attendees.find((attendee) => attendee.person.id === id)?.person;
      if (person) say(t('said', { name: listName(person), mark: markText(rollCall.row(id)) }));
    },
  });
  const { focus } = keys;
  const undo = useCallback((): void => {
    const [first, ...others] = rollCall.undo();
    if (first === undefined) return;
    say(t('undone'));
    if (others.length === 0) focus(first);
  }, [rollCall, focus, say, t]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.ctrlKey || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'z' || locked) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    // The window listens for the same keys: an older offer to undo is not meant here.
    event.stopPropagation();
    undo();
  };
  const look = useMemo(() => gridLook(wide ? rowsPerColumn : undefined), [wide, rowsPerColumn]);
  return (
    <Box onKeyDown={onKeyDown}>
      <RollCallSummary rollCall={rollCall} ids={ids} readOnly={locked} onRest={rest} onUndo={undo} />
      {!locked && <KeyLegend />}
      <Sheet padded={false}>
        <Box
          ref={keys.grid}
          role="grid"
          aria-label={t('grid')}
          aria-readonly={locked}
          onKeyDown={keys.onKeyDown}
          sx={look}
        >
          {attendees.map((attendee, index) => {
            const { id } = attendee.person;
            return (
              <RollCallRow
                key={id}
                attendee={attendee}
                number={index + 1}
                rollCall={rollCall}
                active={id === keys.activeId}
                asking={keys.asking?.id === id ? keys.asking.mark : undefined}
                deeds={keys.deeds}
              />
            );
          })}
        </Box>
      </Sheet>
      <RowDetail rollCall={rollCall} attendee={attendees.find(({ person }) => person.id === keys.activeId)} />
      <Box ref={status} role="status" aria-live="polite" sx={visuallyHidden} />
    </Box>
  );
}

/** Two columns of so many rows each, filled from top to bottom, or one. */
const gridLook = (rowsEach: number | undefined) => ({
  ...rollCallStyles,
  display: 'grid',
  columnGap: 2,
  ...(rowsEach === undefined
    ? { gridTemplateColumns: 'minmax(0, 1fr)' }
    : {
        gridAutoFlow: 'column',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        gridTemplateRows: `repeat(${rowsEach}, auto)`,
      }),
});

/** Who recorded the row that has the focus, and when. */
function RowDetail({
  rollCall,
  attendee,
}: {
  readonly rollCall: RollCall;
  readonly attendee: Attendee | undefined;
}) {
  const { signedIn, clock } = useServices();
  const recordedText = useRecordedText(signedIn.accountId, clock.today());
  useSyncExternalStore(rollCall.subscribe, rollCall.version);
  const recorded = attendee && recordedText(rollCall.row(attendee.person.id));
  return (
    <Box sx={{ minHeight: 22, mt: 0.5, fontSize: '0.8125rem', color: 'text.secondary' }}>
      {attendee && recorded && (
        <>
          <bdi>{listName(attendee.person)}</bdi>
          {` · ${recorded}`}
        </>
      )}
    </Box>
  );
}
