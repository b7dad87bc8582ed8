import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnrolmentTexts } from '#renderer/i18n/use-enrolment-texts.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CourseGroupEntry, EnrolmentEntry, PersonEntry } from '#shared/domain/directory.ts';
import { enrol, undoEnrolling } from '#shared/domain/enrolling.ts';
import type { Occupancy } from '#shared/domain/waiting-list.ts';
import { ChoosePeopleDialog } from './ChoosePeopleDialog.tsx';
import { EnrolSearch } from './EnrolSearch.tsx';

interface EnrolBarProps {
  readonly group: CourseGroupEntry;
  readonly places: readonly EnrolmentEntry[];
  readonly occupancy: Occupancy;
}

/** Enrols one person after the other by search, or many from a list; what was done can be taken back. */
export function EnrolBar({ group, places, occupancy }: EnrolBarProps) {
  const { t } = useTranslation(['courses', 'enrolment']);
  const services = useServices();
  const { commands, clock } = services;
  const failureText = useFailureText();
  const texts = useEnrolmentTexts();
  const offerUndo = useUndo();
  const [from, setFrom] = useState<string | null>(clock.today());
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const there = useMemo(
    () => new Map(places.flatMap((place) => (place.endedOn === null ? [[place.participantId, place]] : []))),
    [places],
  );
  /** Whether it worked; if not, the sentence stands below the search. */
  const add = async (people: readonly PersonEntry[]): Promise<boolean> => {
    setRefusal(undefined);
    if (from === null) return false;
    const participantIds = people.map(({ id }) => id);
    const outcome = await enrol(services, { groupId: group.id, participantIds, enrolledOn: from });
    setRefusal(outcome.refusal);
    if (outcome.ids.length > 0)
      offerUndo(texts.enrolled(outcome), () => {
        void undoEnrolling(commands, outcome, clock.today()).then(setRefusal);
      });
    return outcome.refusal === undefined;
  };
  const atDay = refusal?.field === 'enrolledOn' ? failureText(refusal) : undefined;
  const failure = refusal && t('notSaved', { reason: failureText(refusal) });
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 280px' }}>
          <EnrolSearch there={there} onChosen={(person) => void add([person])} />
        </Box>
        <Box sx={{ width: 176 }}>
          <DayField
            label={t('enrolment:from')}
            value={from}
            onChange={setFrom}
            error={from === null ? t('enrolment:fromMissing') : atDay}
            today={clock.today()}
            helperText={t('enrolment:fromHint')}
          />
        </Box>
        <Button variant="outlined" onClick={() => setChoosing(true)}>
          {t('enrolled.fromList')}
        </Button>
      </Box>
      {failure !== undefined && atDay === undefined && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {failure}
        </Alert>
      )}
      {choosing && (
        <ChoosePeopleDialog
          enrolledIds={there}
          free={occupancy.free}
          failure={from === null ? t('enrolment:fromMissing') : failure}
          onConfirm={async (people) => {
            if (await add(people)) setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
