import { type MergeTask, taskAbout } from './merge-task.ts';
import { type MergedData, type Touched, touchedOf } from './merged-data.ts';

/** Kinds that carry a participant's id as an index; entries of sheets are resolved where they are read. */
const ownedKinds = ['enrolment', 'badge', 'certificate', 'certificateDecision'] as const;

/** People who are compared in one go: somebody who is being entered at the desk waits no longer than for these. */
const comparedTogether = 25;

/** People who came or changed and who are likely there already. */
export async function peopleTwice(
  touched: Touched,
  { directory, likelySame }: MergedData,
): Promise<readonly MergeTask[]> {
  const tasks: MergeTask[] = [];
  const people = touchedOf(touched, 'participant').flatMap((id) => directory.get('participant', id) ?? []);
  for (let at = 0; at < people.length; at += comparedTogether) {
    const some = people.slice(at, at + comparedTogether);
    for (const [place, others] of (await likelySame(some)).entries())
      for (const other of others) tasks.push(taskAbout('person-twice', [some[place]?.id ?? '', other]));
  }
  return tasks;
}

/** Records that one desk wrote for somebody whom the other had merged into another record meanwhile. */
export async function leftWithMerged(
  touched: Touched,
  { records }: MergedData,
): Promise<readonly MergeTask[]> {
  const owners = new Set(touchedOf(touched, 'participant'));
  for (const kind of ownedKinds)
    for (const { value } of await records.getMany(kind, touchedOf(touched, kind)))
      owners.add(value.participantId);
  const tasks: MergeTask[] = [];
  for (const { id, value } of await records.getMany('participant', [...owners])) {
    if (value.mergedInto === null) continue;
    const left: string[] = [];
    for (const kind of ownedKinds)
      left.push(...(await records.where(kind, 'participantId', id)).map((record) => record.id));
    if (left.length > 0) tasks.push({ kind: 'left-with-merged', ids: [id, ...left.sort()] });
  }
  return tasks;
}

/** A person's certificate of a group and module has one decision; both desks made theirs. */
export async function decidedTwice(
  touched: Touched,
  { records, directory }: MergedData,
): Promise<readonly MergeTask[]> {
  const changed = await records.getMany('certificateDecision', touchedOf(touched, 'certificateDecision'));
  return changed.flatMap(({ value: { participantId, groupId, moduleId } }) => {
    const about = directory
      .list('certificateDecision')
      .filter(
        (entry) =>
          entry.participantId === participantId && entry.groupId === groupId && entry.moduleId === moduleId,
      );
    return about.length > 1
      ? [
          taskAbout(
            'decided-twice',
            about.map(({ id }) => id),
          ),
        ]
      : [];
  });
}

/** Numbers are random; two of the same would mean that one was copied. */
export async function certificateNumbersTwice(
  touched: Touched,
  { records }: MergedData,
): Promise<readonly MergeTask[]> {
  const changed = touched.get('certificate');
  if (!changed || changed.size === 0) return [];
  const byNumber = Map.groupBy(await records.all('certificate'), ({ value }) => value.number);
  return [...byNumber.values()]
    .filter((same) => same.length > 1 && same.some(({ id }) => changed.has(id)))
    .map((same) =>
      taskAbout(
        'certificate-number-twice',
        same.map(({ id }) => id),
      ),
    );
}
