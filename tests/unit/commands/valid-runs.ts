import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import type { LedgerEntry } from '#shared/domain/commands/define.ts';
import type { CommandInput, CommandName } from '#shared/domain/commands/registry.ts';
import { proposedMonths } from '#shared/domain/retention/classes.ts';
import { formatStamp } from '#shared/sync/stamp.ts';
import { madeGroup, madeOffer, madeParticipant, madePartner, madeRequests } from '#tests/memory/made.ts';
import { type Seeded, today } from './seeded.ts';

const noneOfEach = { details: 0, badges: 0, attendance: 0, certificates: 0, person: 0, walkIns: 0 };

const template = { name: 'Unsere Bescheinigung', content: firstTemplate };

type ValidRuns = { readonly [N in CommandName]: (seed: Seeded) => Promise<CommandInput<N>> };

const sessionRuns = {
  'session.move': async ({ sessionId: id }) => ({
    id,
    slot: { date: '2026-11-24', startsAt: 600, endsAt: 690, breaks: [], room: null },
    reason: 'Raum belegt',
  }),
  'session.assign': async ({ sessionId: id }) => ({ id, lead: 'K. Overbeck', moduleId: null }),
  'session.cancel': async ({ sessionId: id }) => ({ id, reason: 'Krankheit' }),
  'session.restore': async ({ sessionId: id, done }) => {
    await done('session.cancel', { id, reason: 'Krankheit' });
    return { id };
  },
  'session.withdraw': async ({ sessionId }) => ({ ids: [sessionId] }),
} satisfies Partial<ValidRuns>;

const templateRuns = {
  'certificateTemplate.create': async () => template,
  'certificateTemplate.revise': async ({ done }) => {
    const { id } = await done('certificateTemplate.create', template);
    return { id, ...template, content: { ...template.content, title: 'Bescheinigung' } };
  },
  'certificateTemplate.retire': async ({ done }) => {
    const { id } = await done('certificateTemplate.create', template);
    return { id, retired: true };
  },
} satisfies Partial<ValidRuns>;

const deskRuns = {
  'attendance.checkIn': async ({ sessionId, amina }) => ({
    ...{ sessionId, participantId: amina, at: null, entryId: null, via: 'desk', overCapacity: false },
    reason: null,
  }),
  'attendance.linkWalkIn': async ({ sessionId, chidi, done }) => {
    const { entryId } = await done('attendance.walkIn', {
      ...{ sessionId, entryId: null, name: 'Chidi', reason: null },
      ...{ mark: 'present', late: null, early: null },
    });
    return { sessionId, entryId, participantId: chidi, reason: null };
  },
  'attendance.nameCounted': async ({ sessionId, chidi, done }) => {
    await done('attendance.count', { sessionId, people: 2, reason: null });
    return { sessionId, participantId: chidi, reason: null };
  },
  'badge.issue': async ({ amina, bilal }) => ({ participantIds: [amina, bilal] }),
  'badge.replace': async ({ amina, done }) => {
    await done('badge.issue', { participantIds: [amina] });
    return { participantId: amina };
  },
  'badge.reinstate': async ({ amina, done }) => {
    await done('badge.issue', { participantIds: [amina] });
    return await done('badge.replace', { participantId: amina });
  },
  'badge.print': async ({ amina, done, tables }) => {
    await done('badge.issue', { participantIds: [amina] });
    return { ids: [...(tables.badge?.keys() ?? [])] };
  },
} satisfies Partial<ValidRuns>;

/** One certificate that Amina is due. */
async function issuedTo({ groupId, sessionId, amina, done }: Seeded): Promise<string> {
  const marks = [{ participantId: amina, mark: 'present' as const, late: null, early: null }];
  await done('attendance.record', { sessionId, marks, reason: null });
  const { ids } = await done('certificate.issue', madeRequests(groupId, [amina]));
  return ids[0] ?? '';
}

const certificateRuns = {
  'certificate.issue': async (seed) => {
    await issuedTo(seed);
    return madeRequests(seed.groupId, [seed.amina]);
  },
  'certificate.decide': async ({ groupId, amina }) => ({
    ...{ participantId: amina, groupId, moduleId: null },
    ...{ decision: 'withhold', reason: 'Der Test steht noch aus' },
  }),
  'certificate.copy': async (seed) => ({ id: await issuedTo(seed) }),
  'certificate.revoke': async (seed) => ({ id: await issuedTo(seed), reason: 'Name falsch geschrieben' }),
} satisfies Partial<ValidRuns>;

