import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { Participant } from '#shared/domain/records/participant.ts';

/** People who moved up in a group because somebody left. */
export interface Risen {
  readonly groupId: string;
  readonly participantIds: readonly string[];
}

interface Departure {
  /** Who moved up when the person left just now; `undefined` if they didn't leave just now. */
  readonly risen: readonly Risen[] | undefined;
  /** Resolves to why it was refused. */
  depart(departedOn: string): Promise<Refusal | undefined>;
  comeBack(): Promise<void>;
}

/** Leaving the facility and coming back, each in one write and with the way back. */
export function useDeparture(id: string, person: Participant): Departure {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const say = useNotice();
  const [risen, setRisen] = useState<readonly Risen[]>();
  const name = fullName(person);
  const told = (refusal: Refusal): void => say(failureText(refusal), 'error');
  return {
    risen,
    depart: async (departedOn) => {
      const answer = await commands.execute('participant.depart', { id, departedOn });
      if (!answer.ok) return answer.error;
      const byGroup = Map.groupBy(answer.value.movedUp, ({ groupId }) => groupId);
      setRisen(
        [...byGroup].map(([groupId, people]) => ({
          groupId,
          participantIds: people.map(({ participantId }) => participantId),
        })),
      );
      const { ended } = answer.value;
      offerUndo(t('departure.done', { name, date: germanDate(departedOn) }), () => {
        void commands.execute('participant.return', { id, reopen: ended }).then((taken) => {
          if (!taken.ok) return told(taken.error);
          setRisen(undefined);
        });
      });
      return undefined;
    },
    comeBack: async () => {
      const answer = await commands.execute('participant.return', { id, reopen: [] });
      if (!answer.ok) return told(answer.error);
      setRisen(undefined);
      const { departedOn } = person;
      if (departedOn === null) return;
      offerUndo(t('departure.back', { name }), () => {
        void commands.execute('participant.depart', { id, departedOn }).then((taken) => {
          if (!taken.ok) told(taken.error);
        });
      });
    },
  };
}
