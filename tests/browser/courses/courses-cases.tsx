import { CoursesPage } from '#renderer/features/courses/CoursesPage.tsx';
import { EditGroupPage } from '#renderer/features/courses/EditGroupPage.tsx';
import { GroupPage } from '#renderer/features/courses/GroupPage.tsx';
import { NewGroupPage } from '#renderer/features/courses/NewGroupPage.tsx';
import { OfferPage } from '#renderer/features/courses/OfferPage.tsx';
import { PartnerPage } from '#renderer/features/courses/PartnerPage.tsx';
import { SubProjectPage } from '#renderer/features/courses/SubProjectPage.tsx';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { fullWeek, madeGroup, madeOffer, madeParticipant } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** The screens of the courses by their paths. */
export const courseRoutes = {
  '/courses': <CoursesPage />,
  '/courses/offers/new': <OfferPage />,
  '/courses/offers/:id': <OfferPage />,
  '/courses/sub-projects/new': <SubProjectPage />,
  '/courses/sub-projects/:id': <SubProjectPage />,
  '/courses/partners/new': <PartnerPage />,
  '/courses/partners/:id': <PartnerPage />,
  '/courses/groups/new': <NewGroupPage />,
  '/courses/groups/:id': <GroupPage />,
  '/courses/groups/:id/edit': <EditGroupPage />,
};

/** Runs a command that must not be refused. */
export async function done<N extends CommandName>(
  services: AppServices,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const answer = await services.commands.execute(name, input);
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
  return answer.value;
}

const modules = ['Ankommen', 'Wohnen', 'Arbeit', 'Gesundheit', 'Schule', 'Recht'].map((title, at) => ({
  ...{ id: `module-${at + 1}`, title, ue: 50, contents: [] },
}));

/** An orientation course of six modules of 50 UE; "now" is 23 November 2026, 9:05. */
export async function orientationOffer() {
  const services = memoryServices();
  const offer = madeOffer({ modules, capacity: 20 });
  const offerId = (await done(services, 'offer.save', { id: null, offer })).id;
  return { services, offerId };
}

/** A group of the orientation course that has met since 2 November. */
export async function orientationGroup(changes: Partial<CourseGroup> = {}) {
  const { services, offerId } = await orientationOffer();
  const group = madeGroup(offerId, { endsOn: '2027-03-31', capacity: 20, timetable: fullWeek, ...changes });
  const groupId = (await done(services, 'courseGroup.save', { id: null, group })).id;
  return { services, offerId, groupId, group };
}

/** Enrols people of these names, and gives their ids. */
export async function enrolled(
  services: AppServices,
  groupId: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const rows = names.map((name) => madeParticipant(name));
  const { ids } = await done(services, 'participant.import', { rows });
  await done(services, 'enrolment.add', { groupId, participantIds: [...ids], enrolledOn: '2026-11-23' });
  return ids;
}

/** A picture as a file, drawn by the browser. */
export async function picture(
  width: number,
  height: number,
  kind: 'image/png' | 'image/jpeg',
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#0B5563';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#FFFFFF';
  pen.font = '32px sans-serif';
  pen.fillText('IHK', 20, height / 2 + 12);
  return new File([await canvas.convertToBlob({ type: kind })], 'logo', { type: kind });
}
