import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import type { DocumentKind } from '#shared/ipc/contract/documents.ts';
import type { Paper, PrintChoice } from '#shared/ipc/contract/printing.ts';
import { type LookedForPrinters, PrintChoiceFields } from './PrintChoiceFields.tsx';
import { firstChoice } from './print-choices.ts';

interface PrintDialogProps {
  readonly kind: DocumentKind;
  readonly paper: Paper;
  readonly landscape: boolean;
  /** The document has second pages, which belong on the back. */
  readonly twoSided: boolean;
  /** `null`: the system's dialog asks. */
  readonly onPrint: (choice: PrintChoice | null) => void;
  readonly onClose: () => void;
}

/** Asks how to print, beginning with what was used last: Enter is enough. */
export function PrintDialog({ kind, paper, landscape, twoSided, onPrint, onClose }: PrintDialogProps) {
  const { t } = useTranslation('printing');
  const { documents } = useServices();
  const titleId = useId();
  const [looked, setLooked] = useState<LookedForPrinters>({ state: 'looking' });
  const [choice, setChoice] = useState<PrintChoice>({ printer: null, copies: 1, duplex: 'off' });
  /** Enter came before the printers were known. */
  const [isAwaited, setIsAwaited] = useState(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    void documents.printers(kind).then((found) => {
      if (!isThere.current) return;
      if (!found.ok) return setLooked({ state: 'failed', refusal: found.error });
      const { printers, last } = found.value;
      if (printers.length === 0) return setLooked({ state: 'failed', refusal: { code: 'print.no-printer' } });
      const first = firstChoice(printers, last, twoSided);
      setChoice(first.choice);
      setLooked({ state: 'found', printers, gone: first.gone });
    });
    return () => {
      isThere.current = false;
    };
  }, [documents, kind, twoSided]);
  const isReady = looked.state === 'found';
  useEffect(() => {
    if (!isAwaited) return;
    // On another printer than the usual one only after it was seen.
    if (looked.state === 'found' && looked.gone === null) onPrint(choice);
    else if (looked.state !== 'looking') setIsAwaited(false);
  }, [isAwaited, looked, choice, onPrint]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) onPrint(choice);
    else if (looked.state === 'looking') setIsAwaited(true);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{t('dialog.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <PrintChoiceFields
            looked={looked}
            choice={choice}
            onChange={setChoice}
            paper={t(`dialog.paper.${paper}.${landscape ? 'landscape' : 'upright'}`)}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button
            onClick={() => onPrint(null)}
            disabled={looked.state === 'failed'}
            sx={{ mr: 'auto', ml: -1 }}
          >
            {t('dialog.system')}
          </Button>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            autoFocus
            loading={isAwaited}
            aria-disabled={looked.state === 'failed'}
            sx={{ '&[aria-disabled="true"]': { opacity: 0.5 } }}
          >
            {t('dialog.print')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
