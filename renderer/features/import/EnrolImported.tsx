import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnrolmentTexts } from '#renderer/i18n/use-enrolment-texts.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx';
import { DayField } from '#renderer/ui/DayField.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useUndo } from '#renderer/ui/undo.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { type Enrolled, enrol, openGroups, undoEnrolling } from '#shared/domain/enrolling.ts';

/** Enrols the people of an import into one group, in the order of the file; those without a place wait. */
export function EnrolImported({ participantIds }: { readonly participantIds: readonly string[] }) {
  const { t } = useTranslation(['import', 'enrolment']);
  const services = useServices();
  const { commands, clock, directory } = services;
  const failureText = useFailureText();
  const texts = useEnrolmentTexts();
  const offerUndo = useUndo();
  useEntries('enrolment');
  useEntries('courseGroup');
  const today = clock.today();
  const [groupId, setGroupId] = useState<string>();
  const [from, setFrom] = useState<string | null>(today);
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [done, setDone] = useState<Enrolled>();
  const [refusal, setRefusal] = useState<Refusal>();
  const groups = openGroups(directory, today);
  const choices = groups.map((group) => texts.choice(group, undefined));
  const chosen = groups.find(({ group }) => group.id === groupId);
  const free = chosen?.occupancy.free ?? null;
  const waits = free === null ? 0 : Math.max(0, participantIds.length - free);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (groupId === undefined || from === null || saving) return;
    setSaving(true);
    const outcome = await enrol(services, { groupId, participantIds, enrolledOn: from });
    setSaving(false);
    setRefusal(outcome.refusal);
    if (outcome.ids.length === 0) return;
    setDone(outcome);
    offerUndo(texts.enrolled(outcome), () => {
      void undoEnrolling(commands, outcome, today).then((failed) => {
        setRefusal(failed);
        if (!failed) setDone(undefined);
      });
    });
  };
  const failure = refusal && failureText(refusal);
  const atDay = refusal?.field === 'enrolledOn';
  const missing = from === null ? t('enrolment:fromMissing') : undefined;
  return (
    <Sheet sx={{ mb: 2 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {t('enrol.title')}
      </Typography>
      {failure !== undefined && !atDay && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {t('enrol.refused', { reason: failure })}
        </Alert>
      )}
      {done ? (
        <Alert severity="success">{texts.enrolled(done)}</Alert>
      ) : (
        <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={formLook}>
          <Box sx={{ flex: '1 1 320px', maxWidth: 560 }}>
            <ChoiceField
              label={t('enrolment:group')}
              choices={choices}
              chosen={choices.find(({ key }) => key === groupId) ?? null}
              onChoose={(choice) => {
                setGroupId(choice?.key);
                setRefusal(undefined);
              }}
              nothingFits={t('enrolment:noGroupFits')}
              error={asked && groupId === undefined ? t('enrolment:groupMissing') : undefined}
              helperText={waits > 0 ? t('enrol.willWait', { count: waits }) : undefined}
            />
          </Box>
          <Box sx={{ width: 176 }}>
            <DayField
              label={t('enrolment:from')}
              value={from}
              onChange={(day) => {
                setFrom(day);
                setRefusal(undefined);
              }}
              error={missing ?? (atDay ? failure : undefined)}
              today={today}
              helperText={t('enrolment:fromHint')}
            />
          </Box>
          <Button type="submit" variant="outlined" aria-disabled={saving} sx={{ minHeight: 40 }}>
            {saving ? t('enrol.saving') : t('enrol.confirm', { count: participantIds.length })}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}

const formLook = { display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' } as const;
