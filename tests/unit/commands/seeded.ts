import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { madeGroup, madeOffer, madeParticipant, madePartner, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** Monday, 23 November 2026, five past nine: "now" in these tests. */
export const today = '2026-11-23';

/**
 * A facility over maps with one offer, one group of three places, four people of whom two are enrolled, and a session
 * of 90 minutes today. An administrator is signed in.
 */
export async function seeded() {
  const services = memoryServices();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  await done('facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const people: string[] = [];
  for (const given of ['Amina', 'Bilal', 'Chidi', 'Daria']) {
    people.push((await done('participant.create', madeParticipant(given))).id);
  }
  const [amina = '', bilal = '', chidi = '', daria = ''] = people;
  const partnerId = (await done('partner.save', { id: null, partner: madePartner('IHK') })).id;
  const offerId = (await done('offer.save', { id: null, offer: madeOffer({ partnerIds: [partnerId] }) })).id;
  const groupId = (await done('courseGroup.save', { id: null, group: madeGroup(offerId) })).id;
  const enrolled = { groupId, participantIds: [amina, bilal], enrolledOn: '2026-11-02' };
  const places = (await done('enrolment.add', enrolled)).added;
  const sessionId = (await done('session.plan', { groupId, ...madeSlot(today) })).id;
  return {
    ...services,
    done,
    ...{ amina, bilal, chidi, daria, partnerId, offerId, groupId, sessionId, places },
  };
}

export type Seeded = Awaited<ReturnType<typeof seeded>>;
