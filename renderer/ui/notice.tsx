import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Snackbar from '@mui/material/Snackbar';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visuallyHidden } from './visually-hidden.ts';

type Say = (message: string, severity?: 'info' | 'error') => void;
interface Notice {
  readonly turn: number;
  readonly message: string;
  readonly severity: 'info' | 'error';
}

const NoticeContext = createContext<Say | undefined>(undefined);
const shownMs = 5_000;

/** Says a sentence at the lower edge and to screen readers. An error stays until it is closed. */
export function useNotice(): Say {
  const say = useContext(NoticeContext);
  if (!say) throw new Error('used outside NoticeProvider');
  return say;
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const [notice, setNotice] = useState<Notice>({ turn: 0, message: '', severity: 'info' });
  const [open, setOpen] = useState(false);
  const say = useCallback<Say>((message, severity = 'info') => {
    setNotice((before) => ({ turn: before.turn + 1, message, severity }));
    setOpen(true);
  }, []);
  return (
    <NoticeContext value={say}>
      {children}
      <Box role="status" aria-live="polite" sx={visuallyHidden}>
        {open ? notice.message : ''}
      </Box>
      <Snackbar
        key={notice.turn}
        open={open}
        autoHideDuration={notice.severity === 'error' ? null : shownMs}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') setOpen(false);
        }}
        // Above the undo offer, which keeps the lower edge.
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        sx={{ mb: 8 }}
      >
        <Alert
          role="presentation"
          severity={notice.severity}
          variant="filled"
          onClose={() => setOpen(false)}
          slotProps={{ closeButton: { 'aria-label': t('close') } }}
          sx={{ maxWidth: 560 }}
        >
          {notice.message}
        </Alert>
      </Snackbar>
    </NoticeContext>
  );
}
