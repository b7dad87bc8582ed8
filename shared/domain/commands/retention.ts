/**
 * Deleting people's data: on a person's request, at the end of a period, and again after an older snapshot was put back.
 *
 * Guarantees that each deletion is in the erasure ledger with the write that does it, that at the end of a period nothing
 * goes that is not due by the periods signed off, whatever a screen asks for, and that repeating does only what the
 * ledger says.
 */
import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { deletionRunType } from '../records/deletion-run.ts';
import type { Erasure } from '../records/erasure.ts';
import { retentionMonthsSchema, retentionPeriodsId } from '../records/retention-periods.ts';
import { hasWalkInNames } from '../retention/anonymous.ts';
import { type PersonClass, personClasses, type RetentionMonths } from '../retention/classes.ts';
import { areWalkInsDue, dueClasses } from '../retention/due.ts';
import { erasePerson, eraseWalkInNames, idsOfPerson } from '../retention/erasing.ts';
import { heldOf } from '../retention/held.ts';
import { WorkingCopy } from '../retention/working-copy.ts';
import { type CommandContext, command, note, type RecordPut, type Refusal } from './define.ts';
import { undoMerge } from './person-merges.ts';

/** People, or sessions with walk-ins, of one step of a deletion run. */
export const stepSize = 20;

interface Asked {
  readonly people: readonly { readonly id: string; readonly classes: readonly PersonClass[] }[];
  readonly walkIns: readonly string[];
}

/** The changes that erase what is asked for, with the ledger's entry of it. */
async function erased(
  reader: RecordReader,
  { people, walkIns }: Asked,
  cause: Erasure['cause'],
  context: CommandContext,
) {
  const copy = new WorkingCopy(reader);
  const entries: Erasure['people'][number][] = [];
  for (const { id, classes } of people)
    entries.push({ ids: [...(await erasePerson(copy, id, classes, context))], classes: [...classes] });
  await eraseWalkInNames(copy, walkIns);
  const { puts, removes } = copy.changes();
  const id = context.newId();
  const value: Erasure = {
    ...{ at: context.now.toISOString(), by: context.by.accountId, cause, people: entries },
    walkIns: [...walkIns],
  };
  const ledger: RecordPut = { kind: 'erasure', id, value };
  return {
    puts: [...puts, ledger],
    removes,
    subjects: [
      { kind: 'erasure' as const, id },
      ...entries.flatMap(({ ids }) => ids.map((person) => ({ kind: 'participant' as const, id: person }))),
      ...walkIns.map((session) => ({ kind: 'session' as const, id: session })),
    ],
    output: {
      erasureId: id,
      /** Ids of those who are wholly gone. */
      gone: entries.flatMap(({ ids, classes }) => (classes.includes('person') ? ids : [])),
    },
  };
}

async function eraseOnRequest(
  reader: RecordReader,
  { id }: { readonly id: string },
  context: CommandContext,
) {
  const person = await reader.get('participant', id);
  if (!person || person.mergedInto !== null) return err({ code: 'participant.missing' });
  return ok(await erased(reader, { people: [{ id, classes: ['person'] }], walkIns: [] }, 'request', context));
}

const stepInput = z
  .strictObject({
    people: z
      .array(z.strictObject({ id: z.string(), classes: z.array(z.enum(personClasses)).min(1) }))
      .max(stepSize),
    /** Sessions whose walk-ins lose their names. */
    walkIns: z.array(z.string()).max(stepSize),
  })
  .refine(({ people, walkIns }) => people.length + walkIns.length > 0);

/** Whether all of it is due today; a person who came back meanwhile is not. */
async function areDue(
  reader: RecordReader,
  { people, walkIns }: Asked,
  months: RetentionMonths,
  context: CommandContext,
): Promise<boolean> {
  const rules = { months, today: context.today };
  const merges = await reader.all('personMerge');
  for (const { id, classes } of people) {
    const person = await reader.get('participant', id);
    if (!person || person.mergedInto !== null) return false;
    const held = await heldOf(reader, id, idsOfPerson(id, merges), context);
    const due = dueClasses(person.departedOn, held, rules);
    if (!classes.every((name) => due.includes(name))) return false;
  }
  const sheets = await reader.getMany('attendanceSheet', walkIns);
  return (
    sheets.length === new Set(walkIns).size &&
    sheets.every(({ value }) => hasWalkInNames(value) && areWalkInsDue(value.date, rules))
  );
}

async function deleteDue(reader: RecordReader, asked: z.infer<typeof stepInput>, context: CommandContext) {
  const periods = await reader.get('retentionPeriods', retentionPeriodsId);
  if (!periods) return err({ code: 'retention.not-signed-off' });
  if (!(await areDue(reader, asked, periods.months, context))) return err({ code: 'retention.not-due' });
  return ok(await erased(reader, asked, 'period', context));
}

