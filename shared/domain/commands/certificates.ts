import { z } from 'zod';
import { type GroupResult, groupResults } from '#shared/domain/attendance/group-results.ts';
import { marksOf } from '#shared/domain/attendance/marks.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { Certificate } from '../records/certificate.ts';
import type { CourseGroup } from '../records/course-group.ts';
import type { Enrolment } from '../records/enrolment.ts';
import { facilityId } from '../records/facility.ts';
import { type CommandContext, command, note, planners, type Refusal, teachers } from './define.ts';

const template = {
  ...{ id: 'teilnahmebescheinigung', name: 'Teilnahmebescheinigung', version: 1 },
  content: firstTemplate,
};

/** The group's results, read from its records. */
async function resultsOf(reader: RecordReader, groupId: string, today: string): Promise<GroupResult[]> {
  const group = await reader.get('courseGroup', groupId);
  const offer = group && (await reader.get('offer', group.offerId));
  if (!offer) return [];
  const [enrolments, sessions, sheets] = await Promise.all([
    reader.where('enrolment', 'groupId', groupId),
    reader.where('session', 'groupId', groupId),
    reader.where('attendanceSheet', 'groupId', groupId),
  ]);
  const marks = new Map(sheets.map(({ id, value }) => [id, marksOf(value)]));
  const held = sessions
    .filter(({ value }) => !value.withdrawn)
    .map(({ id, value }) => ({
      ...value,
      cancelled: value.cancelled !== null,
      marks: marks.get(id) ?? new Map(),
    }));
  const places = enrolments.map(({ id, value }) => ({ ...value, id }));
  return groupResults(offer, places, held, today);
}

/** What stands on every certificate of a group. */
async function commonContents(reader: RecordReader, groupId: string) {
  const group = await reader.get('courseGroup', groupId);
  const offer = group && (await reader.get('offer', group.offerId));
  const facility = await reader.get('facility', facilityId);
  if (!group || !offer || !facility) return undefined;
  const partners = await reader.getMany('partner', offer.partnerIds);
  return {
    group,
    contents: {
      groupId,
      offerTitle: offer.title,
      groupName: group.name,
      area: offer.area,
      level: offer.level,
      contents: offer.modules.length > 0 ? offer.modules.map(({ title }) => title) : offer.contents,
      facility: { name: facility.name, place: facility.place, programme: facility.programme },
      partners: partners.map(({ value: { name, shortName, logo } }) => ({ name, shortName, logo })),
      template,
    },
  };
}

/** Period that a certificate names: the enrolment's within the group's, up to the day of issue. */
function period(
  group: Pick<CourseGroup, 'startsOn' | 'endsOn'>,
  enrolment: Pick<Enrolment, 'enrolledOn' | 'endedOn'>,
  today: string,
) {
  const earlier = (a: string, b: string): string => (a < b ? a : b);
  const periodFrom =
    earlier(enrolment.enrolledOn, group.startsOn) === group.startsOn ? enrolment.enrolledOn : group.startsOn;
  return { periodFrom, periodTo: earlier(enrolment.endedOn ?? group.endsOn, earlier(group.endsOn, today)) };
}

/** What a certificate will say when it is issued; number and issuer are given then. */
export type CertificateDraft = Pick<
  Certificate,
  | 'kind'
  | 'participantId'
  | 'groupId'
  | 'issuedOn'
  | 'name'
  | 'originalName'
  | 'birth'
  | 'offerTitle'
  | 'groupName'
  | 'area'
  | 'level'
  | 'periodFrom'
  | 'periodTo'
  | 'ueAttended'
  | 'ueOffered'
  | 'contents'
  | 'module'
  | 'result'
  | 'facility'
  | 'partners'
  | 'template'
  | 'translation'
>;

/** What would be issued today, in the given order, for the check before issuing; refuses as `certificate.issue` does. */
export async function draftCertificates(
  reader: RecordReader,
  { groupId, participantIds }: z.infer<typeof issueInput>,
  today: string,
): Promise<Result<CertificateDraft[], Refusal>> {
  const common = await commonContents(reader, groupId);
  if (!common) return err({ code: 'certificate.group-missing' });
  const results = new Map(
    (await resultsOf(reader, groupId, today)).map((result) => [result.participantId, result]),
  );
  const people = new Map(
    (await reader.getMany('participant', participantIds)).map(({ id, value }) => [id, value]),
  );
  const drafts: CertificateDraft[] = [];
  for (const participantId of new Set(participantIds)) {
    const result = results.get(participantId);
    const person = people.get(participantId);
    if (!result || !person) return err({ code: 'certificate.not-enrolled' });
    if (result.due !== 'due') return err({ code: `certificate.${result.due}` });
    drafts.push({
      ...common.contents,
      ...period(common.group, result.enrolment, today),
      kind: 'participation',
      participantId,
      issuedOn: today,
      name: fullName(person),
      originalName: person.original,
      birth: person.birth,
      ueAttended: result.sums.attended,
      ueOffered: result.sums.offered,
      ...{ module: null, result: null, translation: null },
    });
  }
  return ok(drafts);
}

const issueInput = z.strictObject({
  groupId: z.string(),
  participantIds: z.array(z.string()).min(1).max(500),
});

async function issue(reader: RecordReader, input: z.infer<typeof issueInput>, context: CommandContext) {
  const drafts = await draftCertificates(reader, input, context.today);
  if (!drafts.ok) return drafts;
  const puts = drafts.value.map((draft) => ({
    kind: 'certificate' as const,
    id: context.newId(),
    value: {
      ...draft,
      ...{ number: drawCertificateNumber(context.randomBytes), issuedBy: context.by.accountId },
      ...{ proof: null, copies: [], revoked: null, replaces: null },
    },
  }));
  return ok({
    puts,
    subjects: puts.flatMap(({ id, value }) => [
      { kind: 'certificate' as const, id },
      { kind: 'participant' as const, id: value.participantId },
    ]),
    output: { ids: puts.map(({ id }) => id) },
  });
}

export const certificateCommands = {
  /** Issues for people of a group for whom a certificate is due; one who isn't due refuses the whole. */
  'certificate.issue': command({ roles: planners, input: issueInput, decide: issue }),
  'certificate.save': note('certificate', teachers),
  'certificate.print': note('certificate', teachers),
} as const;
