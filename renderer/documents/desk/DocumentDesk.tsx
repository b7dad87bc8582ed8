import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { DeedState } from './DeedState.tsx';
import { MadePreview } from './MadePreview.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { type FinishedDocument, useDocumentDeeds } from './use-document-deeds.ts';
import { type MakePdf, useMadePdf } from './use-made-pdf.ts';

interface DocumentDeskProps extends Omit<FinishedDocument, 'pdf'> {
  /** The same function until another document is to be shown. */
  readonly make: MakePdf;
  /** What is said while it is being made. */
  readonly working: string;
  /** Names the document, for screen readers and while it is printed. */
  readonly label: string;
  /** It has second pages, which belong on the back: printing on both sides is chosen beforehand. */
  readonly twoSided?: boolean;
  /** Printing is what one came for: its button has the focus. */
  readonly focusPrint?: boolean;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Keeps its place in the tab order and its tooltip, unlike a disabled button. */
const dimmed = { '&[aria-disabled="true"]': { opacity: 0.5 } } as const;

/** A document that is made to be looked at, printed and saved. */
export function DocumentDesk(props: DocumentDeskProps) {
  const { make, working, label, twoSided = false, focusPrint = false, children, ...document } = props;
  const { t } = useTranslation('documents');
  const { t: common } = useTranslation('common');
  const { making, cancel, again } = useMadePdf(make);
  const pdf = making.state === 'made' ? making.pdf : undefined;
  const deeds = useDocumentDeeds({ ...document, label, pdf });
  const [asking, setAsking] = useState<'how-to-print' | 'passphrase'>();
  const close = (): void => setAsking(undefined);
  const isBusy = pdf === undefined || deeds.isBusy;
  const save = (): void => void deeds.save();
  const print = (): void => {
    if (pdf) setAsking('how-to-print');
  };
  useControlKeys({ p: print, s: save });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Shortcut label={t('desk.print')} keys={common('keys.ctrl', { key: 'P' })}>
          <Button
            variant="contained"
            startIcon={<PrintOutlined />}
            autoFocus={focusPrint}
            aria-disabled={pdf === undefined}
            onClick={print}
            sx={dimmed}
          >
            {t('desk.print')}
          </Button>
        </Shortcut>
        <SaveButtons
          isBusy={isBusy}
          onSave={save}
          {...(document.files
            ? {
                singly: {
                  onFolder: () => void deeds.saveSingly(),
                  onArchive: () => setAsking('passphrase'),
                },
              }
            : {})}
        />
        {children}
      </Box>
      <DeedState deed={deeds.deed} onCancel={deeds.cancel} onDismiss={deeds.dismiss} />
      <MadePreview making={making} working={working} label={label} onCancel={cancel} onAgain={again} />
      {asking === 'how-to-print' && (
        <PrintDialog
          kind={document.kind}
          paper={document.paper ?? 'A4'}
          landscape={document.landscape}
          twoSided={twoSided}
          onPrint={(choice) => {
            close();
            deeds.print(choice);
          }}
          onClose={close}
        />
      )}
      {asking === 'passphrase' && (
        <ArchiveDialog
          onPack={(passphrase) => {
            close();
            void deeds.saveArchive(passphrase);
          }}
          onClose={close}
        />
      )}
    </Box>
  );
}
