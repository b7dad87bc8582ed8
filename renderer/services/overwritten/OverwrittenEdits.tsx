import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { Overwritten } from '#shared/ports/record-reader.ts';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';
import { useServices } from '../use-services.ts';
import { useEditText } from './use-edit-text.ts';
import { type OverwrittenLine, turned, useOverwrittenDeeds, useOverwrittenLines } from './use-overwritten.ts';

interface OverwrittenEditsProps {
  /** The records that a screen shows. */
  readonly of: readonly OverwrittenRecord[];
  /** Told after an edit was taken, for a form that began with what stood there. */
  readonly onTaken?: () => void;
  /** Says what stands there now as well: the records are not on the screen. */
  readonly saysPresent?: boolean;
}

/**
 * What was written at another workstation at the same time and overwritten, a quiet line each, with one click to take it
 * and one to dismiss it. Without any there is nothing to be seen.
 */
export function OverwrittenEdits({ of, onTaken, saysPresent = false }: OverwrittenEditsProps) {
  const { t } = useTranslation('sync');
  const all = useOverwrittenLines(of);
  const deeds = useOverwrittenDeeds();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(nothing);
  const place = useRef<HTMLDivElement>(null);
  const lines = all.filter(({ key }) => !dismissed.has(key));
  const dismiss = (line: OverwrittenLine, what: string): void => {
    setDismissed((before) => new Set([...before, line.key]));
    deeds.dismiss(line, what, () =>
      setDismissed((before) => new Set([...before].filter((key) => key !== line.key))),
    );
    // The line goes, and its button with it.
    place.current?.focus({ preventScroll: true });
  };
  const take = async (line: OverwrittenLine, what: string): Promise<void> => {
    if (!(await deeds.take(line, what))) return;
    place.current?.focus({ preventScroll: true });
    onTaken?.();
  };
  return (
    <Box ref={place} tabIndex={-1} sx={{ outline: 'none' }}>
      {lines.length > 0 && (
        <Box component="ul" aria-label={t('overwritten.label')} sx={listLook}>
          {lines.map((line) => (
            <Line key={line.key} {...{ line, saysPresent }} onTake={take} onDismiss={dismiss} />
          ))}
        </Box>
      )}
    </Box>
  );
}

interface LineProps {
  readonly line: OverwrittenLine;
  readonly saysPresent: boolean;
  readonly onTake: (line: OverwrittenLine, what: string) => Promise<void>;
  readonly onDismiss: (line: OverwrittenLine, what: string) => void;
}

function Line({ line, saysPresent, onTake, onDismiss }: LineProps) {
  const { t } = useTranslation('sync');
  const editText = useEditText();
  const whenText = useWhenText();
  const whereText = useWhereText();
  const [busy, setBusy] = useState(false);
  const { of, value, edit, mayTake, mayDismiss } = line;
  const what = editText(of.kind, value as never, edit);
  const other = saysPresent ? turned(line) : line;
  const present = editText(of.kind, other.value as never, other.edit);
  const written = t('overwritten.line', { when: whenText(edit), where: whereText(edit), what });
  return (
    <Box component="li" sx={lineLook}>
      <HistoryOutlined aria-hidden sx={{ fontSize: 18, flexShrink: 0 }} />
      <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        <bdi>{present === what ? written : t('overwritten.lineAndPresent', { line: written, present })}</bdi>
      </Box>
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
        {mayTake && (
          <Button
            size="small"
            disabled={busy}
            aria-label={t('overwritten.takeOf', { what })}
            onClick={() => {
              setBusy(true);
              void onTake(line, what).finally(() => setBusy(false));
            }}
          >
            {t('overwritten.take')}
          </Button>
        )}
        {mayDismiss && (
          <Button
            size="small"
            disabled={busy}
            aria-label={t('overwritten.dismissOf', { what })}
            onClick={() => onDismiss(line, what)}
          >
            {t('overwritten.dismiss')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** When an edit was written: today only the time. */
function useWhenText(): (edit: Pick<Overwritten, 'at'>) => string {
  const { t } = useTranslation('sync');
  const { clock } = useServices();
  return ({ at }) => {
    const instant = new Date(at);
    const time = clockTime(minuteOfDay(instant));
    const day = localDay(instant);
    return day === clock.today() ? time : t('overwritten.dayAndTime', { day: germanDate(day), time });
  };
}

function useWhereText(): (edit: Pick<Overwritten, 'workstationId'>) => string {
  const { t } = useTranslation('sync');
  const { workstationId: own, workstationName } = useServices();
  return ({ workstationId }) => {
    if (workstationId === own) return t('overwritten.where.own');
    const name = workstationName(workstationId);
    return name === undefined ? t('overwritten.where.other') : t('overwritten.where.named', { name });
  };
}

const nothing: ReadonlySet<string> = new Set();

const listLook = { listStyle: 'none', m: 0, mb: 2, p: 0, display: 'grid', gap: 0.5 } as const;

const lineLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  minHeight: 32,
  color: 'text.secondary',
  fontSize: '0.875rem',
} as const;
