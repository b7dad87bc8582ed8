import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { AccountWait, PersonAccount } from '#shared/domain/attendance/person-account.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { certificateKey, wholeCourse } from '#shared/domain/certificates/issued.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { waitingDay } from '#shared/domain/waiting-list.ts';
import { AccountEntry } from './AccountEntry.tsx';

interface AccountSheetProps {
  /** `undefined` while it is read. */
  readonly account: PersonAccount | undefined;
  readonly issued: ReadonlyMap<string, Stored<'certificate'>> | undefined;
}

/** The UE account: every group a person is, was or waits to be in, and how much of it they attended. */
export function AccountSheet({ account, issued }: AccountSheetProps) {
  const { t } = useTranslation('people');
  const isEmpty = account !== undefined && account.lines.length + account.waiting.length === 0;
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('account.title')}
      </Typography>
      {isEmpty && <Typography sx={{ color: 'text.secondary' }}>{t('account.empty')}</Typography>}
      {account && !isEmpty && (
        <Box component="ul" sx={listLook}>
          {account.waiting.map((wait) => (
            <WaitingEntry key={wait.place.id} wait={wait} />
          ))}
          {account.lines.map((line) => (
            <AccountEntry
              key={line.place.id}
              line={line}
              certificate={issued?.get(certificateKey(line.place.groupId, wholeCourse))}
            />
          ))}
        </Box>
      )}
    </Sheet>
  );
}

function WaitingEntry({ wait: { place, group, position } }: { readonly wait: AccountWait }) {
  const { t } = useTranslation('people');
  return (
    <li>
      <Link component={RouterLink} to={`/courses/groups/${group.id}`} sx={{ fontWeight: 600 }}>
        {group.name}
      </Link>
      <Typography variant="body2" sx={{ color: 'waits.text' }}>
        {t('account.waits', { position, date: germanDate(waitingDay(place.waitingSince ?? '')) })}
      </Typography>
    </li>
  );
}

const listLook = {
  m: 0,
  p: 0,
  listStyle: 'none',
  '& > li': { py: 1.5, borderTop: 1, borderColor: 'line.soft' },
  '& > li:first-of-type': { borderTop: 0, pt: 0 },
  '& > li:last-of-type': { pb: 0 },
} as const;
