import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkState } from './MarkState.tsx';
import { MinutesField } from './MinutesField.tsx';
import { minutesOf, plainMark, type TimedMark, withMinutes } from './mark-change.ts';
import type { RowDeeds } from './RollCallRow.tsx';
import { RowProblem } from './RowProblem.tsx';
import { SavingMark } from './SavingMark.tsx';
import { useCorrectionText } from './use-mark-text.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';
import type { WalkIn } from './use-walk-ins.ts';

interface WalkInLineProps {
  readonly line: WalkIn;
  readonly deeds: RollCallDeeds;
  readonly session: RowDeeds['session'];
  readonly onChange: (mark: WalkIn['mark']) => void;
  /** Asks whose name it is. */
  readonly onLink: (entryId: string) => void;
  readonly onRetry: () => void;
}

const kinds = ['late', 'left-early'] as const satisfies TimedMark[];

/** Somebody known by name only: there, late or gone early; or taken off again. */
export function WalkInLine({ line, deeds, session, onChange, onLink, onRetry }: WalkInLineProps) {
  const { t } = useTranslation(['attendance', 'walk-ins']);
  const { entryId } = line;
  const correctionText = useCorrectionText(deeds.accountId);
  const [asking, setAsking] = useState<TimedMark>();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        minHeight: 48,
        borderBottom: 1,
        borderColor: 'line.soft',
      }}
    >
      <Box component="span" sx={{ flex: '1 1 160px', fontWeight: 600, overflowWrap: 'anywhere' }}>
        {line.name}
      </Box>
      {asking ? (
        <MinutesField
          kind={asking}
          mark={line.mark}
          session={session}
          onDone={(minutes) => {
            setAsking(undefined);
            onChange(withMinutes(line.mark, asking, minutes));
          }}
          onCancel={() => setAsking(undefined)}
        />
      ) : (
        <MarkState mark={line.mark} />
      )}
      <SavingMark row={{ mark: line.mark.mark, saving: line.saving }} detail={undefined} />
      {!deeds.locked && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap' }} role="group" aria-label={line.name}>
          {entryId !== null && (
            <Button
              sx={touch}
              aria-label={t('walk-ins:action.linkFor', { name: line.name })}
              onClick={() => onLink(entryId)}
            >
              {t('walk-ins:action.link')}
            </Button>
          )}
          {line.mark.mark !== 'present' && (
            <Button sx={touch} onClick={() => deeds.change(() => onChange(plainMark('present')))}>
              {t('marks.present')}
            </Button>
          )}
          {kinds.map((kind) => (
            <Button
              key={kind}
              aria-pressed={minutesOf(line.mark, kind) !== null}
              sx={touch}
              onClick={() => deeds.change(() => setAsking(kind))}
            >
              {t(`marks.${kind}`)}
            </Button>
          ))}
          <Button
            color="error"
            sx={touch}
            onClick={() => deeds.change(() => onChange(plainMark('not-recorded')))}
          >
            {t('walkIns.remove')}
          </Button>
        </Box>
      )}
      <RowProblem row={line} onRetry={onRetry} />
      {line.corrections.map((correction) => (
        <Box
          component="span"
          key={correction.at + correction.reason}
          sx={{ flexBasis: '100%', fontSize: '0.8125rem', color: 'text.secondary', pb: 0.5 }}
        >
          {correctionText(correction)}
        </Box>
      ))}
    </Box>
  );
}

const touch = { minHeight: 44 } as const;
