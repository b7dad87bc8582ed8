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
import { certificateKey, wholeCourse } from '#shared/domain/certificates/issued.ts';
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

/** A certificate of a course or a module that is due and not there, or may yet become due. */
interface Missing {
  readonly key: string;
  readonly groupId: string;
  /** Of the group, with the module's title where it is about one. */
  readonly name: string;
  readonly due: boolean;
  readonly notRecorded: number;
}

function missing(
  { group, sums, verdict, modules }: AccountLine,
  issued: ReadonlyMap<string, Stored<'certificate'>>,
): Missing[] {
  if (!verdict) return [];
  const whole = { about: wholeCourse, name: group.name, sums, verdict };
  const parts = modules.map((one) => ({
    ...one,
    ...{ about: { kind: 'module' as const, module: one.module }, name: `${group.name}, ${one.module.title}` },
  }));
  return [whole, ...parts].flatMap(({ about, name, ...one }) => {
    const key = certificateKey(group.id, about);
    const { due } = one.verdict;
    if (due === 'not-due' || issued.has(key)) return [];
    return [{ key, groupId: group.id, name, due: due === 'due', notRecorded: one.sums.notRecorded }];
  });
}

/** That somebody has left: from when periods of retention count, which certificates are still to be issued. */
export function DepartedNote({ departedOn, account, issued, risen, onBack }: DepartedNoteProps) {
  const { t } = useTranslation('people');
  const { commands, directory } = useServices();
  const texts = useEnrolmentTexts();
  const date = germanDate(departedOn);
  const toIssue = issued ? (account?.lines.flatMap((line) => missing(line, issued)) ?? []) : [];
  const participantId = account?.lines[0]?.place.participantId;
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
          {toIssue.map((one) => (
            <ToIssue key={one.key} missing={one} />
          ))}
        </Box>
      )}
      {toIssue.some(({ due }) => due) && commands.allows('certificate.issue') && (
        <Link component={RouterLink} to={`/certificates/person/${participantId}`} color="inherit">
          {t('departure.issue')}
        </Link>
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

function ToIssue({ missing: { groupId, name, due, notRecorded } }: { readonly missing: Missing }) {
  const { t } = useTranslation('people');
  if (due) return <li>{t('departure.due', { group: name })}</li>;
  return (
    <li>
      {t('departure.undecided', { group: name, count: notRecorded })}{' '}
      <Link component={RouterLink} to={`/courses/groups/${groupId}`} color="inherit">
        {t('departure.toGroup')}
      </Link>
    </li>
  );
}

const listLook = { m: 0, mt: 0.5, pl: 2.5 } as const;
