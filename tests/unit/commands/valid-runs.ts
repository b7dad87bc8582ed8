import type { CommandInput, CommandName } from '#shared/domain/commands/registry.ts';
import { group, offer, participant, type Seeded, today } from './seeded.ts';

type ValidRuns = { readonly [N in CommandName]: (seed: Seeded) => Promise<CommandInput<N>> };

/** For every command an input that it accepts on the seed. A new command does not compile without one. */
export const validRuns: ValidRuns = {
  'participant.create': async () => participant('Elif', 'Öztürk'),
  'participant.update': async ({ amina }) => ({ id: amina, changes: { room: 'B 204' } }),
  'participant.import': async () => ({ rows: [participant('Farid'), participant('Genet')] }),
  'participant.view': async ({ amina }) => ({ ids: [amina] }),
  'facility.save': async () => ({ name: 'ZUE Münster', place: 'Münster', programme: 'Modellprojekt' }),
  'partner.save': async () => ({
    id: null,
    partner: { name: 'SC Preußen Münster', shortName: 'SCP', logo: null },
  }),
  'offer.save': async ({ partnerId }) => ({ id: null, offer: { ...offer, partnerIds: [partnerId] } }),
  'courseGroup.save': async ({ offerId, groupId }) => ({
    id: groupId,
    group: group(offerId, { capacity: 2 }),
  }),
  'session.plan': async ({ groupId }) => ({
    groupId,
    date: '2026-11-24',
    startsAt: 540,
    endsAt: 630,
    room: 'R 3',
  }),
  'enrolment.add': async ({ groupId, chidi }) => ({ groupId, participantIds: [chidi], enrolledOn: today }),
  'enrolment.end': async ({ places }) => ({ id: places[0] ?? '', endedOn: today, reason: 'transferred' }),
  'enrolment.reopen': async ({ places, done }) => {
    const id = places[0] ?? '';
    await done('enrolment.end', { id, endedOn: today, reason: 'mistake' });
    return { id };
  },
  'attendance.record': async ({ sessionId, amina }) => ({
    sessionId,
    marks: [{ participantId: amina, mark: 'late', minutes: 20 }],
  }),
  'certificate.issue': async ({ groupId, sessionId, amina, done }) => {
    await done('attendance.record', {
      sessionId,
      marks: [{ participantId: amina, mark: 'present', minutes: null }],
    });
    return { groupId, participantIds: [amina] };
  },
  'certificate.save': async () => ({ ids: ['certificate-1'] }),
  'certificate.print': async () => ({ ids: ['certificate-1', 'certificate-2'] }),
  'vault.unlock': async () => ({ ids: ['facility'] }),
};
