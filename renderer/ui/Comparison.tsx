import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly ReactNode[];
  /** The columns say different things. */
  readonly differs: boolean;
}

interface ComparisonProps {
  readonly label: string;
  readonly columns: readonly ReactNode[];
  readonly rows: readonly ComparedRow[];
  /** Before the label of a row in which the columns differ, for those who see no weight of letters. */
  readonly differsLabel: string;
}

/** Things side by side, row by row; where they differ stands out. */
export function Comparison({ label, columns, rows, differsLabel }: ComparisonProps) {
  return (
    <Box component="table" aria-label={label} sx={look}>
      <thead>
        <tr>
          <td />
          {columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label: name, cells, differs }) => (
          <tr key={key} data-differs={differs}>
            <th scope="row">
              {name}
              {differs && (
                <Box component="span" title={differsLabel} aria-label={differsLabel} role="img" sx={markLook}>
                  ≠
                </Box>
              )}
            </th>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

const markLook = { ml: 0.75, color: 'waits.text', fontWeight: 700 } as const;

const look = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    textAlign: 'start',
    verticalAlign: 'top',
    py: 0.75,
    px: 1,
    borderBottom: '1px solid',
    borderColor: 'line.soft',
    overflowWrap: 'anywhere',
  },
  '& thead th': { fontWeight: 600 },
  '& thead td': { width: 168 },
  '& tbody th': { fontWeight: 400, fontSize: '0.875rem', color: 'text.secondary' },
  '& tr[data-differs=true] td': { fontWeight: 600 },
} as const;
