import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { attendedShare } from '#shared/domain/attendance/ledger.ts';
import type { AccountLine } from '#shared/domain/attendance/person-account.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { AccountDetails } from './AccountDetails.tsx';
import { CertificateState } from './CertificateState.tsx';
import { UnitsBar } from './UnitsBar.tsx';

interface AccountEntryProps {
  readonly line: AccountLine;
  /** The latest one that was issued for the group. */
  readonly certificate: Stored<'certificate'> | undefined;
}

/** One group of the account: the period, the UE in sum, the certificate, and on demand modules and sessions. */
export function AccountEntry({ line, certificate }: AccountEntryProps) {
  const { t } = useTranslation('people');
  const [open, setOpen] = useState(false);
  const details = useId();
  const { group, offer, sums, verdict } = line;
  const percent = attendedShare(sums);
  return (
    <li>
      <Link component={RouterLink} to={`/courses/groups/${group.id}`} sx={{ fontWeight: 600 }}>
        {group.name}
      </Link>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>
        {t('account.offerAndPeriod', { offer: offer.title, period: usePeriod(line) })}
      </Typography>
      <UnitsBar sums={sums} />
      <Box sx={factsLook}>
        {percent === undefined ? (
          <span>{t('account.nothingOffered')}</span>
        ) : (
          <b>{t('account.attended', { attended: sums.attended, offered: sums.offered, percent })}</b>
        )}
        {sums.excused > 0 && (
          <StatusMark status="excused" label={t('account.excused', { count: sums.excused })} />
        )}
        {sums.notRecorded > 0 && (
          <StatusMark status="not-recorded" label={t('account.notRecorded', { count: sums.notRecorded })} />
        )}
      </Box>
      {verdict !== null && percent !== undefined && (
        <CertificateState line={line} verdict={verdict} percent={percent} certificate={certificate} />
      )}
      {line.sessions.length > 0 && (
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={details}
          aria-label={t(open ? 'account.hideOf' : 'account.showOf', { group: group.name })}
          onClick={() => setOpen(!open)}
          endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
          sx={{ mt: 0.5, ml: -0.5 }}
        >
          {t(open ? 'account.hide' : 'account.show')}
        </Button>
      )}
      <div id={details}>{open && <AccountDetails line={line} />}</div>
    </li>
  );
}

/** Since when, or from when to when and why it ended. */
function usePeriod({ place: { enrolledOn, endedOn, endReason } }: AccountLine): string {
  const { t } = useTranslation('people');
  if (endedOn === null || endReason === null) return t('account.since', { day: germanDate(enrolledOn) });
  const days = { from: germanDate(enrolledOn), to: germanDate(endedOn) };
  return t('account.until', { ...days, reason: t(`endReason.${endReason}`) });
}

const factsLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
  mt: 0.75,
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
} as const;
