import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import { plainMark } from './mark-change.ts';
import { type KeyedMark, keyedMarks, type MarkLetters } from './mark-keys.ts';
import type { RollCall } from './roll-call.ts';
import { useMarkText } from './use-mark-text.ts';

/** What can be done in a roll call, however its people are shown. The same object until something of it changes. */
export interface RollCallDeeds {
  readonly rollCall: RollCall;
  /** Nothing can be recorded: the session is cancelled or yet to come, or the role may only look. */
  readonly locked: boolean;
  readonly letters: MarkLetters;
  readonly accountId: string;
  readonly today: string;
  /** Does something that changes the sheet, after the reason was asked for where it is closed. */
  change(deed: () => void): void;
  /** Records a mark and says it. Only within `change`. */
  record(id: string, mark: PersonMark): void;
  /** Everybody who is left is present. */
  rest(): void;
  /** Takes the last deed back. `then` is told of whom. */
  undo(then: (ids: readonly string[]) => void): void;
  retry(ids: readonly string[]): void;
}

interface RollCallDeedsOptions {
  readonly rollCall: RollCall;
  readonly ids: readonly string[];
  readonly readOnly: boolean;
  readonly guard: (deed: () => void) => void;
  /** Says a sentence to screen readers. */
  readonly say: (text: string) => void;
}

export function useRollCallDeeds(options: RollCallDeedsOptions): RollCallDeeds {
  const { rollCall, ids, readOnly, guard, say } = options;
  const { t } = useTranslation('attendance');
  const { signedIn, clock, commands, directory } = useServices();
  const markText = useMarkText();
  const letters = useMemo(
    () =>
      Object.fromEntries(
        keyedMarks.map((mark): [KeyedMark, string] => [mark, t(`letters.${mark}`)]),
      ) as MarkLetters,
    [t],
  );
  const locked = readOnly || !commands.allows('attendance.record');
  const change = useCallback(
    (deed: () => void): void => {
      if (!locked) guard(deed);
    },
    [locked, guard],
  );
  const today = clock.today();
  return useMemo(
    () => ({
      ...{ rollCall, locked, letters, change, today, accountId: signedIn.accountId },
      record: (participantId, mark) => {
        rollCall.record([{ participantId, ...mark }]);
        const person = directory.get('participant', participantId);
        if (person) say(t('said', { name: listName(person), mark: markText(mark) }));
      },
      rest: () => {
        const open = ids.filter((id) => rollCall.row(id).mark === 'not-recorded');
        if (open.length === 0) return;
        change(() => {
          rollCall.record(open.map((participantId) => ({ participantId, ...plainMark('present') })));
          say(t('restRecorded', { count: open.length }));
        });
      },
      undo: (then) => {
        if (!rollCall.canUndo()) return;
        change(() => {
          const undone = rollCall.undo();
          say(t('undone'));
          then(undone);
        });
      },
      retry: (failed) => change(() => rollCall.retry(failed)),
    }),
    [rollCall, ids, locked, letters, change, today, signedIn.accountId, directory, say, t, markText],
  );
}
