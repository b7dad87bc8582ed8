import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type MergeTask, taskAbout } from './merge-task.ts';
import { type MergedData, type Touched, touchedOf } from './merged-data.ts';

/** Kinds with a participant's id as an index. */
const indexed = [
  'enrolment',
  'badge',
  'certificate',
  'certificateDecision',
  'personChange',
  'personMerge',
] as const;

/** Records that the merge brought, with everybody whom they name. */
async function named(records: RecordReader, touched: Touched): Promise<Set<string>> {
  const people = new Set<string>();
  for (const kind of indexed)
    for (const { value } of await records.getMany(kind, touchedOf(touched, kind))) {
      people.add(value.participantId);
      if ('mergedId' in value) people.add(value.mergedId as string);
    }
  for (const { value } of await records.getMany('attendanceSheet', touchedOf(touched, 'attendanceSheet')))
    for (const { participantId } of Object.values(value.entries))
      if (participantId !== null) people.add(participantId);
  for (const { value } of await records.getMany('signatureList', touchedOf(touched, 'signatureList')))
    for (const id of value.participantIds) people.add(id);
  for (const kind of ['distinctPeople', 'settledTask'] as const)
    for (const { value } of await records.getMany(kind, touchedOf(touched, kind)))
      for (const id of value.people) people.add(id);
  return people;
}

/** Whether anything here still names somebody, but for printed lists: those another desk finds when they get there. */
async function isNamed({ records, directory }: MergedData, id: string): Promise<boolean> {
  if (await records.get('participant', id)) return true;
  for (const kind of indexed) if ((await records.where(kind, 'participantId', id)).length > 0) return true;
  const settled = await records.all('settledTask');
  if (settled.some(({ value }) => value.people.includes(id))) return true;
  return (await directory.sheetsOf(id)).length > 0;
}

/**
 * Erasures that another desk did not know of when it wrote about somebody, or this one when it did. Only of people who
 * are wholly gone: data of one class may come again rightly, with somebody who returns, and is due again otherwise.
 */
export async function erasedAgain(touched: Touched, data: MergedData): Promise<readonly MergeTask[]> {
  const { records } = data;
  const arrived = touched.get('erasure') ?? new Set();
  const people = await named(records, touched);
  if (people.size === 0 && arrived.size === 0) return [];
  const again: string[] = [];
  for (const { id, value } of await records.all('erasure')) {
    const gone = value.people.flatMap(({ ids, classes }) => (classes.includes('person') ? ids : []));
    if (gone.some((person) => people.has(person))) again.push(id);
    else if (arrived.has(id))
      for (const person of gone) {
        if (!(await isNamed(data, person))) continue;
        again.push(id);
        break;
      }
  }
  return again.length > 0 ? [taskAbout('erased-again', again)] : [];
}
