/**
 * How rows look that Enter takes, once for all of them: they are drawn anew with every letter, and plain elements with
 * classes are drawn well within a frame.
 */
import type { StatusName } from '#renderer/ui/theme/palette.ts';

const statuses: readonly StatusName[] = ['present', 'late', 'excused', 'absent', 'notRecorded'];
const coloured = Object.fromEntries(
  statuses.map((status) => [`& .desk-end[data-colour=${status}]`, { color: `status.${status}.text` }]),
);

export const rowStyles = {
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
    borderWidth: 0,
    borderBlockEndWidth: 1,
    borderInlineStartWidth: 4,
    borderBlockEndColor: 'line.soft',
    borderInlineStartColor: 'transparent',
  },
  '& .desk-row:last-of-type': { borderBlockEndWidth: 0 },
  '& .desk-row:hover': { bgcolor: 'action.hover' },
  '& .desk-row[aria-selected=true]': {
    bgcolor: 'status.present.tint',
    borderInlineStartColor: 'primary.main',
  },
  '& .desk-text': { flex: '1 1 50%', minWidth: 0 },
  '& .desk-name': { fontWeight: 600, fontSize: '1.0625rem', lineHeight: 1.3, overflowWrap: 'anywhere' },
  '& .desk-name bdi': { display: 'inline-block', mx: 1, fontWeight: 400, fontSize: '1rem' },
  '& .desk-facts': {
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    color: 'text.secondary',
    fontVariantNumeric: 'tabular-nums',
  },
  '& .desk-end': {
    flex: '0 1 50%',
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
