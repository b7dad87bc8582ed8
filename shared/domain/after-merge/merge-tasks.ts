/**
 * What two desks, each right by itself, have made wrong together: rules across records that commands keep and a merge can
 * break. Guarantees that each is found by whichever record of it came last; nothing is repaired by itself, and nothing is
 * hidden.
 */
import { erasedAgain } from './erased-again.ts';
import type { MergeTask } from './merge-task.ts';
import type { MergedData, Touched } from './merged-data.ts';
import { certificateNumbersTwice, decidedTwice, leftWithMerged, peopleTwice } from './people-tasks.ts';
import { overfullGroups, placesTwice } from './place-tasks.ts';
import { sessionTasks } from './session-tasks.ts';

/** What is to be looked at after a merge, each once. */
export async function mergeTasks(touched: Touched, data: MergedData): Promise<readonly MergeTask[]> {
  const found = [
    ...(await overfullGroups(touched, data)),
    ...(await placesTwice(touched, data)),
    ...(await sessionTasks(touched, data)),
    ...(await peopleTwice(touched, data)),
    ...(await leftWithMerged(touched, data)),
    ...(await decidedTwice(touched, data)),
    ...(await certificateNumbersTwice(touched, data)),
    ...(await erasedAgain(touched, data)),
  ];
  return [...new Map(found.map((task) => [[task.kind, ...task.ids].join(' '), task])).values()];
}