/** Does again what entries of the ledger say; only such as stand in it, and under their own ids. */
async function repeat(
  reader: RecordReader,
  { ids }: { readonly ids: readonly string[] },
  context: CommandContext,
): Promise<Result<Awaited<ReturnType<typeof repeated>>, Refusal>> {
  const ledger = new Map((await context.erasureLedger()).map(({ id, value }) => [id, value]));
  const entries = ids.flatMap((id) => {
    const value = ledger.get(id);
    return value ? [{ id, value }] : [];
  });
  if (entries.length !== ids.length) return err({ code: 'erasure.unknown' });
  return ok(await repeated(reader, entries, context));
}

/**
 * Takes merges back that join somebody who is to go with somebody who stays: they were taken back after the snapshot was
 * made. Whoever stays must not go with them.
 */
async function partFrom(copy: WorkingCopy, ids: ReadonlySet<string>, context: CommandContext): Promise<void> {
  const live = async () => (await copy.all('personMerge')).filter(({ value }) => value.undone === null);
  const mixed = (await live()).filter(
    ({ value }) => ids.has(value.participantId) !== ids.has(value.mergedId),
  );
  const kept = new Set(mixed.map(({ value }) => value.participantId));
  const latestFirst = (await live())
    .filter(({ value }) => kept.has(value.participantId))
    .sort((a, b) => b.value.at.localeCompare(a.value.at));
  for (const { kind, id, value } of latestFirst) {
    const parted = await undoMerge(copy, { id }, context);
    if (parted.ok) for (const put of parted.value.puts) copy.put(put);
    else {
      // Their own record stays whole in any case.
      const other = await copy.get('participant', value.mergedId);
      if (other) copy.put({ kind: 'participant', id: value.mergedId, value: { ...other, mergedInto: null } });
      copy.remove({ kind, id });
    }
  }
}

async function repeated(
  reader: RecordReader,
  entries: readonly { readonly id: string; readonly value: Erasure }[],
  context: CommandContext,
) {
  const copy = new WorkingCopy(reader);
  for (const { id, value } of entries) {
    for (const { ids, classes } of value.people) {
      await partFrom(copy, new Set(ids), context);
      for (const person of ids) await erasePerson(copy, person, classes, context);
    }
    await eraseWalkInNames(copy, value.walkIns);
    copy.put({ kind: 'erasure', id, value });
  }
  return {
    ...copy.changes(),
    subjects: entries.map(({ id }) => ({ kind: 'erasure' as const, id })),
    output: null,
  };
}

export const retentionCommands = {
  /**
   * Erases a person on their request (Art. 17): record, names, badges, certificates, places and marks; counts stay. It
   * can't be taken back, nor by putting an older snapshot back.
   */
  'participant.erase': command({ input: z.strictObject({ id: z.string() }), decide: eraseOnRequest }),
  /** Everything that is held of a person was put together for them (Art. 15). */
  'participant.disclose': note('participant'),
  /** The periods, as the data protection officer has signed them off. */
  'retention.setPeriods': command({
    input: z.strictObject({
      months: retentionMonthsSchema,
      signedOffBy: z.string().trim().min(1).max(200),
      signedOffOn: dateSchema,
    }),
    decide: async (_reader, periods, { now, by, today }) => {
      if (periods.signedOffOn > today)
        return err({ code: 'retention.signed-in-future', field: 'signedOffOn' });
      const value = { ...periods, at: now.toISOString(), by: by.accountId };
      const kind = 'retentionPeriods' as const;
      return ok({
        puts: [{ kind, id: retentionPeriodsId, value }],
        subjects: [{ kind, id: retentionPeriodsId }],
        output: null,
      });
    },
  }),
  /** Somebody looked at who and what is due. */
  'retention.preview': note('facility'),
  /** One step of a deletion run; refused as a whole where something is not due. */
  'retention.delete': command({ input: stepInput, decide: deleteDue }),
  /** The log of a deletion run, without names. */
  'retention.end': command({
    input: deletionRunType.schema
      .pick({ startedAt: true, outcome: true, due: true, done: true, erasures: true })
      .strict(),
    decide: async (_reader, run, { now, by, newId }) => {
      const id = newId();
      const value = { ...run, endedAt: now.toISOString(), by: by.accountId };
      return ok({
        puts: [{ kind: 'deletionRun' as const, id, value }],
        subjects: [{ kind: 'deletionRun' as const, id }],
        output: { id },
      });
    },
  }),
  /** After an older snapshot was put back: what was deleted since is deleted again. */
  'erasure.repeat': command({
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(100) }),
    decide: repeat,
  }),
} as const;
