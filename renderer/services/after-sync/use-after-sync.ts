import { useSyncExternalStore } from 'react';
import { openTasks } from '#shared/domain/after-merge/open-tasks.ts';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';
import { useLoaded, useOverwrittenRecords, useServices } from '../use-services.ts';
import { type FoundTask, foundTask } from './found-task.ts';
import { type RecordPlace, recordPlace } from './record-place.ts';

interface AfterSync {
  readonly tasks: readonly FoundTask[];
  readonly overwritten: readonly { readonly of: OverwrittenRecord; readonly place: RecordPlace }[];
}

const watched: readonly RecordKind[] = recordKinds.filter((kind) => kind !== 'audit');

/**
 * What is to be looked at after workstations met: what they made wrong together, and what was overwritten unseen. Only
 * what the account may read. `undefined` until it is read.
 */
export function useAfterSync(): AfterSync | undefined {
  const services = useServices();
  const { sync, records } = services;
  const found = useSyncExternalStore(sync.subscribe, sync.tasks);
  const edited = useOverwrittenRecords();
  const isQuiet = found.length === 0 && edited.length === 0;
  const load = async (): Promise<AfterSync> => {
    if (isQuiet) return { tasks: [], overwritten: [] };
    const settled = (await records.all('settledTask')).map(({ value }) => value);
    const tasks = await Promise.all(openTasks(found, settled).map((task) => foundTask(services, task)));
    const places = await Promise.all(
      edited.map(async (of) => {
        const hasAny = (await records.overwritten(of.kind, of.id)).length > 0;
        const place = hasAny ? await recordPlace(services, of) : undefined;
        return place && { of, place };
      }),
    );
    return {
      tasks: tasks.filter((task) => task !== undefined),
      overwritten: places.filter((place) => place !== undefined),
    };
  };
  return useLoaded(isQuiet ? none : watched, load, [found, edited]);
}

const none: readonly RecordKind[] = [];