const personRuns = {
  'participant.merge': async ({ amina, bilal }) => ({ keptId: amina, mergedId: bilal }),
  'participant.unmerge': async ({ amina, bilal, done }) => {
    const { mergeId } = await done('participant.merge', { keptId: amina, mergedId: bilal });
    return { id: mergeId };
  },
  'participant.distinguish': async ({ amina, bilal }) => ({ pairs: [[bilal, amina]] }),
  'participant.undistinguish': async ({ amina, bilal, done }) =>
    await done('participant.distinguish', { pairs: [[amina, bilal]] }),
} satisfies Partial<ValidRuns>;

/** An entry of the erasure ledger beside the journal that the journal does not have. */
export const repeatedErasure = {
  id: 'erasure-1',
  value: {
    ...{ at: '2026-11-20T08:00:00.000Z', by: 'account-1', cause: 'request', walkIns: [] },
    people: [{ ids: ['gone-long-ago'], classes: ['person'] }],
  },
} satisfies LedgerEntry;

const periods = { months: proposedMonths, signedOffBy: 'Datenschutzstelle', signedOffOn: today };

const retentionRuns = {
  'retention.setPeriods': async () => periods,
  'retention.preview': async () => ({ ids: ['facility'] }),
  'retention.delete': async ({ daria, done }) => {
    await done('retention.setPeriods', periods);
    await done('participant.update', { id: daria, changes: { room: 'B 2', arrivedOn: '2026-01-07' } });
    await done('participant.depart', { id: daria, departedOn: '2026-09-01' });
    return { people: [{ id: daria, classes: ['details'] }], walkIns: [] };
  },
  'retention.end': async () => ({
    ...{ startedAt: '2026-11-23T08:00:00.000Z', outcome: 'finished', erasures: ['erasure-1'] },
    due: noneOfEach,
    done: noneOfEach,
  }),
  'erasure.repeat': async () => ({ ids: [repeatedErasure.id] }),
} satisfies Partial<ValidRuns>;

/** Amina's room as another desk wrote it, overwritten unseen. */
function overwrittenRoom({ amina, edits }: Seeded) {
  const stamp = formatStamp({ time: 1_795_000_000_000, counter: 0, workstationId: 'fedcba9876543210' });
  const edit = { field: 'room', stamp };
  const at = { at: 1_795_000_000_000, workstationId: 'fedcba9876543210' };
  edits.set(`participant ${amina}`, [{ ...edit, ...at, value: { room: 'B 114' } }]);
  return { kind: 'participant' as const, id: amina, ...edit };
}

