import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedPerson, Reason } from '#shared/domain/duplicates/likely-same.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';

/** Says why two are likely one person, a sentence for each reason. */
export function useLikenessTexts(): (
  reasons: readonly Reason[],
  one: ComparedPerson,
  other: ComparedPerson,
) => readonly string[] {
  const { t } = useTranslation('duplicates');
  return useCallback(
    (reasons, one, other) =>
      reasons.map((reason) => t(`reason.${reason}`, { ...saysOf(reason, one, other) })),
    [t],
  );
}

/** What each of the two has of it. */
function saysOf(reason: Reason, one: ComparedPerson, other: ComparedPerson): { one: string; other: string } {
  const both = (textOf: (person: ComparedPerson) => string) => ({ one: textOf(one), other: textOf(other) });
  switch (reason) {
    case 'same-original':
      return both(({ original }) => original ?? '');
    case 'other-script':
      return acrossScripts(one, other);
    case 'same-birth-date':
    case 'same-birth-year':
    case 'year-fits-date':
    case 'day-and-month-swapped':
    case 'birth-slip':
      return both(({ birth }) => birthText(birth));
    case 'same-number':
      return both(({ number, formerNumbers = [] }) => number ?? formerNumbers[0] ?? '');
    case 'same-room':
      return both(({ room }) => room ?? '');
    default:
      return both(fullName);
  }
}

/** The name of the one in its own script, of the other as it is otherwise written. */
function acrossScripts(one: ComparedPerson, other: ComparedPerson): { one: string; other: string } {
  const [first, second] = [fullName(one), fullName(other)];
  if (one.original !== null && one.original !== first) return { one: one.original, other: second };
  return { one: first, other: other.original ?? second };
}
