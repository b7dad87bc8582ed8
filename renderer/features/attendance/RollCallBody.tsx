import GroupAdd from '@mui/icons-material/GroupAdd';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { CloseButton } from './CloseButton.tsx';
import { KeyLegend, viewKey } from './KeyLegend.tsx';
import { OneByOne } from './OneByOne.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { isUndo, type PeopleHandle, RollCallSheet } from './RollCallSheet.tsx';
import { RollCallSummary } from './RollCallSummary.tsx';
import type { RollCall } from './roll-call.ts';
import { SheetNotices } from './SheetNotices.tsx';
import { useReason } from './use-reason.ts';
import { useRollCallDeeds } from './use-roll-call-deeds.ts';
import type { Attendee } from './use-session.ts';
import { useSpoken } from './use-spoken.tsx';
import { WalkInsSheet } from './WalkInsSheet.tsx';

interface RollCallBodyProps {
  readonly sessionId: string;
  readonly session: Session;
  readonly attendees: readonly Attendee[];
  readonly sheet: AttendanceSheet | undefined;
  readonly rollCall: RollCall;
  /** People without a place are welcome. */
  readonly walkIns: boolean;
}

/** The roll call of a session: the whole group or one person at a time, and who came without a place. */
export function RollCallBody(props: RollCallBodyProps) {
  const { sessionId, session, attendees, sheet, rollCall, walkIns } = props;
  const { t } = useTranslation('attendance');
  const { clock } = useServices();
  const closed = sheet !== undefined && sheet.closed !== null;
  const reason = useReason(rollCall, closed);
  const { say, spoken } = useSpoken();
  const people = useRef<PeopleHandle>(null);
  const [single, setSingle] = useState(false);
  const lines = useMemo(
    () => attendees.map((attendee, index) => ({ ...attendee, number: index + 1 })),
    [attendees],
  );
  const ids = useMemo(() => attendees.map(({ person }) => person.id), [attendees]);
  // A mark that was just saved is of no haste to those who came without a place.
  const lateSheet = useDeferredValue(sheet);
  const readOnly = session.date > clock.today() || session.cancelled !== null;
  const deeds = useRollCallDeeds({ rollCall, ids, readOnly, guard: reason.guard, say });
  const undo = (): void =>
    deeds.undo(([first, ...others]) => {
      if (first !== undefined && others.length === 0) people.current?.focus(first);
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isUndo(event) && !deeds.locked) {
      undo();
      // The window listens for the same keys: an older offer to undo is not meant here.
      event.stopPropagation();
    } else if (isViewKey(event)) setSingle(!single);
    else return;
    event.preventDefault();
  };
  const isEmpty = attendees.length === 0;
  const Icon = single ? GroupsOutlined : PersonOutlined;
  return (
    <>
      <SheetNotices session={session} sheet={sheet} rollCall={rollCall} />
      {isEmpty && <NobodyYet groupId={session.groupId} />}
      {!isEmpty && (
        <Box onKeyDown={onKeyDown}>
          <RollCallSummary deeds={deeds} ids={ids} onUndo={undo} withRest>
            {!closed && (
              <CloseButton {...{ sessionId, rollCall, ids }} onClosed={() => people.current?.focus()} />
            )}
            <Shortcut keys={viewKey}>
              <Button startIcon={<Icon />} onClick={() => setSingle(!single)}>
                {t(single ? 'single.off' : 'single.on')}
              </Button>
            </Shortcut>
          </RollCallSummary>
          {!deeds.locked && <KeyLegend view={single ? 'single' : 'group'} />}
          {single ? (
            <OneByOne {...{ deeds, attendees, session }} onWholeGroup={() => setSingle(false)} ref={people} />
          ) : (
            <RollCallSheet {...{ deeds, lines, session }} ref={people} />
          )}
        </Box>
      )}
      <WalkInsSheet {...{ sessionId, session, deeds, attendees }} sheet={lateSheet} welcome={walkIns} />
      <ReasonDialog asked={reason} />
      {spoken}
    </>
  );
}

const isViewKey = ({ key, ctrlKey, altKey, metaKey, shiftKey, repeat, target }: KeyboardEvent): boolean =>
  key.toUpperCase() === viewKey &&
  !(ctrlKey || altKey || metaKey || shiftKey || repeat) &&
  !(target instanceof HTMLInputElement);

function NobodyYet({ groupId }: { readonly groupId: string }) {
  const { t } = useTranslation('attendance');
  return (
    <Sheet>
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        icon={<GroupAdd />}
        action={
          <Button component={Link} to={`/courses/groups/${groupId}`} variant="contained">
            {t('empty.action')}
          </Button>
        }
      />
    </Sheet>
  );
}
