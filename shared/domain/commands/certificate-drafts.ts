/** What would be issued today: for the check of every page before issuing, and for the issue itself. */
import { type GroupResult, groupResults } from '#shared/domain/attendance/group-results.ts';
import { holdsPlaceOn, type MarkedSession } from '#shared/domain/attendance/ledger.ts';
import { marksOf } from '#shared/domain/attendance/marks.ts';
import { templatesOf } from '#shared/domain/certificates/shipped-templates.ts';
import type { Translation } from '#shared/domain/certificates/template.ts';
import { type DecisionEntry, project } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { paperLanguageOf } from '#shared/domain/paper-language.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { Certificate } from '../records/certificate.ts';
import type { CourseGroup } from '../records/course-group.ts';
import { facilityId } from '../records/facility.ts';
import type { Offer } from '../records/offer.ts';
import type { Stored } from '../records/registry.ts';
import {
  type CertificateRequest,
  type GroupSubject,
  type HonourSubject,
  kindOf,
} from './certificate-requests.ts';
import type { Refusal } from './define.ts';

/** What a certificate says of the course, or of what was done. */
type Said = Pick<
  Certificate,
  | 'groupId'
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
  | 'partners'
>;

/** A certificate but for what its issue gives it. */
export type CertificateDraft = Said &
  Pick<
    Certificate,
    | 'kind'
    | 'participantId'
    | 'issuedOn'
    | 'name'
    | 'originalName'
    | 'birth'
    | 'facility'
    | 'template'
    | 'translation'
  >;

/** What all certificates of a group have in common, and its people's results. */
interface GroupContents {
  readonly group: CourseGroup;
  readonly offer: Offer;
  readonly partners: Certificate['partners'];
  readonly sessions: readonly MarkedSession[];
  readonly results: ReadonlyMap<string, GroupResult>;
}

/** Of every record the directory's entry; what is shown nowhere is left out. */
const entriesOf = (rows: readonly Stored<'certificateDecision'>[]): DecisionEntry[] =>
  rows.flatMap(({ kind, id, value }) => project(kind, id, value)?.entry ?? []);

async function groupContents(
  reader: RecordReader,
  groupId: string,
  today: string,
): Promise<GroupContents | undefined> {
  const group = await reader.get('courseGroup', groupId);
  const offer = group && (await reader.get('offer', group.offerId));
  if (!group || !offer) return undefined;
  const [enrolments, held, sheets, decided, partners] = await Promise.all([
    reader.where('enrolment', 'groupId', groupId),
    reader.where('session', 'groupId', groupId),
    reader.where('attendanceSheet', 'groupId', groupId),
    reader.where('certificateDecision', 'groupId', groupId),
    reader.getMany('partner', offer.partnerIds),
  ]);
  const marks = new Map(sheets.map(({ id, value }) => [id, marksOf(value)]));
  const sessions = held
    .filter(({ value }) => !value.withdrawn)
    .map(({ id, value }) => ({
      ...value,
      cancelled: value.cancelled !== null,
      marks: marks.get(id) ?? new Map(),
    }));
  const places = enrolments.map(({ id, value }) => ({ ...value, id }));
  const results = groupResults(offer, { places, sessions, decisions: entriesOf(decided) }, today);
  return {
    ...{ group, offer, sessions },
    partners: partners.map(({ value: { name, shortName, logo } }) => ({ name, shortName, logo })),
    results: new Map(results.map((result) => [result.participantId, result])),
  };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a < b ? b : a);

/** Period that a certificate names: the enrolment's within the group's, up to the day of issue. */
function coursePeriod({ group }: GroupContents, { enrolment }: GroupResult, today: string) {
  return {
    periodFrom: later(enrolment.enrolledOn, group.startsOn),
    periodTo: earlier(enrolment.endedOn ?? group.endsOn, earlier(group.endsOn, today)),
  };
}

/** Of a module: from the first to the last day on which it was taught while the person had a place. */
function modulePeriod(
  { sessions }: GroupContents,
  { enrolment }: GroupResult,
  { moduleId, today }: { readonly moduleId: string; readonly today: string },
) {
  const days = sessions
    .filter(
      (session) =>
        session.moduleId === moduleId &&
        !session.cancelled &&
        session.date <= today &&
        holdsPlaceOn(enrolment, session.date),
    )
    .map(({ date }) => date)
    .toSorted();
  return { periodFrom: days[0] ?? today, periodTo: days.at(-1) ?? today };
}

