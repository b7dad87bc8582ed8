import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useSetAside } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { SetAside } from '#shared/ipc/contract/backup.ts';
import { plainTable } from '../plain-table.ts';
import { DeleteAsideDialog } from './DeleteAsideDialog.tsx';
import { useMegabytes } from './use-megabytes.ts';

interface SetAsideSheetProps {
  /** What stands above it has its height. */
  readonly isPlaced: boolean;
}

/** What restores have set aside, if anything: since when, how large, and the way to delete it. */
export function SetAsideSheet({ isPlaced }: SetAsideSheetProps) {
  const { t } = useTranslation('safety');
  const { aside, again } = useSetAside();
  const [asked, setAsked] = useState<SetAside>();
  const heading = useHeadingOfAddress(isPlaced && aside !== undefined);
  if (!aside || aside.length === 0) return null;
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: 1.5 }}>
        <Typography ref={heading} variant="h2" tabIndex={-1} sx={{ outline: 'none', scrollMarginTop: 16 }}>
          {t('aside.title')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: 800 }}>
          {t('aside.text')}
        </Typography>
      </Box>
      <SetAsideTable aside={aside} onAsk={setAsked} />
      {asked && (
        <DeleteAsideDialog
          aside={asked}
          onClose={() => setAsked(undefined)}
          onDeleted={() => {
            setAsked(undefined);
            again();
          }}
        />
      )}
    </Sheet>
  );
}

/** Takes whoever comes by a link to `#set-aside` to the heading, once it is there. */
function useHeadingOfAddress(isThere: boolean) {
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isThere || hash !== '#set-aside') return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
  }, [isThere, hash]);
  return heading;
}

interface SetAsideTableProps {
  readonly aside: readonly SetAside[];
  readonly onAsk: (asked: SetAside) => void;
}

function SetAsideTable({ aside, onAsk }: SetAsideTableProps) {
  const { t } = useTranslation('safety');
  const moment = useMomentText();
  const megabytes = useMegabytes();
  return (
    <Box component="table" aria-label={t('aside.title')} sx={plainTable}>
      <thead>
        <tr>
          {(['since', 'what', 'size', 'deeds'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`aside.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {aside.map((one) => (
          <tr key={one.id}>
            <th scope="row">{moment(one.at)}</th>
            <td>{t('aside.before')}</td>
            <td>{t('list.megabytes', { megabytes: megabytes(one.bytes) })}</td>
            <td>
              <Button
                size="small"
                color="error"
                aria-label={t('aside.deleteOf', { at: moment(one.at) })}
                onClick={() => onAsk(one)}
              >
                {t('aside.delete')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
