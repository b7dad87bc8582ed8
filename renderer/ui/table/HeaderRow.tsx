import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Sorting } from './columns.ts';

interface HeaderRowProps<T> {
  readonly columns: readonly Column<T>[];
  readonly gridTracks: string;
  readonly sorting: Sorting | undefined;
  readonly onSort: (key: string) => void;
  /** `undefined`: rows can't be selected. */
  readonly selection?:
    | { readonly all: boolean; readonly some: boolean; readonly toggle: () => void }
    | undefined;
}

const cell = {
  px: 1.5,
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  fontSize: '0.8125rem',
  fontWeight: 600,
} as const;

/** A name that is too long for its column is cut off instead of lying over the next one. */
const labelled = {
  ...cell,
  '& span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
} as const;

/** Names of the columns; those that sort are buttons. */
function HeaderRowOnce<T>({ columns, gridTracks, sorting, onSort, selection }: HeaderRowProps<T>) {
  const { t } = useTranslation('common');
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 2 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: gridTracks,
          minHeight: 36,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'line.control',
          color: 'text.secondary',
        }}
      >
        {selection && (
          <Box role="columnheader" sx={{ ...cell, px: 0.5 }}>
            <Checkbox
              size="small"
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={selection.toggle}
              slotProps={{ input: { 'aria-label': t('table.selectAll') } }}
            />
          </Box>
        )}
        {columns.map(({ key, label, sortBy }) => {
          const direction = sorting?.key === key ? (sorting.descending ? 'descending' : 'ascending') : 'none';
          return (
            <Box key={key} role="columnheader" {...(sortBy ? { 'aria-sort': direction } : {})} sx={labelled}>
              {sortBy ? (
                <ButtonBase
                  onClick={() => onSort(key)}
                  sx={{
                    font: 'inherit',
                    color: direction === 'none' ? 'inherit' : 'text.primary',
                    gap: 0.5,
                    minWidth: 0,
                    minHeight: 28,
                    borderRadius: '4px',
                  }}
                >
                  <span title={label}>{label}</span>
                  {direction === 'ascending' && <ArrowUpward aria-hidden sx={{ fontSize: 14 }} />}
                  {direction === 'descending' && <ArrowDownward aria-hidden sx={{ fontSize: 14 }} />}
                </ButtonBase>
              ) : (
                <span title={label}>{label}</span>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

export const HeaderRow = memo(HeaderRowOnce) as typeof HeaderRowOnce;
