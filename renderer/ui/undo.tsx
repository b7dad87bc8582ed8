import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from './Shortcut.tsx';
import { visuallyHidden } from './visually-hidden.ts';

type OfferUndo = (message: string, undo: () => void, kept?: () => void) => void;
interface Offer {
  readonly turn: number;
  readonly message: string;
  readonly undo: () => void;
  readonly kept?: (() => void) | undefined;
}

const UndoContext = createContext<OfferUndo | undefined>(undefined);
const offeredMs = 10_000;

/**
 * Offers to take the last deed back for ten seconds, by button or Ctrl+Z. A new offer replaces the one before. `kept` is
 * called when an offer ends without being taken: for deeds that can't be taken back once they are done. It is not called
 * when the app is locked meanwhile.
 */
export function useUndo(): OfferUndo {
  const offerUndo = useContext(UndoContext);
  if (!offerUndo) throw new Error('used outside UndoProvider');
  return offerUndo;
}

/** In a text field Ctrl+Z belongs to the text. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button'].includes(target.type) &&
    target.value !== ''
  );
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const [offer, setOffer] = useState<Offer | null>(null);
  const open = useRef<Offer | null>(null);
  const turn = useRef(0);
  const show = useCallback((next: Offer | null) => {
    open.current = next;
    setOffer(next);
  }, []);
  const leave = useCallback(() => {
    open.current?.kept?.();
    show(null);
  }, [show]);
  const offerUndo = useCallback<OfferUndo>(
    (message, undo, kept) => {
      open.current?.kept?.();
      turn.current += 1;
      show({ turn: turn.current, message, undo, kept });
    },
    [show],
  );
  const takeBack = useCallback(() => {
    open.current?.undo();
    show(null);
  }, [show]);
  useEffect(() => {
    if (!offer) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (
        !event.ctrlKey ||
        event.shiftKey ||
        event.altKey ||
        event.key.toLowerCase() !== 'z' ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      takeBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [offer, takeBack]);
  return (
    <UndoContext value={offerUndo}>
      {children}
      <Box role="status" aria-live="polite" sx={visuallyHidden}>
        {offer ? t('undo.announced', { message: offer.message }) : ''}
      </Box>
      <Snackbar
        key={offer?.turn ?? 0}
        open={offer !== null}
        autoHideDuration={offeredMs}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') leave();
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        message={offer?.message}
        slotProps={{ content: { role: 'presentation' } }}
        action={
          <Button
            size="small"
            color="inherit"
            onClick={takeBack}
            endIcon={
              <span>
                <Key>{t('keys.ctrl', { key: 'Z' })}</Key>
              </span>
            }
          >
            {t('undo.button')}
          </Button>
        }
      />
    </UndoContext>
  );
}
