import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { RollCallRow, type RowDeeds } from './RollCallRow.tsx';
import { RowDetail } from './RowDetail.tsx';
import { rollCallStyles } from './roll-call-styles.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';
import { useRollCallKeys } from './use-roll-call-keys.ts';
import type { Attendee } from './use-session.ts';

/** Somebody in the grid with their running number; `null`: not on the printed list. */
export interface GridLine extends Attendee {
  readonly number: number | null;
}

/** What others may ask of the people on the screen. */
export interface PeopleHandle {
  /** Brings the focus to a person, or to the first one who is open. */
  focus(id?: string): void;
}

interface RollCallSheetProps {
  readonly deeds: RollCallDeeds;
  readonly lines: readonly GridLine[];
  readonly session: RowDeeds['session'];
  /** Set for a printed list, which is entered line by line; called after the last one. */
  readonly onEnd?: (() => void) | undefined;
  readonly ref: Ref<PeopleHandle>;
}

/** Wide enough that two columns of rows stand side by side. */
const twoColumns = '(min-width: 1240px)';

/** The whole group at one glance, recorded with one key a person. */
export function RollCallSheet({ deeds, lines, session, onEnd, ref }: RollCallSheetProps) {
  const { t } = useTranslation('attendance');
  const { rollCall } = deeds;
  const wide = useMediaQuery(twoColumns) && lines.length > 8 && onEnd === undefined;
  const ids = useMemo(() => lines.map(({ person }) => person.id), [lines]);
  const rowsPerColumn = wide ? Math.ceil(ids.length / 2) : ids.length;
  const { startsAt, endsAt } = session;
  const times = useMemo(() => ({ startsAt, endsAt }), [startsAt, endsAt]);
  const keys = useRollCallKeys({ deeds, ids, rowsPerColumn, session: times, onEnd });
  useImperativeHandle(ref, () => ({
    focus: (id) => {
      const wanted = id ?? ids.find((one) => rollCall.row(one).mark === 'not-recorded') ?? ids[0];
      if (wanted !== undefined) keys.focus(wanted);
    },
  }));
  const look = useMemo(() => gridLook(wide ? rowsPerColumn : undefined), [wide, rowsPerColumn]);
  const active = lines.find(({ person }) => person.id === keys.activeId)?.person;
  return (
    <>
      <Sheet padded={false}>
        <Box
          ref={keys.grid}
          role="grid"
          aria-label={t('grid')}
          aria-readonly={deeds.locked}
          onKeyDown={keys.onKeyDown}
          sx={look}
        >
          {lines.map((line, index) => {
            const { id } = line.person;
            return (
              <RollCallRow
                key={id}
                attendee={line}
                number={line.number}
                index={index}
                rollCall={rollCall}
                active={id === keys.activeId}
                asking={keys.asking?.id === id ? keys.asking.kind : undefined}
                deeds={keys.rowDeeds}
              />
            );
          })}
        </Box>
      </Sheet>
      <RowDetail rollCall={rollCall} person={active} />
    </>
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

/** Ctrl+Z outside of a text field. */
export function isUndo(event: KeyboardEvent): boolean {
  return (
    event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey &&
    event.key.toLowerCase() === 'z' &&
    !(event.target instanceof HTMLInputElement)
  );
}
