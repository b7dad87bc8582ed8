import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useEnrolmentTexts } from '#renderer/i18n/use-enrolment-texts.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { AccountLine, PersonAccount } from '#shared/domain/attendance/person-account.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import type { Risen } from './use-departure.ts';

interface DepartedNoteProps {
  readonly departedOn: string;
  readonly account: PersonAccount | undefined;
  readonly issued: ReadonlyMap<string, Stored<'certificate'>> | undefined;
  /** Who moved up, if the person left just now; the note then takes the focus. */
  readonly risen: readonly Risen[] | undefined;
  readonly onBack: () => void;
}

/** That somebody has left: from when periods of retention count, which certificates are still to be issued. */
export function DepartedNote({ departedOn, account, issued, risen, onBack }: DepartedNoteProps) {
  const { t } = useTranslation('people');
  const { commands, directory } = useServices();
  const texts = useEnrolmentTexts();
  const date = germanDate(departedOn);
  const toIssue =
    account?.lines.filter(
      ({ due, group }) => due !== null && due !== 'not-due' && issued && !issued.has(group.id),
    ) ?? [];
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        commands.allows('participant.return') && (
          <Button color="inherit" variant="outlined" size="small" onClick={onBack}>
            {t('departure.comeBack')}
          </Button>
        )
      }
    >
      <NoteTitle takesFocus={risen !== undefined}>{t('departure.departed', { date })}</NoteTitle>
      {t('departure.retention', { date })}
      {toIssue.length > 0 && (
        <Box component="ul" aria-label={t('departure.certificates')} sx={listLook}>
          {toIssue.map((line) => (
            <ToIssue key={line.place.id} line={line} />
          ))}
        </Box>
      )}
      {risen && risen.length > 0 && (
        <Box component="ul" aria-label={t('departure.risen')} sx={listLook}>
          {risen.map(({ groupId, participantIds }) => (
            <li key={groupId}>
              {t('departure.risenIn', {
                group: directory.get('courseGroup', groupId)?.name ?? '',
                sentence: texts.risen(groupId, participantIds),
              })}
            </li>
          ))}
        </Box>
      )}
    </Alert>
  );
}

/** The note's title; it takes the focus when the dialog that led here is gone, and with it the button. */
function NoteTitle({ takesFocus, children }: { readonly takesFocus: boolean; readonly children: string }) {
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return undefined;
    let frame = 0;
    const take = (): void => {
      if (document.querySelector('[role="dialog"]')) frame = requestAnimationFrame(take);
      else title.current?.focus();
    };
    take();
    return () => cancelAnimationFrame(frame);
  }, [takesFocus]);
  return (
    <AlertTitle ref={title} tabIndex={-1} sx={{ outline: 'none' }}>
      {children}
    </AlertTitle>
  );
}

function ToIssue({ line: { group, due, sums } }: { readonly line: AccountLine }) {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  if (due === 'undecided')
    return (
      <li>
        {t('departure.undecided', { group: group.name, count: sums.notRecorded })}{' '}
        <Link component={RouterLink} to={`/courses/groups/${group.id}`} color="inherit">
          {t('departure.toGroup')}
        </Link>
      </li>
    );
  return (
    <li>
      {t('departure.due', { group: group.name })}{' '}
      {commands.allows('certificate.issue') && (
        <Link component={RouterLink} to={`/certificates?group=${group.id}`} color="inherit">
          {t('departure.issue', { group: group.name })}
        </Link>
      )}
    </li>
  );
}

const listLook = { m: 0, mt: 0.5, pl: 2.5 } as const;
