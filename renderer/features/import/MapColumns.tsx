import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { namesAreMapped } from '#shared/domain/roster/mapping.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { FileChoices } from './FileChoices.tsx';
import type { ImportSession } from './import-session.ts';
import type { Mapping } from './import-state.ts';

/** What the file is and where its columns go; both can be changed before a row is read. */
export function MapColumns({ state, session }: { readonly state: Mapping; readonly session: ImportSession }) {
  const { t, i18n } = useTranslation('import');
  const { headers } = state.table;
  const never = headers.filter((_, column) => state.mapping[column] === 'never');
  const complete = namesAreMapped(state.mapping);
  const columns = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    never.map((name) => t('mapping.quoted', { name })),
  );
  return (
    <Sheet>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 2 }}>
        <Box sx={{ flex: '1 1 360px' }}>
          <Typography variant="h2">{t('mapping.title')}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>{t('mapping.text')}</Typography>
        </Box>
        <Button onClick={session.restart}>{t('mapping.otherFile')}</Button>
        <Button
          variant="contained"
          autoFocus={complete}
          disabled={!complete}
          onClick={() => void session.check()}
        >
          {t('mapping.continue')}
        </Button>
      </Box>
      {!complete && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('mapping.noName')}
        </Alert>
      )}
      <FileChoices state={state} session={session} />
      {never.length > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('mapping.never', { count: never.length, columns })}
        </Alert>
      )}
      <ColumnTable state={state} onTarget={session.setTarget} />
    </Sheet>
  );
}
