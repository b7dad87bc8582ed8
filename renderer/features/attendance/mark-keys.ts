import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';

/** The marks that have a key, in the order of their digits: 1 present … 5 absent. */
export const keyedMarks = ['present', 'late', 'left-early', 'excused', 'absent'] as const;
export type KeyedMark = (typeof keyedMarks)[number];
export type MarkLetters = Readonly<Record<KeyedMark, string>>;

/** Whether the mark asks for minutes. */
export const isTimed = (mark: AttendanceMark): mark is 'late' | 'left-early' =>
  mark === 'late' || mark === 'left-early';

/** What a key does in the roll call. */
export type KeyDeed =
  | { readonly kind: 'mark'; readonly mark: AttendanceMark }
  | { readonly kind: 'rest' }
  | { readonly kind: 'enter' }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' | 'left' | 'right' | 'first' | 'last' };

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

const moves = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
} as const;

/**
 * Reads a key: digits 1 to 5 and the language's letters mark, 0, Backspace and Delete clear, Shift with the key of
 * "present" marks everyone who is left. A key held down moves on, but never marks: it would run through the group.
 */
export function keyDeed(pressed: Pressed, letters: MarkLetters): KeyDeed | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const to = moves[pressed.key as keyof typeof moves];
  if (to) return { kind: 'move', to };
  if (pressed.repeat) return undefined;
  if (pressed.key === 'Enter') return { kind: 'enter' };
  const mark = markOf(pressed, letters);
  if (mark === undefined) return undefined;
  if (!pressed.shiftKey) return { kind: 'mark', mark };
  return mark === 'present' ? { kind: 'rest' } : undefined;
}

function markOf({ key, code, shiftKey }: Pressed, letters: MarkLetters): AttendanceMark | undefined {
  if (key === 'Backspace' || key === 'Delete') return 'not-recorded';
  // With Shift the digits' keys name other characters.
  const digit = shiftKey ? /^Digit(\d)$/.exec(code)?.[1] : key;
  if (digit === '0') return 'not-recorded';
  const byDigit = keyedMarks[Number(digit) - 1];
  return byDigit ?? keyedMarks.find((mark) => letters[mark].toLowerCase() === key.toLowerCase());
}
