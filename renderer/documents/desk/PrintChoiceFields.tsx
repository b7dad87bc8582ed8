import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { PrintChoice } from '#shared/ipc/contract/printing.ts';
import type { Printer } from '#shared/ports/documents.ts';

/** What is known of the printers. */
export type LookedForPrinters =
  | { readonly state: 'looking' }
  | { readonly state: 'failed'; readonly refusal: Refusal }
  | {
      readonly state: 'found';
      readonly printers: readonly Printer[];
      /** The one that was used last and is not there any more. */
      readonly gone: string | null;
    };

interface PrintChoiceFieldsProps {
  readonly looked: LookedForPrinters;
  readonly choice: PrintChoice;
  readonly onChange: (choice: PrintChoice) => void;
  /** What the document is printed on; not a matter of choice. */
  readonly paper: string;
}

const mostCopies = 9;
/** The default printer's value in the list: no printer has an empty name. */
const systemDefault = '';

/** Printer, copies and sides. */
export function PrintChoiceFields({ looked, choice, onChange, paper }: PrintChoiceFieldsProps) {
  const { t } = useTranslation('printing');
  const failureText = useFailureText();
  const printers = looked.state === 'found' ? looked.printers : [];
  const isOff = looked.state !== 'found';
  return (
    <>
      {looked.state === 'failed' && <Alert severity="error">{failureText(looked.refusal)}</Alert>}
      {looked.state === 'found' && looked.gone !== null && (
        <Alert severity="info">{t('dialog.gone', { printer: looked.gone })}</Alert>
      )}
      <TextField
        select
        label={t('dialog.printer')}
        value={choice.printer ?? systemDefault}
        disabled={isOff}
        helperText={looked.state === 'looking' ? t('dialog.looking') : undefined}
        onChange={({ target }) =>
          onChange({ ...choice, printer: target.value === systemDefault ? null : target.value })
        }
        sx={{ mt: 1 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={systemDefault}>{t('dialog.default')}</MenuItem>
        {printers.map(({ name, label }) => (
          <MenuItem key={name} value={name}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 2fr', gap: 2 }}>
        <TextField
          select
          label={t('dialog.copies')}
          value={choice.copies}
          disabled={isOff}
          onChange={({ target }) => onChange({ ...choice, copies: Number(target.value) })}
        >
          {Array.from({ length: mostCopies }, (_, at) => at + 1).map((copies) => (
            <MenuItem key={copies} value={copies}>
              {copies}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('dialog.sides')}
          value={choice.duplex}
          disabled={isOff}
          onChange={({ target }) =>
            onChange({ ...choice, duplex: target.value === 'long-edge' ? 'long-edge' : 'off' })
          }
        >
          <MenuItem value="off">{t('dialog.duplex.off')}</MenuItem>
          <MenuItem value="long-edge">{t('dialog.duplex.long-edge')}</MenuItem>
        </TextField>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {paper}
      </Typography>
    </>
  );
}
