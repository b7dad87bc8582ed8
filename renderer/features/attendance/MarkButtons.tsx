import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { keyedMarks } from './mark-keys.ts';

interface MarkButtonsProps {
  readonly participantId: string;
  readonly mark: AttendanceMark;
  readonly disabled: boolean;
  readonly onPress: (participantId: string, mark: AttendanceMark) => void;
}

/**
 * The marks for mouse and touch, 44 px each, named by the letter of their key. Pressing the chosen one again clears
 * it. Not in the Tab order: on the keyboard the row itself takes the keys.
 */
export function MarkButtons({ participantId, mark, disabled, onPress }: MarkButtonsProps) {
  const { t } = useTranslation('attendance');
  return keyedMarks.map((one) => (
    <button
      key={one}
      type="button"
      className="rc-mark"
      data-mark={one}
      tabIndex={-1}
      disabled={disabled}
      aria-pressed={one === mark}
      aria-label={t(`marks.${one}`)}
      title={t(`marks.${one}`)}
      onClick={() => onPress(participantId, one === mark ? 'not-recorded' : one)}
    >
      <span aria-hidden>{t(`letters.${one}`)}</span>
    </button>
  ));
}
