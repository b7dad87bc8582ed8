import { CoursesPage } from '#renderer/features/courses/CoursesPage.tsx';
import { GroupPage } from '#renderer/features/courses/GroupPage.tsx';
import { NewGroupPage } from '#renderer/features/courses/NewGroupPage.tsx';
import { OfferPage } from '#renderer/features/courses/OfferPage.tsx';
import { PartnerPage } from '#renderer/features/courses/PartnerPage.tsx';

/** The screens of the courses by their paths. */
export const courseRoutes = {
  '/courses': <CoursesPage />,
  '/courses/offers/new': <OfferPage />,
  '/courses/offers/:id': <OfferPage />,
  '/courses/partners/new': <PartnerPage />,
  '/courses/partners/:id': <PartnerPage />,
  '/courses/groups/new': <NewGroupPage />,
  '/courses/groups/:id': <GroupPage />,
};

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
