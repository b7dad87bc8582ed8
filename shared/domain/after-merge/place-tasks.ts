import { occupancyOf } from '../waiting-list.ts';
import { type MergeTask, taskAbout } from './merge-task.ts';
import { type MergedData, type Touched, touchedOf } from './merged-data.ts';

/** Groups in which more people hold a place than there are: both desks gave the last one, or one made it smaller. */
export async function overfullGroups(
  touched: Touched,
  { records, directory }: MergedData,
): Promise<readonly MergeTask[]> {
  const places = await records.getMany('enrolment', touchedOf(touched, 'enrolment'));
  const groups = new Set([...touchedOf(touched, 'courseGroup'), ...places.map(({ value }) => value.groupId)]);
  return [...groups].flatMap((id) => {
    const capacity = directory.get('courseGroup', id)?.capacity ?? null;
    const { taken } = occupancyOf(directory.enrolmentsOf('groupId', id), capacity);
    return capacity !== null && taken > capacity ? [taskAbout('group-overfull', [id])] : [];
  });
}

/** Open places and turns of one person in one group: both desks enrolled them. */
export async function placesTwice(
  touched: Touched,
  { records, directory }: MergedData,
): Promise<readonly MergeTask[]> {
  const places = await records.getMany('enrolment', touchedOf(touched, 'enrolment'));
  return places.flatMap(({ value: { groupId, participantId } }) => {
    const open = directory
      .enrolmentsOf('groupId', groupId)
      .filter((place) => place.participantId === participantId && place.endedOn === null);
    return open.length > 1
      ? [
          taskAbout(
            'place-twice',
            open.map(({ id }) => id),
          ),
        ]
      : [];
  });
}
