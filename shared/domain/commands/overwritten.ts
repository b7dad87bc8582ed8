/** What staff do about an edit that was overwritten by somebody who did not know of it (docs/decisions/0019). */
import { z } from 'zod';
import { rightTo, rightToChange } from '#shared/domain/access/rights.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { Overwritten, ReadableKind, RecordReader } from '#shared/ports/record-reader.ts';
import { recordKinds } from '../records/registry.ts';
import { type Command, type CommandContext, command } from './define.ts';
import { takers, takingDeed } from './taking.ts';

const readableKinds = recordKinds.filter((kind): kind is ReadableKind => kind !== 'audit');

const input = z.strictObject({
  kind: z.enum(readableKinds),
  id: z.string(),
  /** The edit, as `RecordReader.overwritten` names it. */
  field: z.string(),
  stamp: z.string(),
});
type Named = z.infer<typeof input>;

const gone = { code: 'overwritten.gone' };
const unfit = { code: 'overwritten.unfit' };

async function named(
  reader: RecordReader,
  { kind, id, field, stamp }: Named,
): Promise<Overwritten | undefined> {
  const edits = await reader.overwritten(kind, id);
  return edits.find((edit) => edit.field === field && edit.stamp === stamp);
}

async function take(reader: RecordReader, which: Named, context: CommandContext) {
  const { kind, id } = which;
  const value = await reader.get(kind, id);
  const edit = value && (await named(reader, which));
  if (!edit) return err(gone);
  const deed = takingDeed(kind, { id, value }, edit);
  if (!deed) return err(unfit);
  if (rightTo(context.by.role, deed.name) === 'none') return err({ code: 'role' });
  const taker = takers[deed.name] as unknown as Command<z.ZodType, unknown>;
  const parsed = taker.input.safeParse(deed.input);
  if (!parsed.success) return err(unfit);
  const decided = await taker.decide(reader, parsed.data, context);
  if (!decided.ok) return decided;
  const subjects = [
    ...decided.value.subjects,
    ...(decided.value.subjects.some((one) => one.id === id) ? [] : [{ kind, id }]),
  ];
  return ok({ ...decided.value, subjects, dismisses: [which], output: { id } });
}

export const overwrittenCommands = {
  /** Writes what an overwritten edit says, by the rules of the deed that writes it today, and dismisses the edit. */
  'overwritten.take': command({ input, decide: take }),
  /** The record stays as it is, and the overwritten edit goes. */
  'overwritten.dismiss': command({
    input,
    decide: async (reader, which, { by }) => {
      const { kind, id } = which;
      if (rightToChange(by.role, kind) === 'none') return err({ code: 'role' });
      if (!(await named(reader, which))) return err(gone);
      return ok({ puts: [], dismisses: [which], subjects: [{ kind, id }], output: { id } });
    },
  }),
} as const;
