import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { ImportSession } from './import-session.ts';
import type { Mapping } from './import-state.ts';
import { type Delimiter, delimiters } from './read-csv.ts';
import type { FileFacts } from './read-table.ts';
import { type Encoding, encodings } from './text-encoding.ts';

interface FileChoicesProps {
  readonly state: Mapping;
  readonly session: ImportSession;
}

/** What was detected of the file, each to be chosen otherwise. */
export function FileChoices({ state, session }: FileChoicesProps) {
  const { t } = useTranslation('import');
  const { file, read, table, hasHeader } = state;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography sx={{ mb: 1.5 }}>
        <strong>{file.name}</strong>
        {' · '}
        {t('mapping.rows', { count: table.rows.length })}
        {table.emptyRows > 0 && ` · ${t('mapping.emptyRows', { count: table.emptyRows })}`}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        {read.facts.kind === 'csv' ? (
          <CsvChoices facts={read.facts} onChange={(options) => session.read(file, options)} />
        ) : (
          <TextField
            select
            fullWidth={false}
            label={t('mapping.sheet')}
            value={read.facts.sheet}
            onChange={(event) => session.read(file, { sheet: event.target.value })}
            sx={{ minWidth: 240 }}
          >
            {read.facts.sheets.map((sheet) => (
              <MenuItem key={sheet} value={sheet}>
                {sheet}
              </MenuItem>
            ))}
          </TextField>
        )}
        <FormControlLabel
          control={
            <Checkbox checked={hasHeader} onChange={(event) => session.setHeader(event.target.checked)} />
          }
          label={t('mapping.header')}
        />
      </Box>
    </Box>
  );
}

const delimiterNames: Readonly<Record<Delimiter, 'semicolon' | 'comma' | 'tab'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
};

interface CsvChoicesProps {
  readonly facts: Extract<FileFacts, { kind: 'csv' }>;
  readonly onChange: (options: { readonly encoding: Encoding; readonly delimiter: Delimiter }) => void;
}

function CsvChoices({ facts, onChange }: CsvChoicesProps) {
  const { t } = useTranslation('import');
  const { encoding, delimiter } = facts;
  return (
    <>
      <TextField
        select
        fullWidth={false}
        label={t('mapping.encoding')}
        helperText={t('mapping.encodingHint')}
        value={encoding}
        onChange={(event) => onChange({ delimiter, encoding: event.target.value as Encoding })}
        sx={{ minWidth: 240 }}
      >
        {encodings.map((name) => (
          <MenuItem key={name} value={name}>
            {t(`encodings.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        fullWidth={false}
        label={t('mapping.delimiter')}
        value={delimiter}
        onChange={(event) => onChange({ encoding, delimiter: event.target.value as Delimiter })}
        sx={{ minWidth: 160 }}
      >
        {delimiters.map((sign) => (
          <MenuItem key={sign} value={sign}>
            {t(`delimiters.${delimiterNames[sign]}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
