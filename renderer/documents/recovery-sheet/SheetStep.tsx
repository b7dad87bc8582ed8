import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

type Outcome = { readonly severity: 'success' | 'error'; readonly text: string };

interface SheetStepProps {
  readonly recoveryCode: string;
  readonly onSave: () => Promise<Result<boolean, Refusal>>;
  readonly onPrint: () => Promise<Result<boolean, Refusal>>;
}

/** The recovery code, once, and the two ways to get it onto paper. */
export function SheetStep({ recoveryCode, onSave, onPrint }: SheetStepProps) {
  const { t } = useTranslation('setup');
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (make: SheetStepProps['onSave'], done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await make();
    setBusy(false);
    if (!result.ok) setOutcome({ severity: 'error', text: failureText(result.error) });
    else if (result.value) setOutcome({ severity: 'success', text: done });
  };
  return (
    <>
      <Box
        component="ol"
        aria-label={t('sheet.code')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 2,
          display: 'grid',
          // Nine groups: three lines of three are read and compared without losing the place.
          gridTemplateColumns: 'repeat(3, 1fr)',
          gap: 1,
          border: 1,
          borderColor: 'line.control',
          borderRadius: '8px',
          bgcolor: 'background.default',
          fontSize: '1.25rem',
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums slashed-zero',
          letterSpacing: '0.08em',
          textAlign: 'center',
        }}
      >
        {recoveryCode.split('-').map((group, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups of a code stay where they are
          <li key={place}>{group}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="outlined"
          startIcon={<PrintOutlined aria-hidden />}
          aria-disabled={busy}
          onClick={() => void run(onPrint, t('sheet.printed'))}
        >
          {t('sheet.print')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<PictureAsPdfOutlined aria-hidden />}
          aria-disabled={busy}
          onClick={() => void run(onSave, t('sheet.saved'))}
        >
          {t('sheet.save')}
        </Button>
      </Box>
      <Box role="status">{outcome && <Alert severity={outcome.severity}>{outcome.text}</Alert>}</Box>
    </>
  );
}
