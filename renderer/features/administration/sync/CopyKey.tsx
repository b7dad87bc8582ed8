import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '#renderer/ui/notice.tsx';

/** The workstation's public key, and a button that copies it. */
export function CopyKey({ publicKey }: { readonly publicKey: string }) {
  const { t } = useTranslation('sync');
  const say = useNotice();
  const text = useRef<HTMLElement>(null);
  const copy = (): void => {
    if (text.current) getSelection()?.selectAllChildren(text.current);
    // The newer way asks for a permission, and the app has none to give.
    say(t(document.execCommand('copy') ? 'details.copied' : 'details.selected'));
  };
  return (
    <>
      <Box component="code" ref={text} sx={{ mr: 1.5, userSelect: 'all' }}>
        {publicKey}
      </Box>
      <Button size="small" variant="outlined" onClick={copy}>
        {t('details.copy')}
      </Button>
    </>
  );
}
