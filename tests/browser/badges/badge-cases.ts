import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeOffer, madeParticipant } from '#tests/memory/made.ts';
import { memoryDocuments, takenPages } from '#tests/memory/memory-documents.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const people = [
  ['Amina', 'Haddad', 'أمينة حداد', '2026-11-20'],
  ['Bilal', 'Yıldız', null, '2026-10-01'],
  ['Chidi', null, null, null],
  ['Daria', 'Shevchenko', 'Дар’я Шевченко', '2026-11-10'],
  ['Elif', 'Öztürk', null, '2026-11-09'],
  ['Farid', 'Rezaei', 'فرید رضایی', '2026-09-14'],
] as const;

/** What left the app, in order. */
interface Deed {
  readonly name: string;
  readonly ids?: readonly string[];
  /** Of a print: the pages as PNG. */
  readonly pages?: readonly Uint8Array[];
}

/** Six people, Bilal and Elif in a group, Bilal with a badge, and a seventh who has moved out. */
export async function badgeFacility(count: number = people.length) {
  const services = memoryServices({ role: 'reception' });
  const deeds: Deed[] = [];
  const administrator = memoryServices({ role: 'administrator' });
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await administrator.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  await done('facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const ids: string[] = [];
  for (const [given, family, original, arrivedOn] of people.slice(0, count)) {
    const participant = { ...madeParticipant(given, family), original, arrivedOn };
    ids.push((await done('participant.create', participant)).id);
  }
  if (count > 0) {
    const gone = await done('participant.create', madeParticipant('Gul', 'Ahmadi'));
    await done('participant.depart', { id: gone.id, departedOn: '2026-11-01' });
    const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
    const groupId = (await done('courseGroup.save', { id: null, group: madeGroup(offerId) })).id;
    const participantIds = [ids[1] ?? '', ids[4] ?? ''];
    await done('enrolment.add', { groupId, participantIds, enrolledOn: '2026-11-02' });
    await done('badge.issue', { participantIds: [ids[1] ?? ''] });
  }
  for (const [kind, table] of Object.entries(administrator.tables))
    for (const [id, record] of table) services.tables[kind]?.set(id, record);
  const watched: AppServices = {
    ...services,
    commands: {
      allows: services.commands.allows,
      execute: (name, input) => {
        deeds.push({ name, ...('ids' in input ? { ids: input.ids as string[] } : {}) });
        return services.commands.execute(name, input);
      },
    },
    documents: memoryDocuments({
      save: async (kind, format) => {
        deeds.push({ name: `save ${kind} ${format}` });
        return { ok: true, value: true };
      },
      print: async ({ kind, landscape }, pages) => {
        const taken = await takenPages(pages);
        deeds.push({ name: `print ${kind} ${landscape ? 'landscape' : 'upright'}`, pages: taken });
        return { ok: true, value: true };
      },
    }),
  };
  /** Badges as they are kept, the ones of a person first issued first. */
  const badgesOf = (personId: string | undefined) =>
    [...(services.tables.badge?.values() ?? [])].filter((badge) => badge.participantId === personId) as {
      readonly number: string;
      readonly ended: object | null;
    }[];
  return { services: watched, deeds, ids, badgesOf };
}
