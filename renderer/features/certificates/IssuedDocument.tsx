import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { printedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import type { Stored } from '#shared/domain/records/registry.ts';
import { MadePreview } from './MadePreview.tsx';
import { useControlKeys } from './use-control-keys.ts';
import { useDocumentDeeds } from './use-document-deeds.ts';
import { useMadePdf } from './use-made-pdf.ts';
import { Working } from './Working.tsx';

interface IssuedDocumentProps {
  /** The same array until other certificates are to be shown. */
  readonly certificates: readonly Stored<'certificate'>[];
  readonly label: string;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Keeps its place in the tab order and its tooltip, unlike a disabled button. */
const dimmed = { '&[aria-disabled="true"]': { opacity: 0.5 } } as const;

/** Issued certificates as one document: to look at, to print, to save. */
export function IssuedDocument({ certificates, label, children }: IssuedDocumentProps) {
  const { t } = useTranslation('certificates');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const printed = useMemo(() => certificates.map(({ value }) => printedCertificate(value)), [certificates]);
  const ids = useMemo(() => certificates.map(({ id }) => id), [certificates]);
  const { making, cancel, again } = useMadePdf(printed);
  const pdf = making.state === 'made' ? making.pdf : undefined;
  const deeds = useDocumentDeeds(ids, pdf);
  const { deed } = deeds;
  const busy = pdf === undefined || deed.state === 'saving' || deed.state === 'rendering';
  const save = (): void => void deeds.save();
  const print = (): void => void deeds.print();
  useControlKeys({ p: print, s: save });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Shortcut label={t('document.print')} keys={common('keys.ctrl', { key: 'P' })}>
          <Button
            variant="contained"
            startIcon={<PrintOutlined />}
            aria-disabled={busy}
            onClick={print}
            sx={dimmed}
          >
            {t('document.print')}
          </Button>
        </Shortcut>
        <Shortcut label={t('document.save')} keys={common('keys.ctrl', { key: 'S' })}>
          <Button
            variant="outlined"
            startIcon={<SaveAltOutlined />}
            aria-disabled={busy}
            onClick={save}
            sx={dimmed}
          >
            {t('document.save')}
          </Button>
        </Shortcut>
        {children}
      </Box>
      {deed.state === 'failed' && <Alert severity="error">{failureText(deed.refusal)}</Alert>}
      {deed.state === 'rendering' && (
        <Working
          text={t('document.rendering', { page: deed.page, count: deed.count })}
          share={(deed.page - 1) / deed.count}
          onCancel={deeds.cancel}
        />
      )}
      <MadePreview
        making={making}
        count={certificates.length}
        label={label}
        onCancel={cancel}
        onAgain={again}
      />
    </Box>
  );
}
