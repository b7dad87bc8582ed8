import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { useMerging } from './use-merging.ts';

interface MergeNotesProps {
  readonly id: string;
  readonly name: string;
  /** A merge was taken back, and its note is gone with the button in it. */
  readonly onTakenBack: () => void;
}

/** Which records went into a person's, and when; the last of them can be taken apart again. */
export function MergeNotes({ id, name, onTakenBack }: MergeNotesProps) {
  const { t } = useTranslation('duplicates');
  const { records, commands } = useServices();
  const { unmerge } = useMerging();
  const merges = useLoaded(['personMerge'], async () => {
    const found = (await records.where('personMerge', 'participantId', id))
      .filter(({ value }) => value.undone === null)
      .sort((a, b) => b.value.at.localeCompare(a.value.at));
    const others = await records.getMany(
      'participant',
      found.map(({ value }) => value.mergedId),
    );
    const names = new Map(others.map((other) => [other.id, fullName(other.value)]));
    return found.map(({ id: mergeId, value: { at, mergedId } }) => ({
      mergeId,
      day: germanDate(localDay(new Date(at))),
      other: { id: mergedId, name: names.get(mergedId) ?? '' },
    }));
  }, [id]);
  return merges?.map(({ mergeId, day, other }, index) => (
    <Alert
      key={mergeId}
      severity="info"
      sx={{ mb: 1 }}
      action={
        // What was merged later has to come apart first.
        index === 0 &&
        commands.allows('participant.unmerge') && (
          <Button
            color="inherit"
            size="small"
            onClick={() => {
              void unmerge(mergeId, { one: { id, name }, other }).then((done) => {
                if (done) onTakenBack();
              });
            }}
          >
            {t('note.takeBack')}
          </Button>
        )
      }
    >
      {t('note.merged', { other: other.name, day })}
    </Alert>
  ));
}
