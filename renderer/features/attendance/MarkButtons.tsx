import { useTranslation } from 'react-i18next';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { says } from './mark-change.ts';
import { type KeyedMark, keyedMarks } from './mark-keys.ts';

interface MarkButtonsProps {
  readonly mark: PersonMark;
  readonly disabled: boolean;
  readonly onPress: (mark: KeyedMark) => void;
}

/**
 * The marks for mouse and touch, 44 px each, named by the letter of their key. Not in the Tab order: on the keyboard
 * the row itself takes the keys.
 */
export function MarkButtons({ mark, disabled, onPress }: MarkButtonsProps) {
  const { t } = useTranslation('attendance');
  return keyedMarks.map((one) => (
    <button
      key={one}
      type="button"
      className="rc-mark"
      data-mark={one}
      tabIndex={-1}
      disabled={disabled}
      aria-pressed={says(mark, one)}
      aria-label={t(`marks.${one}`)}
      title={t(`marks.${one}`)}
      onClick={() => onPress(one)}
    >
      <span aria-hidden>{t(`letters.${one}`)}</span>
    </button>
  ));
}
