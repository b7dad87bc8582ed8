import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';

interface Pair {
  readonly one: { readonly id: string; readonly name: string };
  readonly other: { readonly id: string; readonly name: string };
}

interface Merging {
  /** The record of `one` goes on. Resolves to whether it is saved; `onUndone` when that is taken back. */
  merge(pair: Pair, onUndone: () => void): Promise<boolean>;
  unmerge(mergeId: string, pair: Pair): Promise<boolean>;
  /** They are not the same person, and are not shown as such again. */
  distinguish(pair: Pair, onUndone: () => void): Promise<boolean>;
}

/** Two records of one person, or two people: each in one write, with the way back. What was refused is said. */
export function useMerging(): Merging {
  const { t } = useTranslation('duplicates');
  const { commands } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const refused = (refusal: Refusal): false => {
    say(failureText(refusal), 'error');
    return false;
  };
  const unmerge: Merging['unmerge'] = async (id, pair) => {
    const answer = await commands.execute('participant.unmerge', { id });
    if (!answer.ok) return refused(answer.error);
    const names = { one: pair.one.name, other: pair.other.name };
    const { lostPlaces } = answer.value;
    say(lostPlaces === 0 ? t('unmerged', names) : t('unmergedLost', { ...names, count: lostPlaces }));
    return true;
  };
  return {
    unmerge,
    merge: async (pair, onUndone) => {
      const answer = await commands.execute('participant.merge', {
        keptId: pair.one.id,
        mergedId: pair.other.id,
      });
      if (!answer.ok) return refused(answer.error);
      const { mergeId } = answer.value;
      offerUndo(t('merged', { one: pair.one.name, other: pair.other.name }), () => {
        void unmerge(mergeId, pair).then((done) => {
          if (done) onUndone();
        });
      });
      return true;
    },
    distinguish: async (pair, onUndone) => {
      const answer = await commands.execute('participant.distinguish', {
        pairs: [[pair.one.id, pair.other.id]],
      });
      if (!answer.ok) return refused(answer.error);
      const { ids } = answer.value;
      offerUndo(t('apart', { one: pair.one.name, other: pair.other.name }), () => {
        void commands.execute('participant.undistinguish', { ids }).then((taken) => {
          if (taken.ok) onUndone();
          else refused(taken.error);
        });
      });
      return true;
    },
  };
}
