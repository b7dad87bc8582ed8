/**
 * How the field looks and the rows that Enter takes, once for all of them: they are drawn anew with every letter, and plain elements with
 * classes are drawn well within a frame.
 */
import type { StatusName } from '#renderer/ui/theme/palette.ts';

const statuses: readonly StatusName[] = ['present', 'late', 'excused', 'absent', 'notRecorded'];
const coloured = Object.fromEntries(
  statuses.map((status) => [`& .desk-end[data-colour=${status}]`, { color: `status.${status}.text` }]),
);

const field = {
  '& .desk-field': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.5,
    px: 2,
    minHeight: 60,
    flex: 'none',
    border: '2px solid',
    borderColor: 'line.control',
    borderRadius: '8px',
    bgcolor: 'background.paper',
    color: 'text.primary',
  },
  '& .desk-field:focus-within': {
    borderColor: 'primary.main',
    outline: '1px solid',
    outlineColor: 'primary.main',
  },
  '& .desk-field svg': { color: 'text.secondary', fontSize: 28, flex: 'none' },
  '& .desk-field input': {
    flex: 1,
    minWidth: 0,
    p: 0,
    border: 0,
    outline: 'none',
    bgcolor: 'transparent',
    color: 'inherit',
    fontSize: '1.375rem',
    lineHeight: 1.5,
    textOverflow: 'ellipsis',
  },
  '& .desk-field input::placeholder': { color: 'text.secondary', opacity: 1 },
} as const;

export const rowStyles = {
  ...field,
  // White paper, bounded by a hairline.
  '& .desk-sheet': {
    display: 'flex',
    flexDirection: 'column',
    flex: '0 1 auto',
    minHeight: 120,
    overflow: 'hidden',
    border: '1px solid',
    borderColor: 'line.soft',
    borderRadius: '8px',
    bgcolor: 'background.paper',
  },
  '& .desk-rows': { overflow: 'auto', minHeight: 0 },
  // Large enough for a finger.
  '& .desk-row': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.5,
    minHeight: 52,
    px: 1.5,
    py: 0.5,
    cursor: 'pointer',
    borderStyle: 'solid',
    borderWidth: '0 0 1px 4px',
    borderBottomColor: 'line.soft',
    borderLeftColor: 'transparent',
  },
  '& .desk-row:last-of-type': { borderBottomWidth: 0 },
  '& .desk-row:hover': { bgcolor: 'action.hover' },
  '& .desk-row[aria-selected=true]': {
    bgcolor: 'status.present.tint',
    borderLeftColor: 'primary.main',
  },
  '& .desk-text': { flex: '1 1 auto', minWidth: 0 },
  '& .desk-name': { fontWeight: 600, fontSize: '1.0625rem', lineHeight: 1.3, overflowWrap: 'anywhere' },
  '& .desk-name bdi': { display: 'inline-block', mx: 1, fontWeight: 400, fontSize: '1rem' },
  '& .desk-facts': {
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    color: 'text.secondary',
    fontVariantNumeric: 'tabular-nums',
  },
  '& .desk-end': {
    flex: '0 1 auto',
    maxWidth: '50%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: 0.75,
    fontSize: '0.875rem',
    fontWeight: 600,
    lineHeight: 1.3,
    textAlign: 'end',
  },
  '& .desk-row svg': { fontSize: 22, flex: 'none' },
  ...coloured,
} as const;
