import type { SettledTask } from '../records/settled-task.ts';
import type { MergeTask } from './merge-task.ts';

const keyOf = (kind: string, ids: readonly string[]): string => [kind, ...ids].join(' ');

/**
 * What staff still have to look at: what was found and nobody said is right as it is. Erasures are repeated by the app
 * itself.
 */
export function openTasks(
  found: readonly MergeTask[],
  settled: readonly Pick<SettledTask, 'task' | 'ids'>[],
): readonly MergeTask[] {
  const known = new Set(settled.map(({ task, ids }) => keyOf(task, ids)));
  return found.filter(({ kind, ids }) => kind !== 'erased-again' && !known.has(keyOf(kind, ids)));
}
