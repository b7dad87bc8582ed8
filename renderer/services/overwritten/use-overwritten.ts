import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import { rightToChange } from '#shared/domain/access/rights.ts';
import { type TakingDeed, takingDeed } from '#shared/domain/commands/taking.ts';
import { type RecordOf, recordTypes } from '#shared/domain/records/registry.ts';
import type { Overwritten, ReadableKind } from '#shared/ports/record-reader.ts';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';
import { recordOf, unitsOf } from '#shared/sync/units.ts';
import { useLoaded, useServices } from '../use-services.ts';

/** An overwritten edit with the record that it is of. */
export interface OverwrittenLine {
  readonly of: OverwrittenRecord;
  readonly value: RecordOf<ReadableKind>;
  readonly edit: Overwritten;
  readonly key: string;
  readonly mayTake: boolean;
  readonly mayDismiss: boolean;
}

/** Overwritten edits of some records, in the order of the records; those that may be read. */
export function useOverwrittenLines(of: readonly OverwrittenRecord[]): readonly OverwrittenLine[] {
  const { records, commands, signedIn } = useServices();
  const load = async (ref: OverwrittenRecord): Promise<OverwrittenLine[]> => {
    const { kind, id } = ref;
    const value = await records.get(kind, id);
    if (!value) return [];
    return (await records.overwritten(kind, id)).map((edit) => {
      const deed = takingDeed(kind, { id, value }, edit);
      return {
        ...{ of: ref, value, edit, key: `${kind} ${id} ${edit.field} ${edit.stamp}` },
        mayTake: deed !== undefined && commands.allows(deed.name),
        mayDismiss: rightToChange(signedIn.role, kind) !== 'none',
      };
    });
  };
  const kinds = [...new Set(of.map(({ kind }) => kind))];
  const key = of.map(({ kind, id }) => `${kind} ${id}`);
  return useLoaded(kinds, async () => (await Promise.all(of.map(load))).flat(), key) ?? none;
}

const none = [] as const;

/** The other way round: the record as the edit would have it, and what stands in its place as if that had lost. */
export function turned({ of, value, edit }: Pick<OverwrittenLine, 'of' | 'value' | 'edit'>): {
  readonly value: RecordOf<ReadableKind>;
  readonly edit: Pick<Overwritten, 'field' | 'value'>;
} {
  const { merging } = recordTypes[of.kind];
  const units = unitsOf(merging, value);
  const stands = units.get(edit.field);
  if (edit.value === undefined) units.delete(edit.field);
  else units.set(edit.field, edit.value);
  return {
    value: recordOf(merging, units) as RecordOf<ReadableKind>,
    edit: { field: edit.field, value: stands },
  };
}

/** The two deeds about an overwritten edit, each with its undo. */
export function useOverwrittenDeeds() {
  const { t } = useTranslation('sync');
  const { commands, records } = useServices();
  const offerUndo = useUndo();
  const say = useNotice();
  const failureText = useFailureText();
  const named = ({ of, edit }: OverwrittenLine) => ({ ...of, field: edit.field, stamp: edit.stamp });

  /** What writes back what stands in the record now, once the edit has been taken. */
  const backDeed = async (line: OverwrittenLine): Promise<TakingDeed | undefined> => {
    const { kind, id } = line.of;
    const after = await records.get(kind, id);
    return after && takingDeed(kind, { id, value: after }, turned(line).edit);
  };
  return {
    /** @returns whether it is written */
    take: async (line: OverwrittenLine, what: string): Promise<boolean> => {
      const answer = await commands.execute('overwritten.take', named(line));
      if (!answer.ok) {
        say(failureText(answer.error), 'error');
        return false;
      }
      const back = await backDeed(line);
      const message = t('overwritten.taken', { what });
      if (!back) say(message);
      else
        offerUndo(message, () => {
          void commands.execute(back.name, back.input as never).then((undone) => {
            if (!undone.ok) say(failureText(undone.error), 'error');
          });
        });
      return true;
    },
    /** Once it is dismissed it is gone everywhere, so that it only is when there is nothing to take back any more. */
    dismiss: (line: OverwrittenLine, what: string, undone: () => void): void =>
      offerUndo(t('overwritten.dismissed', { what }), undone, () => {
        void commands.execute('overwritten.dismiss', named(line)).then((answer) => {
          if (!answer.ok && answer.error.code !== 'overwritten.gone') say(failureText(answer.error), 'error');
        });
      }),
  };
}
