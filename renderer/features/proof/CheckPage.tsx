import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { CameraScanner } from '#renderer/ui/scanner/CameraScanner.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { parseProof } from '#shared/domain/proof/proof-digits.ts';
import { CheckResult } from './CheckResult.tsx';
import { useCheck } from './use-check.ts';

/** More than an address and a proof have. */
const longestScan = 1_200;

/** Whether a certificate is genuine, by scanner, camera or paste (`/certificates/check`). */
export function CheckPage() {
  const { t } = useTranslation('proof');
  const { role } = useServices().signedIn;
  const { checked, check } = useCheck();
  const [text, setText] = useState('');
  const [filming, setFilming] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const read = (code: string): void => {
    setText(code);
    void check(code);
  };
  useScanner((scan) => read(scan.kind === 'code' ? scan.text : '9'.repeat(longestScan)), {
    minLength: 20,
    maxLength: longestScan,
    isCode: (code) => parseProof(code).ok,
  });
  const submit = (): void => {
    // The next code replaces this one.
    field.current?.select();
    void check(text);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  };
  const result = checked && <CheckResult checked={checked} />;
  return (
    <Page
      title={t('title')}
      back={{ label: t('back'), to: '/certificates' }}
      actions={
        (role === 'administrator' || role === 'coordination') && (
          <Button component={RouterLink} to="/certificates/issuers">
            {t(role === 'administrator' ? 'toIssuers' : 'toHandOut')}
          </Button>
        )
      }
    >
      <Box sx={columns}>
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          sx={{ display: 'grid', gap: 2, alignContent: 'start' }}
        >
          <TextField
            label={t('field')}
            helperText={t('hint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
            multiline
            minRows={4}
            maxRows={8}
            autoFocus
            autoComplete="off"
            inputRef={field}
            slotProps={{ htmlInput: { spellCheck: false, inputMode: 'numeric', maxLength: 4_000 } }}
          />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button type="submit" variant="contained">
              {t('check')}
            </Button>
            <Button startIcon={<PhotoCameraOutlined />} onClick={() => setFilming(true)}>
              {t('camera')}
            </Button>
          </Box>
        </Box>
        <Box role="status" aria-live="polite">
          {!filming && result}
        </Box>
      </Box>
      {filming && (
        <CameraScanner open onCode={read} onClose={() => setFilming(false)}>
          <Box role="status" aria-live="polite">
            {result}
          </Box>
        </CameraScanner>
      )}
    </Page>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', md: 'minmax(280px, 2fr) 3fr' },
  gap: 4,
  alignItems: 'start',
} as const;
