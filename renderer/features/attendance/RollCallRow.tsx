import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ownScript } from '#shared/domain/names/full-name.ts';
import { MarkButtons } from './MarkButtons.tsx';
import { MarkState } from './MarkState.tsx';
import { MinutesField } from './MinutesField.tsx';
import type { TimedMark } from './mark-change.ts';
import type { KeyedMark } from './mark-keys.ts';
import { RowProblem } from './RowProblem.tsx';
import type { RollCall } from './roll-call.ts';
import { SavingMark } from './SavingMark.tsx';
import { useCorrectionText, useRecordedText } from './use-mark-text.ts';
import type { Attendee } from './use-session.ts';

/** What the rows may ask of the grid: the same object for all, so that a row renders only for its own changes. */
export interface RowDeeds {
  readonly accountId: string;
  readonly today: string;
  readonly session: { readonly startsAt: number; readonly endsAt: number };
  readonly readOnly: boolean;
  press(participantId: string, mark: KeyedMark): void;
  minutes(participantId: string, kind: TimedMark, minutes: number | null, byEnter: boolean): void;
  cancelMinutes(participantId: string): void;
  retry(participantId: string): void;
  focused(participantId: string): void;
}

interface RollCallRowProps {
  readonly attendee: Attendee;
  /** `null`: not on the printed list. */
  readonly number: number | null;
  readonly index: number;
  readonly rollCall: RollCall;
  readonly active: boolean;
  readonly asking: TimedMark | undefined;
  readonly deeds: RowDeeds;
}

/** One person of the roll call. Moving the focus touches the row's own element only, not what is in it. */
export const RollCallRow = memo(function RollCallRow({ active, ...body }: RollCallRowProps) {
  const { attendee, index, rollCall, deeds } = body;
  const { id } = attendee.person;
  const failed = useSyncExternalStore(rollCall.subscribe, () => rollCall.row(id).saving === 'failed');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid that is laid out in one or two columns
    <div
      role="row"
      aria-rowindex={index + 1}
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
  const { person } = attendee;
  const row = useSyncExternalStore(rollCall.subscribe, () => rollCall.row(person.id));
  const correctionText = useCorrectionText(deeds.accountId);
  const recordedText = useRecordedText(deeds.accountId, deeds.today);
  return (
    <>
      <Cell name="number">{number}</Cell>
      <AttendeeName attendee={attendee} isPrinted={number !== null} />
      <Cell name="state">
        {asking ? (
          <MinutesField
            kind={asking}
            mark={row}
            session={deeds.session}
            onDone={(minutes, byEnter) => deeds.minutes(person.id, asking, minutes, byEnter)}
            onCancel={() => deeds.cancelMinutes(person.id)}
          />
        ) : (
          <MarkState mark={row} />
        )}
        <SavingMark row={row} detail={recordedText(row)} />
      </Cell>
      <Cell name="marks">
        <MarkButtons mark={row} disabled={deeds.readOnly} onPress={(mark) => deeds.press(person.id, mark)} />
      </Cell>
      {row.saving === 'failed' && (
        <Cell name="problem">
          <RowProblem row={row} onRetry={() => deeds.retry(person.id)} />
        </Cell>
      )}
      {row.corrections.length > 0 && (
        <Cell name="corrections">
          {row.corrections.map((correction) => (
            <span key={correction.at + correction.reason}>{correctionText(correction)}</span>
          ))}
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

interface AttendeeNameProps {
  readonly attendee: Attendee;
  readonly isPrinted: boolean;
}

const AttendeeName = memo(function AttendeeName({ attendee, isPrinted }: AttendeeNameProps) {
  const { t } = useTranslation('attendance');
  const { person, enrolled } = attendee;
  const original = ownScript(person);
  return (
    <Cell name="name">
      <span>{person.family ?? person.given}</span>
      <span>
        {person.family === null ? null : person.given}
        {original !== null && <bdi>{original}</bdi>}
        {(!enrolled || !isPrinted) && <i>{t(enrolled ? 'paper.notPrinted' : 'withoutPlace')}</i>}
      </span>
    </Cell>
  );
});
