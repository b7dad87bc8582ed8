import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import { MadePreview } from './MadePreview.tsx';
import { type FinishedDocument, useDocumentDeeds } from './use-document-deeds.ts';
import { type MakePdf, useMadePdf } from './use-made-pdf.ts';
import { Working } from './Working.tsx';

interface DocumentDeskProps extends Omit<FinishedDocument, 'pdf'> {
  /** The same function until another document is to be shown. */
  readonly make: MakePdf;
  /** What is said while it is being made. */
  readonly working: string;
  /** Names the document for screen readers. */
  readonly label: string;
  /** Printing is what one came for: its button has the focus. */
  readonly focusPrint?: boolean;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Keeps its place in the tab order and its tooltip, unlike a disabled button. */
const dimmed = { '&[aria-disabled="true"]': { opacity: 0.5 } } as const;

/** A document that is made to be looked at, printed and saved. */
export function DocumentDesk({ make, working, label, focusPrint, children, ...document }: DocumentDeskProps) {
  const { t } = useTranslation('documents');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const { making, cancel, again } = useMadePdf(make);
  const pdf = making.state === 'made' ? making.pdf : undefined;
  const deeds = useDocumentDeeds({ ...document, pdf });
  const { deed } = deeds;
  const busy = pdf === undefined || deeds.isBusy;
  const save = (): void => void deeds.save();
  const print = (): void => void deeds.print();
  useControlKeys({ p: print, s: save });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Shortcut label={t('desk.print')} keys={common('keys.ctrl', { key: 'P' })}>
          <Button
            variant="contained"
            startIcon={<PrintOutlined />}
            autoFocus={focusPrint ?? false}
            aria-disabled={busy}
            onClick={print}
            sx={dimmed}
          >
            {t('desk.print')}
          </Button>
        </Shortcut>
        <Shortcut label={t('desk.save')} keys={common('keys.ctrl', { key: 'S' })}>
          <Button
            variant="outlined"
            startIcon={<SaveAltOutlined />}
            aria-disabled={busy}
            onClick={save}
            sx={dimmed}
          >
            {t('desk.save')}
          </Button>
        </Shortcut>
        {children}
      </Box>
      {deed.state === 'failed' && <Alert severity="error">{failureText(deed.refusal)}</Alert>}
      {deed.state === 'rendering' && (
        <Working
          text={deed.count === 0 ? t('desk.preparing') : t('desk.rendering', deed)}
          share={deed.count === 0 ? 0 : (deed.page - 1) / deed.count}
          onCancel={deeds.cancel}
        />
      )}
      <MadePreview making={making} working={working} label={label} onCancel={cancel} onAgain={again} />
    </Box>
  );
}
