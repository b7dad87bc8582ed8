import { useMemo } from 'react';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';
import { useOverwrittenRecords, useServices } from '../use-services.ts';

/** Places, decisions and badges of a person or group that have overwritten edits. */
export function useRelatedOverwritten(
  index: 'participantId' | 'groupId',
  id: string,
): readonly OverwrittenRecord[] {
  const { directory } = useServices();
  const all = useOverwrittenRecords();
  return useMemo(
    () =>
      all.filter((record) => {
        const { kind } = record;
        if (kind !== 'enrolment' && kind !== 'certificateDecision' && kind !== 'badge') return false;
        const entry: object | undefined = directory.get(kind, record.id);
        return entry !== undefined && index in entry && (entry as Record<string, unknown>)[index] === id;
      }),
    [all, directory, index, id],
  );
}