function saidOfGroup(
  contents: GroupContents,
  participantId: string,
  { groupId, moduleId, result: tested }: GroupSubject,
  today: string,
): Result<Said, Refusal> {
  const { group, offer, partners } = contents;
  const result = contents.results.get(participantId);
  if (!result) return err({ code: 'certificate.not-enrolled' });
  const own = result.modules.find(({ module }) => module.id === moduleId);
  if (moduleId !== null && !own) return err({ code: 'certificate.module-missing' });
  const { due, reason } = (own ?? result).verdict;
  // What a test proved does not hang on how often somebody came; only the lead's word can hold it back.
  const reached = tested ? reason !== 'withheld' : due === 'due';
  if (!reached) return err({ code: `certificate.${reason === 'withheld' ? reason : due}` });
  if (tested && tested.takenOn > today) return err({ code: 'certificate.test-in-future', field: 'takenOn' });
  const module = offer.modules.find(({ id }) => id === moduleId);
  const whole = offer.modules.length > 0 ? offer.modules.map(({ title }) => title) : offer.contents;
  const { attended, offered } = (own ?? result).sums;
  return ok({
    ...{ groupId, offerTitle: offer.title, groupName: group.name, area: offer.area, level: offer.level },
    ...(module
      ? modulePeriod(contents, result, { moduleId: module.id, today })
      : coursePeriod(contents, result, today)),
    ...{ ueAttended: attended, ueOffered: offered, contents: module?.contents ?? whole },
    ...{ module: own?.module ?? null, result: tested, partners },
  });
}

function saidOfHonour({ title, area, periodFrom, periodTo }: HonourSubject): Result<Said, Refusal> {
  if (periodTo < periodFrom) return err({ code: 'certificate.ends-before-start', field: 'periodTo' });
  return ok({
    ...{ groupId: null, offerTitle: title, groupName: '', area, level: null, periodFrom, periodTo },
    ...{ ueAttended: 0, ueOffered: 0, contents: [], module: null, result: null, partners: [] },
  });
}

/** A translation into the first language of theirs that there is one in; none for who reads German. */
function translationFor(
  languages: readonly string[],
  place: CertificateRequest['translation'],
): Translation | null {
  const language = paperLanguageOf(languages);
  return place === null || language === 'de' ? null : { language, place };
}

/** A request that is the same as an earlier one is left out: pressing twice gives one certificate. */
function once(requests: readonly CertificateRequest[]): CertificateRequest[] {
  return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}

/** What would be issued, each with what was asked for. */
export type RequestedDraft = { readonly request: CertificateRequest; readonly draft: CertificateDraft };

/** What would be issued today, in the given order; refuses as `certificate.issue` does. */
export async function draftCertificates(
  reader: RecordReader,
  requests: readonly CertificateRequest[],
  today: string,
): Promise<Result<RequestedDraft[], Refusal>> {
  const facility = await reader.get('facility', facilityId);
  if (!facility) return err({ code: 'certificate.group-missing' });
  const templates = templatesOf(await reader.all('certificateTemplate'));
  const ids = [...new Set(requests.map(({ participantId }) => participantId))];
  const people = new Map((await reader.getMany('participant', ids)).map(({ id, value }) => [id, value]));
  const groups = new Map<string, GroupContents>();
  for (const { about } of requests) {
    if (about.of !== 'group' || groups.has(about.groupId)) continue;
    const contents = await groupContents(reader, about.groupId, today);
    if (!contents) return err({ code: 'certificate.group-missing' });
    groups.set(about.groupId, contents);
  }
  const drafts: RequestedDraft[] = [];
  for (const request of once(requests)) {
    const { participantId, about, templateId, translation } = request;
    const template = templates.find(({ id }) => id === templateId);
    if (!template) return err({ code: 'certificate.template-missing', field: 'templateId' });
    const kind = kindOf(about);
    if (template.content.kind !== kind)
      return err({ code: 'certificate.template-kind', field: 'templateId' });
    const person = people.get(participantId);
    if (!person) return err({ code: 'participant.missing' });
    const contents = about.of === 'group' ? groups.get(about.groupId) : undefined;
    const said =
      about.of === 'group'
        ? contents && saidOfGroup(contents, participantId, about, today)
        : saidOfHonour(about);
    if (!said) return err({ code: 'certificate.group-missing' });
    if (!said.ok) return said;
    const { id, name, version, content } = template;
    drafts.push({
      request,
      draft: {
        ...said.value,
        ...{ kind, participantId, issuedOn: today },
        ...{ name: fullName(person), originalName: person.original, birth: person.birth },
        facility: { name: facility.name, place: facility.place, programme: facility.programme },
        template: { id, name, version, content },
        translation: translationFor(person.languages, translation),
      },
    });
  }
  return ok(drafts);
}
