/** What is held of a person, as far as it has a period of its own. */
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { CommandContext } from '../commands/define.ts';
import { hasDetails } from '../records/participant.ts';
import type { Held } from './due.ts';

/** Looks what there is of a person in each class. @param ids those of records merged into theirs among them */
export async function heldOf(
  reader: RecordReader,
  id: string,
  ids: ReadonlySet<string>,
  { sheetsOf }: Pick<CommandContext, 'sheetsOf'>,
): Promise<Held> {
  const [records, badges, places, decisions, certificates, sheets] = await Promise.all([
    reader.getMany('participant', [...ids]),
    reader.where('badge', 'participantId', id),
    reader.where('enrolment', 'participantId', id),
    reader.where('certificateDecision', 'participantId', id),
    reader.where('certificate', 'participantId', id),
    sheetsOf(id),
  ]);
  return {
    details: records.some(({ value }) => hasDetails(value)),
    badges: badges.length > 0,
    attendance: places.length + decisions.length + sheets.length > 0,
    certificates: certificates.length > 0,
  };
}
