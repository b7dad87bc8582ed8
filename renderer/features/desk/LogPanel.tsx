import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { clockTime, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { LogEntry } from './desk-log.ts';
import { lastDeed } from './desk-state.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { lookOfEntry, looks } from './looks.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface LogPanelProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
}

/** What happened at this desk just now, newest first. */
export const LogPanel = memo(function LogPanel({ desk, shown, texts }: LogPanelProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  const { log } = shown.desk;
  const last = lastDeed(shown.desk);
  return (
    <Sheet padded={false} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' }}>
      <Typography id={id} variant="h2" sx={{ px: 2, py: 1 }}>
        {t('log.title')}
      </Typography>
      {log.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary', fontSize: '0.875rem' }}>{t('log.empty')}</Box>
      ) : (
        <Box
          component="ol"
          aria-labelledby={id}
          // A list that scrolls can be reached by keyboard.
          tabIndex={0}
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            overflow: 'auto',
            minHeight: 0,
            '&:focus-visible': { outlineOffset: '-2px' },
          }}
        >
          {log.map((entry) => (
            <LogLine key={entry.key} entry={entry} isLast={entry === last} {...{ desk, texts }} />
          ))}
        </Box>
      )}
    </Sheet>
  );
});

interface LogLineProps {
  readonly entry: LogEntry;
  /** The one that the undo key takes back. */
  readonly isLast: boolean;
  readonly desk: Desk;
  readonly texts: DeskTexts;
}

const LogLine = memo(function LogLine({ entry, isLast, desk, texts }: LogLineProps) {
  const { t } = useTranslation('desk');
  const look = lookOfEntry(entry);
  const { Icon, colour } = looks[look];
  const { who, brief } = texts.entry(entry);
  const canUndo = entry.kind === 'deed' && (entry.state === 'saved' || entry.state === 'pending');
  return (
    <Box
      component="li"
      data-log={look}
      data-key={entry.key}
      sx={{
        display: 'grid',
        gridTemplateColumns: '22px minmax(0, 1fr) auto',
        alignItems: 'center',
        columnGap: 1.25,
        minHeight: 46,
        pl: 1.5,
        borderTop: 1,
        borderColor: 'line.soft',
        fontSize: '0.8125rem',
        lineHeight: 1.3,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 22, color: `status.${colour}.text` }} />
      <Box sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
          <Box component="span" sx={{ fontWeight: 600, fontSize: '0.875rem' }}>
            {who}
          </Box>
          <Box component="time" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {clockTime(minuteOfDay(new Date(entry.at)))}
          </Box>
        </Box>
        <Box sx={{ color: `status.${colour}.text` }}>{brief.filter((part) => part !== '').join(' · ')}</Box>
      </Box>
      {canUndo ? (
        <IconButton
          aria-label={t(isLast ? 'log.undoKey' : 'log.undo', { name: who })}
          aria-keyshortcuts={isLast ? 'F8' : undefined}
          onClick={() => desk.send({ kind: 'undo', key: entry.key })}
          sx={{ minWidth: 44, minHeight: 44, gap: 0.5, color: 'text.primary' }}
        >
          {isLast && <Key>F8</Key>}
          <Undo fontSize="small" />
        </IconButton>
      ) : (
        <Box sx={{ width: 44 }} />
      )}
    </Box>
  );
});
