import ArrowBack from '@mui/icons-material/ArrowBack';
import ArrowForward from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Key, Shortcut } from '#renderer/ui/Shortcut.tsx';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { says } from './mark-change.ts';
import { keyedMarks, type MarkLetters } from './mark-keys.ts';
import type { OneByOneState } from './use-one-by-one.ts';

interface BigMarksProps {
  readonly row: PersonMark;
  readonly locked: boolean;
  readonly letters: MarkLetters;
  readonly one: OneByOneState;
}

/** What can be said of the person on the screen, as large keys. */
export function BigMarks({ row, locked, letters, one }: BigMarksProps) {
  const { t } = useTranslation(['attendance', 'common']);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1 }}>
        {keyedMarks.map((mark, index) => (
          <Button
            key={mark}
            variant={says(row, mark) ? 'contained' : 'outlined'}
            aria-pressed={says(row, mark)}
            disabled={locked}
            onClick={() => one.press(mark)}
            sx={{ minHeight: 56, gap: 1 }}
          >
            <span aria-hidden>
              <Key>{String(index + 1)}</Key> <Key>{letters[mark]}</Key>
            </span>
            {t(`marks.${mark}`)}
          </Button>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1 }}>
        <Shortcut keys="←">
          <span>
            <Button startIcon={<ArrowBack />} disabled={one.isFirst} onClick={one.previous}>
              {t('single.previous')}
            </Button>
          </span>
        </Shortcut>
        <Shortcut label={t('single.leaveHint')} keys={t('common:keys.space')}>
          <Button variant="outlined" onClick={one.leave} disabled={locked} sx={{ minHeight: 44 }}>
            {t('single.leave')}
          </Button>
        </Shortcut>
        <Shortcut keys="→">
          <span>
            <Button endIcon={<ArrowForward />} disabled={one.isLast} onClick={one.next}>
              {t('single.next')}
            </Button>
          </span>
        </Shortcut>
      </Box>
    </>
  );
}
