import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { listName } from '#shared/domain/names/full-name.ts';
import type { Attendee } from './use-session.ts';

interface RoundEndProps {
  readonly total: number;
  readonly open: readonly Attendee[];
  readonly onAgain: () => void;
  readonly onWholeGroup: () => void;
}

/** After the last person: everybody is recorded, or who was left open, by name. */
export function RoundEnd({ total, open, onAgain, onWholeGroup }: RoundEndProps) {
  const { t } = useTranslation('attendance');
  const done = open.length === 0;
  return (
    <Sheet>
      <EmptyState
        icon={done ? <CheckCircleOutlined /> : <PendingOutlined />}
        title={done ? t('single.done', { count: total }) : t('single.left', { count: open.length })}
        text={done ? t('single.doneText') : open.map(({ person }) => listName(person)).join(' · ')}
        action={
          <>
            {!done && (
              <Button variant="contained" autoFocus onClick={onAgain}>
                {t('single.round')}
              </Button>
            )}
            <Button variant="outlined" autoFocus={done} onClick={onWholeGroup}>
              {t('single.off')}
            </Button>
          </>
        }
      />
    </Sheet>
  );
}
