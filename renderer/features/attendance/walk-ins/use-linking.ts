import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { latestLine } from '#shared/domain/attendance/marks.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { plainMark } from '../mark-change.ts';
import { answerOf } from '../roll-call.ts';

interface WalkInEntry {
  readonly sessionId: string;
  readonly entryId: string;
  readonly name: string;
}

export interface Linking {
  /** Says who somebody known by name was. Resolves to whether it is saved; `onUndone` when that is taken back. */
  link(walkIn: WalkInEntry, person: PersonEntry, onUndone?: () => void): Promise<boolean>;
  /** Says who one of those was who were only counted. */
  nameCounted(sessionId: string, person: PersonEntry): Promise<boolean>;
}

interface LinkingOptions {
  /** Why a closed sheet is changed; `null` while no reason is given. */
  readonly reason: () => string | null;
  /** Does something that changes a sheet, after the reason was asked for where it is closed. */
  readonly change: (deed: () => void) => void;
}

/** Saying who walked in, each in one write and with the way back. What was refused is said. */
export function useLinking({ reason, change }: LinkingOptions): Linking {
  const { t } = useTranslation('walk-ins');
  const { commands, records, workstationId } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const refused = useCallback(
    (refusal: Refusal): void => say(failureText(refusal), 'error'),
    [say, failureText],
  );
  /** Takes a deed back with the reason that it was done with: the screen that asked for it may be left by then. */
  const undoing = (why: string | null, deed: (why: string | null) => Promise<void>) => (): void => {
    if (why !== null) void deed(why);
    else change(() => void deed(reason()));
  };
  const link: Linking['link'] = async ({ sessionId, entryId, name }, person, onUndone) => {
    const at = { sessionId, entryId };
    const given = reason();
    const answer = await answerOf(() =>
      commands.execute('attendance.linkWalkIn', { ...at, participantId: person.id, reason: given }),
    );
    if (!answer.ok) {
      refused(answer.error);
      return false;
    }
    const takeBack = async (why: string | null): Promise<void> => {
      const taken = await answerOf(() =>
        commands.execute('attendance.linkWalkIn', { ...at, participantId: null, reason: why }),
      );
      if (taken.ok) onUndone?.();
      else refused(taken.error);
    };
    offerUndo(t('done.linked', { name, person: fullName(person) }), undoing(given, takeBack));
    return true;
  };
  const nameCounted: Linking['nameCounted'] = async (sessionId, person) => {
    const given = reason();
    const before =
      latestLine((await records.get('attendanceSheet', sessionId))?.entries ?? {}, person.id) ??
      plainMark('not-recorded');
    const answer = await answerOf(() =>
      commands.execute('attendance.nameCounted', { sessionId, participantId: person.id, reason: given }),
    );
    if (!answer.ok) {
      refused(answer.error);
      return false;
    }
    const takeBack = async (why: string | null): Promise<void> => {
      const { mark, late, early } = before;
      const marks = [{ participantId: person.id, mark, late, early }];
      const cleared = await answerOf(() =>
        commands.execute('attendance.record', { sessionId, marks, reason: why }),
      );
      if (!cleared.ok) return refused(cleared.error);
      // The person is counted again at this computer; the sum is as it was.
      const own = (await records.get('attendanceSheet', sessionId))?.headCounts[workstationId] ?? 0;
      const counted = await answerOf(() =>
        commands.execute('attendance.count', { sessionId, people: own + 1, reason: why }),
      );
      if (!counted.ok) refused(counted.error);
    };
    offerUndo(t('done.named', { person: fullName(person) }), undoing(given, takeBack));
    return true;
  };
  return { link, nameCounted };
}
