import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { type LogoProblem, readLogo } from './logo-file.ts';
import { useBlobUrl } from './use-blob-url.ts';

interface LogoFieldProps {
  /** The picture as a data URL. */
  readonly value: string | null;
  readonly onChange: (logo: string | null) => void;
  readonly partnerName: string;
  readonly error?: string | undefined;
  readonly disabled: boolean;
}

/** Chooses a partner's logo and shows it on white, as it will be printed. */
export function LogoField({ value, onChange, partnerName, error, disabled }: LogoFieldProps) {
  const { t } = useTranslation('courses');
  const id = useId();
  const [problem, setProblem] = useState<LogoProblem>();
  const address = useBlobUrl(value);
  const read = async (file: File): Promise<void> => {
    const logo = await readLogo(file);
    setProblem(logo.ok ? undefined : logo.error);
    if (logo.ok) onChange(logo.value);
  };
  const sentence = problem === undefined ? error : t(`partner.logoErrors.${problem}`);
  return (
    <Box
      role="group"
      aria-labelledby={id}
      sx={{ gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
    >
      <Box
        sx={{
          width: 200,
          height: 88,
          display: 'grid',
          placeItems: 'center',
          border: 1,
          borderStyle: address ? 'solid' : 'dashed',
          borderColor: 'line.control',
          borderRadius: '6px',
          bgcolor: address ? '#FFFFFF' : 'transparent',
          p: 1,
        }}
      >
        {address ? (
          <Box
            component="img"
            src={address}
            alt={t('partner.preview', { name: partnerName })}
            sx={{ maxWidth: '100%', maxHeight: 70, objectFit: 'contain' }}
          />
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('partner.logo')}
          </Typography>
        )}
      </Box>
      <Box sx={{ flex: '1 1 260px' }}>
        <Typography id={id} variant="subtitle2" component="h2">
          {t('partner.logo')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('partner.logoHint')}
        </Typography>
        <FileButton
          variant="outlined"
          disabled={disabled}
          label={t(value === null ? 'partner.choose' : 'partner.replace')}
          name={t('partner.choose')}
          accept="image/png,image/jpeg,image/svg+xml"
          onFile={(file) => void read(file)}
        />
        {value !== null && !disabled && <Button onClick={() => onChange(null)}>{t('partner.remove')}</Button>}
        <Box role="status">{sentence !== undefined && <FieldError>{sentence}</FieldError>}</Box>
      </Box>
    </Box>
  );
}
