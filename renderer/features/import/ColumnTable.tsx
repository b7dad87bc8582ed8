import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type ColumnTarget, rosterFields } from '#shared/domain/roster/mapping.ts';
import type { Mapping } from './import-state.ts';

/** Rows of the file that are shown as examples. */
const exampleRows = 5;

interface ColumnTableProps {
  readonly state: Mapping;
  readonly onTarget: (column: number, target: Exclude<ColumnTarget, 'never'>) => void;
}

/** One line per column of the file: its heading, where it goes, and how its first values look. */
export function ColumnTable({ state, onTarget }: ColumnTableProps) {
  const { t } = useTranslation('import');
  const { headers, rows } = state.table;
  const examples = rows.slice(0, exampleRows);
  return (
    <TableContainer sx={{ border: 1, borderColor: 'line.soft', borderRadius: '6px' }}>
      <Table size="small" aria-label={t('mapping.table')}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 200, whiteSpace: 'nowrap' }}>{t('mapping.column')}</TableCell>
            <TableCell sx={{ width: 260, whiteSpace: 'nowrap' }}>{t('mapping.target')}</TableCell>
            <TableCell colSpan={exampleRows}>{t('mapping.examples')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {headers.map((header, column) => {
            const name = header || t('mapping.columnNumber', { number: column + 1 });
            const target = state.mapping[column] ?? 'none';
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and headings may repeat
              <TableRow key={column}>
                <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
                  {name}
                </TableCell>
                <TableCell>
                  {target === 'never' ? (
                    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                      {t('target.never')}
                    </Typography>
                  ) : (
                    <TargetChoice name={name} target={target} onTarget={(next) => onTarget(column, next)} />
                  )}
                </TableCell>
                {/* What is never stored is not shown either. */}
                {examples.map(({ line, cells }) => (
                  <TableCell
                    key={line}
                    sx={{
                      color: target === 'none' ? 'text.secondary' : 'text.primary',
                      maxWidth: 150,
                      whiteSpace: 'nowrap',
                      overflow: 'hidden',
                      textOverflow: 'ellipsis',
                    }}
                  >
                    <bdi>{target === 'never' ? '' : cells[column]}</bdi>
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface TargetChoiceProps {
  readonly name: string;
  readonly target: Exclude<ColumnTarget, 'never'>;
  readonly onTarget: (target: Exclude<ColumnTarget, 'never'>) => void;
}

function TargetChoice({ name, target, onTarget }: TargetChoiceProps) {
  const { t } = useTranslation('import');
  return (
    <TextField
      select
      value={target}
      onChange={(event) => onTarget(event.target.value as Exclude<ColumnTarget, 'never'>)}
      slotProps={{
        select: { SelectDisplayProps: { 'aria-label': t('mapping.targetOf', { column: name }) } },
      }}
    >
      <MenuItem value="none">{t('target.none')}</MenuItem>
      {rosterFields.map((field) => (
        <MenuItem key={field} value={field}>
          {t(`field.${field}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
