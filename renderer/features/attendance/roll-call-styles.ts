/**
 * Styles of the grid's rows, once for all of them: a row is repainted with every key, and plain elements with classes
 * are painted well within a frame.
 */
const tinted = (status: string) => ({
  [`& .rc-mark[aria-pressed=true][data-mark=${status}] > span`]: {
    borderColor: `status.${status === 'left-early' ? 'leftEarly' : status}.text`,
    bgcolor: `status.${status === 'left-early' ? 'leftEarly' : status}.tint`,
    color: `status.${status === 'left-early' ? 'leftEarly' : status}.text`,
  },
});

const buttons = {
  '& .rc-mark': {
    width: 44,
    height: 44,
    p: 0,
    border: 0,
    bgcolor: 'transparent',
    color: 'text.secondary',
    font: 'inherit',
    fontWeight: 600,
    cursor: 'pointer',
  },
  '& .rc-mark > span': {
    display: 'grid',
    placeItems: 'center',
    mx: 'auto',
    width: 36,
    height: 32,
    borderRadius: '6px',
    border: '1px solid',
    borderColor: 'line.soft',
  },
  '& .rc-mark:hover > span': { borderColor: 'line.control' },
  '& .rc-mark[aria-pressed=true] > span': { borderWidth: 2 },
  '& .rc-mark:disabled': { opacity: 0.5, cursor: 'default' },
  ...tinted('present'),
  ...tinted('late'),
  ...tinted('left-early'),
  ...tinted('excused'),
  ...tinted('absent'),
} as const;

export const rollCallStyles = {
  '& .rc-row': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 1,
    minHeight: 46,
    px: 1,
    borderBottom: '1px solid',
    borderColor: 'line.soft',
    fontVariantNumeric: 'tabular-nums',
    scrollMarginBlock: 64,
  },
  '& .rc-row:focus': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: '-2px',
    borderRadius: '6px',
  },
  '& .rc-row:focus-within': { bgcolor: 'action.hover' },
  '& .rc-failed': { boxShadow: 'inset 4px 0 0', color: 'error.main' },
  '& .rc-failed > *': { color: 'text.primary' },
  '& .rc-number': { width: 24, flex: 'none', textAlign: 'end', color: 'text.secondary' },
  // Narrow enough that the longest mark stays in the line of its row where two columns stand side by side.
  '& .rc-name': { flex: '1 1 96px', minWidth: 96, lineHeight: 1.3 },
  '& .rc-name > span': {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .rc-name > span:first-of-type': { fontWeight: 600 },
  '& .rc-name > span + span': { fontSize: '0.8125rem', color: 'text.secondary' },
  '& .rc-name > span + span > *': { mx: 1 },
  '& .rc-state': { display: 'flex', alignItems: 'center', gap: 0.75, flex: 'none' },
  '& .rc-marks': { display: 'flex', flex: 'none', marginInlineStart: 'auto' },
  '& .rc-problem': { flexBasis: '100%', pl: 4, pb: 0.5 },
  '& .rc-corrections': {
    flexBasis: '100%',
    pl: 4,
    pb: 0.5,
    fontSize: '0.8125rem',
    color: 'text.secondary',
    '& > span': { display: 'block', overflowWrap: 'anywhere' },
  },
  ...buttons,
} as const;
