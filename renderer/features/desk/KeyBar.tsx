import EventRepeatOutlined from '@mui/icons-material/EventRepeatOutlined';
import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { lastDeed } from './desk-state.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';

interface KeyBarProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly asksOther: boolean;
  readonly onAskOther: (asks: boolean) => void;
}

/** What the keys do, and the same for a finger. */
export const KeyBar = memo(function KeyBar({ desk, shown, asksOther, onAskOther }: KeyBarProps) {
  const { t } = useTranslation(['desk', 'common']);
  const last = lastDeed(shown.desk);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, flex: 'none' }}>
      <Button
        variant={asksOther ? 'contained' : 'outlined'}
        aria-pressed={asksOther}
        title={t('tools.otherHint')}
        startIcon={<EventRepeatOutlined />}
        endIcon={
          <span>
            <Key>{t('tools.shiftEnter')}</Key>
          </span>
        }
        onClick={() => onAskOther(!asksOther)}
        sx={{ minHeight: 44 }}
      >
        {t('tools.other')}
      </Button>
      <Button
        variant="outlined"
        disabled={!last}
        startIcon={<Undo />}
        endIcon={
          <span>
            <Key>F8</Key>
          </span>
        }
        title={t('log.undoLast')}
        onClick={() => last && desk.send({ kind: 'undo', key: last.key })}
        sx={{ minHeight: 44, ml: 'auto' }}
      >
        {t('common:undo.button')}
      </Button>
    </Box>
  );
});
