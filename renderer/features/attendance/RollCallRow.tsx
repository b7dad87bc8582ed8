import Button from '@mui/material/Button';
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { ownScript } from '#shared/domain/names.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { MarkButtons } from './MarkButtons.tsx';
import { MinutesField } from './MinutesField.tsx';
import type { RollCall } from './roll-call.ts';
import { SavingMark } from './SavingMark.tsx';
import { useMarkText, useRecordedText } from './use-mark-text.ts';
import type { Attendee } from './use-session.ts';

/** What the rows may ask of the grid: the same object for all, so that a row renders only for its own changes. */
export interface RowDeeds {
  readonly accountId: string;
  readonly today: string;
  /** Minutes of the session. */
  readonly length: number;
  readonly readOnly: boolean;
  press(participantId: string, mark: AttendanceMark): void;
  minutes(participantId: string, mark: 'late' | 'left-early', minutes: number, byEnter: boolean): void;
  cancelMinutes(participantId: string): void;
  focused(participantId: string): void;
}

interface RollCallRowProps {
  readonly attendee: Attendee;
  readonly number: number;
  readonly rollCall: RollCall;
  readonly active: boolean;
  readonly asking: 'late' | 'left-early' | undefined;
  readonly deeds: RowDeeds;
}

const defaultMinutes = 20;

/** One person of the roll call. Moving the focus touches the row's own element only, not what is in it. */
export const RollCallRow = memo(function RollCallRow({ active, ...body }: RollCallRowProps) {
  const { attendee, number, rollCall, deeds } = body;
  const { id } = attendee.person;
  const failed = useSyncExternalStore(rollCall.subscribe, () => rollCall.row(id).saving === 'failed');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid that is laid out in one or two columns
    <div
      role="row"
      aria-rowindex={number}
      tabIndex={active ? 0 : -1}
      data-person={id}
      className={failed ? 'rc-row rc-failed' : 'rc-row'}
      onFocus={() => deeds.focused(id)}
    >
      <RowBody {...body} />
    </div>
  );
});

const RowBody = memo(function RowBody(props: Omit<RollCallRowProps, 'active'>) {
  const { attendee, number, rollCall, asking, deeds } = props;
  const { t } = useTranslation('attendance');
  const { person } = attendee;
  const row = useSyncExternalStore(rollCall.subscribe, () => rollCall.row(person.id));
  const markText = useMarkText();
  const recordedText = useRecordedText(deeds.accountId, deeds.today);
  const failureText = useFailureText();
  return (
    <>
      <Cell name="number">{number}</Cell>
      <AttendeeName attendee={attendee} />
      <Cell name="state">
        {asking ? (
          <MinutesField
            mark={asking}
            initial={
              row.mark === asking && row.minutes !== null
                ? row.minutes
                : Math.min(defaultMinutes, deeds.length)
            }
            most={deeds.length}
            onDone={(minutes, byEnter) => deeds.minutes(person.id, asking, minutes, byEnter)}
            onCancel={() => deeds.cancelMinutes(person.id)}
          />
        ) : (
          <StatusMark status={row.mark} label={markText(row)} />
        )}
        <SavingMark row={row} detail={recordedText(row)} />
      </Cell>
      <Cell name="marks">
        <MarkButtons
          participantId={person.id}
          mark={row.mark}
          disabled={deeds.readOnly}
          onPress={deeds.press}
        />
      </Cell>
      {row.saving === 'failed' && row.failure && (
        <Cell name="problem">
          <FieldError>{t('failed.row', { reason: failureText(row.failure) })}</FieldError>
          <Button
            size="small"
            color="error"
            variant="outlined"
            tabIndex={-1}
            onClick={() => rollCall.retry([person.id])}
          >
            {t('failed.retry')}
          </Button>
        </Cell>
      )}
    </>
  );
});

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid that is laid out in one or two columns
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <div role="gridcell" className={`rc-${name}`}>
      {children}
    </div>
  );
}

const AttendeeName = memo(function AttendeeName({ attendee }: { readonly attendee: Attendee }) {
  const { t } = useTranslation('attendance');
  const { person, enrolled } = attendee;
  const original = ownScript(person);
  return (
    <Cell name="name">
      <span>{person.family ?? person.given}</span>
      <span>
        {person.family === null ? null : person.given}
        {original !== null && <bdi>{original}</bdi>}
        {!enrolled && t('withoutPlace')}
      </span>
    </Cell>
  );
});
