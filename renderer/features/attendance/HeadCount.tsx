import Add from '@mui/icons-material/Add';
import Remove from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { headCount } from '#shared/domain/attendance/marks.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import { answerOf } from './roll-call.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';

interface HeadCountProps {
  readonly sessionId: string;
  readonly sheet: AttendanceSheet | undefined;
  readonly deeds: RollCallDeeds;
  /** Asks who one of them was. */
  readonly onName: () => void;
}

const mostHeads = 1000;

/** How many people were there whose names nobody took. Each computer counts for itself; the sum is shown. */
export function HeadCount({ sessionId, sheet, deeds, onName }: HeadCountProps) {
  const { t } = useTranslation(['attendance', 'walk-ins']);
  const { commands, workstationId } = useServices();
  const failureText = useFailureText();
  const id = useId();
  const stored = sheet?.headCounts[workstationId] ?? 0;
  // Until the sheet that was read has it.
  const [counted, setCounted] = useState<number>();
  useEffect(() => setCounted((now) => (now === stored ? undefined : now)), [stored]);
  const [failure, setFailure] = useState<Refusal>();
  const own = counted ?? stored;
  const others = headCount(sheet) - stored;
  const count = (people: number): void =>
    deeds.change(() => {
      setCounted(people);
      setFailure(undefined);
      const reason = deeds.rollCall.reason();
      void answerOf(() => commands.execute('attendance.count', { sessionId, people, reason })).then(
        (answer) => {
          if (answer.ok) return;
          setCounted((now) => (now === people ? undefined : now));
          setFailure(answer.error);
        },
      );
    });
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <Typography id={id} component="span">
        {t('heads.label')}
      </Typography>
      {!deeds.locked && (
        <IconButton
          aria-label={t('heads.fewer')}
          disabled={own === 0}
          onClick={() => count(own - 1)}
          sx={{ width: 44, height: 44 }}
        >
          <Remove />
        </IconButton>
      )}
      <Typography
        component="output"
        aria-live="polite"
        sx={{ fontWeight: 600, minWidth: 32, textAlign: 'center', fontVariantNumeric: 'tabular-nums' }}
        data-heads
      >
        {own + others}
      </Typography>
      {!deeds.locked && (
        <IconButton
          aria-label={t('heads.more')}
          disabled={own === mostHeads}
          onClick={() => count(own + 1)}
          sx={{ width: 44, height: 44 }}
        >
          <Add />
        </IconButton>
      )}
      {others > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('heads.parts', { own, others })}
        </Typography>
      )}
      {!deeds.locked && headCount(sheet) > 0 && (
        <Button sx={{ minHeight: 44 }} onClick={onName}>
          {t('walk-ins:action.name')}
        </Button>
      )}
      {failure && <FieldError>{t('failed.row', { reason: failureText(failure) })}</FieldError>}
    </Box>
  );
}
