import type { Participant } from '#shared/domain/records/participant.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';

/**
 * The record that stands for a participant now: their own, or the one that it was merged into. `undefined` if there is
 * none. Ids of a merged record come from printed lists, from the kiosk's inbox, and later from other workstations.
 */
export async function currentPerson(
  reader: RecordReader,
  id: string,
): Promise<{ readonly id: string; readonly person: Participant } | undefined> {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at);
    const person: Participant | undefined = await reader.get('participant', at);
    if (!person) return undefined;
    if (person.mergedInto === null) return { id: at, person };
    at = person.mergedInto;
  }
  return undefined;
}
