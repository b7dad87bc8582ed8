import UploadFile from '@mui/icons-material/UploadFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { Choosing } from './import-state.ts';

interface ChooseFileProps {
  readonly failure: Choosing['failure'];
  readonly onFile: (file: File) => void;
}

/** Takes a file by button, by keyboard, or dropped into the dashed field. */
export function ChooseFile({ failure, onFile }: ChooseFileProps) {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <Sheet>
      {failure && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {t(`failure.${failure.reason}`, { file: failure.file })}
        </Alert>
      )}
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          textAlign: 'center',
          gap: 1,
          px: 3,
          py: 7,
          border: '2px dashed',
          borderColor: over ? 'primary.main' : 'line.control',
          borderRadius: '8px',
          bgcolor: over ? 'action.hover' : 'transparent',
        }}
      >
        <UploadFile aria-hidden color="primary" sx={{ fontSize: 40 }} />
        <Typography variant="h2">{over ? t('choose.release') : t('choose.title')}</Typography>
        <Typography sx={{ maxWidth: '56ch' }}>{t('choose.text')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '56ch', mb: 2 }}>
          {t('choose.hint')}
        </Typography>
        <FileButton
          variant="contained"
          autoFocus
          label={t('choose.button')}
          accept=".csv,.txt,.tsv,.xlsx,.xls,text/csv"
          onFile={onFile}
        />
      </Box>
    </Sheet>
  );
}