/** For every command an input that it accepts on the seed. A new command does not compile without one. */
export const validRuns: ValidRuns = {
  'participant.create': async () => madeParticipant('Elif', 'Öztürk'),
  'participant.update': async ({ amina }) => ({ id: amina, changes: { room: 'B 204' } }),
  'participant.import': async () => ({ rows: [madeParticipant('Farid'), madeParticipant('Genet')] }),
  'participant.view': async ({ amina }) => ({ ids: [amina] }),
  'participant.disclose': async ({ amina }) => ({ ids: [amina] }),
  'participant.erase': async ({ amina }) => ({ id: amina }),
  'participant.depart': async ({ amina }) => ({ id: amina, departedOn: today }),
  'participant.return': async ({ amina, done }) => {
    const { ended } = await done('participant.depart', { id: amina, departedOn: today });
    return { id: amina, reopen: ended };
  },
  'subProject.save': async ({ partnerId }) => ({
    id: null,
    subProject: { name: 'Ankommen', area: 'language', partnerIds: [partnerId] },
  }),
  'facility.save': async () => ({ name: 'ZUE Münster', place: 'Münster', programme: 'Modellprojekt' }),
  'partner.save': async () => ({
    id: null,
    partner: madePartner('SC Preußen Münster'),
  }),
  'offer.save': async ({ partnerId }) => ({ id: null, offer: madeOffer({ partnerIds: [partnerId] }) }),
  'courseGroup.save': async ({ offerId, groupId }) => ({
    id: groupId,
    group: madeGroup(offerId, { capacity: 2 }),
  }),
  'courseGroup.printRoster': async ({ groupId }) => ({ ids: [groupId] }),
  'session.plan': async ({ groupId }) => ({
    groupId,
    date: '2026-11-24',
    startsAt: 540,
    endsAt: 630,
    breaks: [],
    room: 'R 3',
    moduleId: null,
  }),
  ...sessionRuns,
  'enrolment.add': async ({ groupId, chidi }) => ({ groupId, participantIds: [chidi], enrolledOn: today }),
  'enrolment.end': async ({ places }) => ({ ids: places, endedOn: today, reason: 'transferred' }),
  'enrolment.reopen': async ({ places, done }) => {
    await done('enrolment.end', { ids: places, endedOn: today, reason: 'mistake' });
    return { ids: places };
  },
  'attendance.walkIn': async ({ sessionId }) => ({
    ...{ sessionId, entryId: null, name: 'Elif', reason: null },
    ...{ mark: 'present', late: null, early: null },
  }),
  'attendance.count': async ({ sessionId }) => ({ sessionId, people: 4, reason: null }),
  'attendance.close': async ({ sessionId }) => ({ sessionId }),
  'signatureList.print': async ({ sessionId }) => ({ sessionIds: [sessionId] }),
  'attendance.record': async ({ sessionId, amina }) => ({
    sessionId,
    marks: [{ participantId: amina, mark: 'late', late: 20, early: null }],
    reason: null,
  }),
  ...certificateRuns,
  'certificate.save': async (seed) => ({ ids: [await issuedTo(seed)] }),
  'certificate.print': async (seed) => ({ ids: [await issuedTo(seed)] }),
  'dayReport.giveCounts': async ({ sessionId }) => ({ ids: [sessionId] }),
  'paper.print': async ({ amina }) => ({ ids: [amina] }),
  'paper.save': async ({ amina }) => ({ ids: [amina] }),
  'dayReport.giveNames': async ({ sessionId }) => ({ ids: [sessionId] }),
  ...deskRuns,
  ...templateRuns,
  ...personRuns,
  ...retentionRuns,
  'mergeTask.settle': async ({ groupId }) => ({ kind: 'group-overfull', ids: [groupId] }),
  'overwritten.take': async (seed) => overwrittenRoom(seed),
  'overwritten.dismiss': async (seed) => overwrittenRoom(seed),
  'backup.make': async () => ({ ids: ['facility'] }),
  'backup.verify': async () => ({ ids: ['facility'] }),
  'backup.chooseFolder': async () => ({ ids: ['facility'] }),
  'backup.deleteSetAside': async () => ({ ids: ['facility'] }),
  'backup.rehearse': async () => ({ ids: ['facility'] }),
  'backup.restore': async () => ({ ids: ['facility'] }),
  'backup.restored': async () => ({ ids: ['facility'] }),
  'proof.strikeOff': async () => ({ ids: ['facility'] }),
  'proof.renew': async () => ({ ids: ['facility'] }),
  'proof.handOut': async () => ({ ids: ['facility'] }),
  'proof.setCheckPage': async () => ({ checkPage: 'https://zue.example/pruefen/' }),
  'audit.view': async () => ({ ids: ['facility'] }),
  'audit.print': async () => ({ ids: ['facility'] }),
  'audit.save': async () => ({ ids: ['facility'] }),
  'account.create': async () => ({ ids: ['account-2'] }),
  'account.disable': async () => ({ ids: ['account-2'] }),
  'account.changeRole': async () => ({ ids: ['account-2'] }),
  'account.resetPassphrase': async () => ({ ids: ['account-2'] }),
  'account.changePassphrase': async () => ({ ids: ['account-1'] }),
  'recovery.renew': async () => ({ ids: ['facility'] }),
  'sync.connect': async () => ({ ids: ['facility'] }),
  'sync.disconnect': async () => ({ ids: ['facility'] }),
  'sync.reseed': async () => ({ ids: ['facility'] }),
  'sync.overruled': async () => ({ ids: ['facility'] }),
  'workstation.invite': async () => ({ ids: ['facility'] }),
  'workstation.add': async () => ({ ids: ['fedcba9876543210'] }),
  'workstation.decline': async () => ({ ids: ['fedcba9876543210'] }),
  'workstation.rename': async () => ({ ids: ['fedcba9876543210'] }),
  'workstation.revoke': async () => ({ ids: ['fedcba9876543210'] }),
  'vault.unlock': async () => ({ ids: ['facility'] }),
  'vault.beginKey': async () => ({ ids: ['facility'] }),
  'vault.resealed': async () => ({ ids: ['facility'] }),
  'kiosk.start': async () => ({ ids: ['facility'] }),
  'kiosk.discard': async ({ amina }) => ({ ids: [amina] }),
};
