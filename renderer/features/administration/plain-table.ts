/** A table of few rows on a sheet. */
export const plainTable = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1.5, py: 0.5, textAlign: 'start', borderBottom: 1, borderColor: 'line.soft' },
  '& tr > th:first-of-type': { pl: 3 },
  '& thead th': { color: 'text.secondary', fontSize: '0.8125rem', borderColor: 'line.control' },
  '& tbody th': { fontWeight: 600, whiteSpace: 'nowrap' },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
} as const;
