import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { CourseGroupEntry, PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names.ts';
import { ChoosePeopleDialog } from './ChoosePeopleDialog.tsx';
import { EnrolSearch } from './EnrolSearch.tsx';

interface EnrolBarProps {
  readonly group: CourseGroupEntry;
  readonly enrolledIds: ReadonlySet<string>;
}

/** Enrols one person after the other by search, or many from a list; what was done can be taken back. */
export function EnrolBar({ group, enrolledIds }: EnrolBarProps) {
  const { t } = useTranslation('courses');
  const { commands, clock } = useServices();
  const failureText = useFailureText();
  const offerUndo = useUndo();
  const [from, setFrom] = useState<string | null>(clock.today());
  const [choosing, setChoosing] = useState(false);
  const [failure, setFailure] = useState<string>();

  const takeBack = async (ids: readonly string[], endedOn: string): Promise<void> => {
    for (const id of ids) {
      const answer = await commands.execute('enrolment.end', { id, endedOn, reason: 'mistake' });
      if (!answer.ok) setFailure(failureText(answer.error));
    }
  };
  /** Whether it worked; if not, the sentence stands below the search. */
  const enrol = async (people: readonly PersonEntry[]): Promise<boolean> => {
    setFailure(undefined);
    if (from === null) return false;
    const participantIds = people.map(({ id }) => id);
    const answer = await commands.execute('enrolment.add', {
      groupId: group.id,
      participantIds,
      enrolledOn: from,
    });
    if (!answer.ok) {
      setFailure(failureText(answer.error));
      return false;
    }
    const [first] = people;
    const message = t('enrolled.added', { count: people.length, name: first ? listName(first) : '' });
    offerUndo(message, () => void takeBack(answer.value.added, from));
    return true;
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 280px' }}>
          <EnrolSearch enrolledIds={enrolledIds} onChosen={(person) => void enrol([person])} />
        </Box>
        <Box sx={{ width: 176 }}>
          <DayField
            label={t('enrolled.from')}
            value={from}
            onChange={setFrom}
            error={from === null ? t('enrolled.fromMissing') : undefined}
            today={clock.today()}
            helperText={t('enrolled.fromHint')}
          />
        </Box>
        <Button variant="outlined" onClick={() => setChoosing(true)}>
          {t('enrolled.fromList')}
        </Button>
      </Box>
      {failure !== undefined && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('notSaved', { reason: failure })}
        </Alert>
      )}
      {choosing && (
        <ChoosePeopleDialog
          enrolledIds={enrolledIds}
          free={group.capacity === null ? undefined : Math.max(0, group.capacity - enrolledIds.size)}
          failure={failure}
          onConfirm={async (people) => {
            if (await enrol(people)) setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
