import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { LinkList } from './LinkList.tsx';

/** The course groups a person is or was in, the running ones first. */
export function PersonEnrolments({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { records, directory, commands } = useServices();
  const enrolments = useLoaded(
    ['enrolment', 'courseGroup'],
    () => records.where('enrolment', 'participantId', id),
    [id],
  );
  const ordered = enrolments?.toSorted(
    ({ value: a }, { value: b }) =>
      Number(a.endedOn !== null) - Number(b.endedOn !== null) || b.enrolledOn.localeCompare(a.enrolledOn),
  );
  const detail = ({ value }: Stored<'enrolment'>): string =>
    value.endedOn === null || value.endReason === null
      ? t('enrolments.since', { day: germanDate(value.enrolledOn) })
      : t('enrolments.until', {
          from: germanDate(value.enrolledOn),
          to: germanDate(value.endedOn),
          reason: t(`endReason.${value.endReason}`),
        });
  return (
    <LinkList
      title={t('enrolments.title')}
      empty={t('enrolments.empty')}
      items={ordered?.map((enrolment) => ({
        key: enrolment.id,
        to: `/courses/groups/${enrolment.value.groupId}`,
        title: directory.get('courseGroup', enrolment.value.groupId)?.name ?? t('enrolments.unknownGroup'),
        detail: detail(enrolment),
      }))}
      action={
        commands.allows('enrolment.add') && (
          <Button component={Link} to="/courses" variant="outlined" size="small">
            {t('enrolments.toCourses')}
          </Button>
        )
      }
    />
  );
}
