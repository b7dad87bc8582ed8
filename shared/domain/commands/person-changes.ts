import type { Participant } from '../records/participant.ts';
import type { PersonChange } from '../records/person-change.ts';
import type { CommandContext, RecordPut } from './define.ts';

/** The trace of a change of a person's data: the fields that differ, before and after. Nothing where none does. */
export function changeTrace(
  participantId: string,
  before: Participant,
  after: Participant,
  { by, now, newId }: Pick<CommandContext, 'by' | 'now' | 'newId'>,
): RecordPut[] {
  const names = Object.keys(after) as (keyof Participant & string)[];
  const fields: PersonChange['fields'] = names.flatMap((name) =>
    JSON.stringify(before[name]) === JSON.stringify(after[name])
      ? []
      : [{ name, before: before[name], after: after[name] }],
  );
  if (fields.length === 0) return [];
  const value: PersonChange = {
    ...{ participantId, at: now.toISOString(), by: by.accountId, role: by.role, fields },
  };
  return [{ kind: 'personChange', id: newId(), value }];
}
