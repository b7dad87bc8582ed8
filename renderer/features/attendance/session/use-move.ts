import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Session } from '#shared/domain/records/session.ts';
import type { Result } from '#shared/domain/result.ts';
import type { SessionInPlan } from './session-in-plan.ts';
import type { Slot } from './slot-draft.ts';

const slotIn = ({ date, startsAt, endsAt, breaks, room }: Session): Slot => ({
  ...{ date, startsAt, endsAt, breaks, room },
});

/** Moves the session, and offers to move it back. */
export function useMove({ id, session }: SessionInPlan) {
  const { t } = useTranslation('attendance');
  const { commands } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  return async (slot: Slot, reason: string): Promise<Result<unknown, Refusal>> => {
    const answer = await commands.execute('session.move', { id, slot, reason });
    if (!answer.ok) return answer;
    const before = slotIn(session);
    const takeBack = async (): Promise<void> => {
      const why = session.movedFrom?.reason ?? reason;
      const back = await commands.execute('session.move', { id, slot: before, reason: why });
      if (!back.ok) say(failureText(back.error), 'error');
    };
    const when = { date: germanDate(slot.date), time: clockTime(slot.startsAt) };
    offerUndo(t('move.done', when), () => void takeBack());
    return answer;
  };
}
