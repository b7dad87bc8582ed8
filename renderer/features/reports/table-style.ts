/** Look of the report's tables: rows of 32 px, figures in columns, nothing pushed out of a narrow window. */
export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    px: 1.5,
    py: 0.5,
    height: 32,
    textAlign: 'start',
    verticalAlign: 'middle',
    borderBottom: 1,
    borderColor: 'line.soft',
  },
  '& thead th': {
    color: 'text.secondary',
    fontSize: '0.8125rem',
    fontWeight: 600,
    borderColor: 'line.control',
  },
  '& tbody th': { fontWeight: 400 },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
  '& .figure': { textAlign: 'end', whiteSpace: 'nowrap' },
} as const;

/** Scrolls a table that is wider than the window, by keyboard too. */
export const tableFrame = { overflowX: 'auto' } as const;
