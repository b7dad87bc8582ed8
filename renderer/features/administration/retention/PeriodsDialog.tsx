import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import {
  mostMonths,
  type RetentionClass,
  type RetentionMonths,
  retentionClasses,
} from '#shared/domain/retention/classes.ts';
import { AccountDialog } from '../accounts/AccountDialog.tsx';

type Typed = Readonly<Record<RetentionClass, string>>;

interface PeriodsDialogProps {
  readonly months: RetentionMonths;
  readonly onClose: () => void;
}

const numberOf = (text: string): number | null => {
  const count = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= mostMonths ? count : null;
};

/** The periods as somebody signed them off. */
export function PeriodsDialog({ months, onClose }: PeriodsDialogProps) {
  const { t } = useTranslation(['retention', 'common']);
  const { commands, clock } = useServices();
  const say = useNotice();
  const [typed, setTyped] = useState<Typed>(
    () => Object.fromEntries(retentionClasses.map((name) => [name, String(months[name])])) as Typed,
  );
  const [by, setBy] = useState('');
  const [on, setOn] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  const problemOf = (name: RetentionClass): string | undefined => {
    const count = numberOf(typed[name]);
    const person = numberOf(typed.person);
    if (count === null) return t('periods.monthsProblem', { most: mostMonths });
    return name !== 'walkIns' && person !== null && count > person
      ? t('periods.outlives', { person: t('class.person.name') })
      : undefined;
  };

  const save = async (): Promise<Result<void, Refusal> | undefined> => {
    setAsked(true);
    if (by.trim() === '' || on === null || retentionClasses.some(problemOf)) return undefined;
    const counts = Object.fromEntries(retentionClasses.map((name) => [name, numberOf(typed[name]) ?? 0]));
    const answer = await commands.execute('retention.setPeriods', {
      months: counts as RetentionMonths,
      ...{ signedOffBy: by, signedOffOn: on },
    });
    if (!answer.ok) return answer;
    say(t('periods.saved'));
    onClose();
    return ok(undefined);
  };

  return (
    <AccountDialog title={t('periods.dialog')} confirm={t('common:save')} onConfirm={save} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, pt: 1 }}>
        {retentionClasses.map((name) => {
          const problem = problemOf(name);
          return (
            <TextField
              key={name}
              label={t('periods.inMonths', { class: t(`class.${name}.name`) })}
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              error={problem !== undefined}
              helperText={problem}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            />
          );
        })}
      </Box>
      <TextField
        label={t('periods.by')}
        value={by}
        onChange={({ target }) => setBy(target.value)}
        error={asked && by.trim() === ''}
        helperText={asked && by.trim() === '' ? t('periods.byMissing') : t('periods.byHint')}
        required
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <DayField
        label={t('periods.on')}
        value={on}
        onChange={setOn}
        today={clock.today()}
        error={asked && on === null ? t('periods.onMissing') : undefined}
        required
      />
    </AccountDialog>
  );
}
