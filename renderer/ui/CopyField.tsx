import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
}

/** A text that goes to somebody else: it can be read, selected as a whole, and copied. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation('common');
  const [said, setSaid] = useState<'copied' | 'notCopied'>();
  const text = useRef<HTMLElement>(null);
  const copy = (): void => {
    if (text.current) window.getSelection()?.selectAllChildren(text.current);
    // The clipboard's newer interface needs a permission, which this app grants to nobody.
    setSaid(document.execCommand('copy') ? 'copied' : 'notCopied');
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box
        component="output"
        ref={text}
        aria-label={label}
        sx={{
          p: 1.5,
          border: 1,
          borderColor: 'line.control',
          borderRadius: '8px',
          bgcolor: 'background.default',
          fontVariantNumeric: 'slashed-zero',
          overflowWrap: 'anywhere',
          userSelect: 'all',
        }}
      >
        {value}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Button size="small" variant="outlined" onClick={copy}>
          {t('copy.button')}
        </Button>
        <Typography role="status" variant="body2">
          {said && t(`copy.${said}`)}
        </Typography>
      </Box>
    </Box>
  );
}
