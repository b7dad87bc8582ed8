import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import type { AccountLine } from '#shared/domain/attendance/person-account.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { DueVerdict } from '#shared/domain/certificates/due.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

interface CertificateStateProps {
  readonly line: AccountLine;
  readonly verdict: DueVerdict;
  /** Whole percent of the UE offered. */
  readonly percent: number;
  readonly certificate: Stored<'certificate'> | undefined;
}

/** Whether a certificate is due or was issued, with the way to it. */
export function CertificateState({ line, verdict, percent, certificate }: CertificateStateProps) {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  const { group, offer, sums, place } = line;
  const minimum = offer.minimumAttendance;
  const { due, reason, decision } = verdict;
  if (certificate) {
    const date = germanDate(certificate.value.issuedOn);
    return (
      <Box sx={lineLook}>
        <AnswerMark answer="yes" label={t('account.issued', { date })} />
        <Link
          component={RouterLink}
          to={`/certificates/${certificate.id}`}
          aria-label={t('account.viewFor', { group: group.name })}
        >
          {t('account.view')}
        </Link>
      </Box>
    );
  }
  return (
    <Box sx={lineLook}>
      {due === 'due' && (
        <AnswerMark
          answer="yes"
          label={reason === 'granted' ? t('account.granted', { reason: decision?.reason }) : t('account.due')}
        />
      )}
      {due === 'undecided' && (
        <AnswerMark answer="open" label={t('account.undecided', { count: sums.notRecorded })} />
      )}
      {due === 'not-due' && (
        <AnswerMark
          answer="no"
          label={
            reason === 'withheld'
              ? t('account.withheld', { reason: decision?.reason })
              : t('account.notDue', { percent, minimum })
          }
        />
      )}
      {due === 'due' && commands.allows('certificate.issue') && (
        <Link
          component={RouterLink}
          to={`/certificates/person/${place.participantId}`}
          aria-label={t('account.issueFor', { group: group.name })}
        >
          {t('account.issue')}
        </Link>
      )}
    </Box>
  );
}

const lineLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  mt: 0.75,
  fontSize: '0.875rem',
} as const;
