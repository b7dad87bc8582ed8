import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { EraseDialog } from './EraseDialog.tsx';

interface DataProtectionSheetProps {
  readonly id: string;
  readonly name: string;
}

/** What a person can ask for – what is held of them, and that it goes – and what was changed in it. */
export function DataProtectionSheet({ id, name }: DataProtectionSheetProps) {
  const { t } = useTranslation('retention');
  const { commands } = useServices();
  const [erasing, setErasing] = useState(false);
  const discloses = commands.allows('participant.disclose');
  const erases = commands.allows('participant.erase');
  return (
    <Sheet>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('rights.title')}
      </Typography>
      {discloses && <Typography sx={{ mb: 1.5 }}>{t('rights.hint')}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {discloses && (
          <Button
            component={Link}
            to={`/people/${id}/disclosure`}
            variant="outlined"
            startIcon={<PrintOutlined />}
          >
            {t('rights.disclosure')}
          </Button>
        )}
        {erases && (
          <Button color="error" variant="outlined" onClick={() => setErasing(true)}>
            {t('rights.erase')}
          </Button>
        )}
      </Box>
      <ChangesTable id={id} />
      {erasing && <EraseDialog id={id} name={name} onClose={() => setErasing(false)} />}
    </Sheet>
  );
}
