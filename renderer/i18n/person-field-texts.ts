import type { TFunction } from 'i18next';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { birthText } from '#shared/domain/people/birth-text.ts';
import { birthSchema } from '#shared/domain/records/participant.ts';

interface FieldTexts {
  readonly people: TFunction<'people'>;
  readonly retention: TFunction<'retention'>;
  readonly languageName: (code: string) => string;
}

const peopleFields = [
  ...(['given', 'family', 'original', 'spellings', 'birth', 'number', 'room', 'languages'] as const),
] as const;
const ownFields = ['departedOn', 'arrivedOn', 'formerNumbers', 'note'] as const;

/** What the fields of a person's record are called, and what stands in them. */
export function fieldTexts({ people, retention, languageName }: FieldTexts) {
  const isOf = <T extends string>(names: readonly T[], name: string): name is T =>
    (names as readonly string[]).includes(name);
  return {
    /** A newer version's field by its own name. */
    label: (name: string): string =>
      isOf(peopleFields, name)
        ? people(`field.${name}`)
        : isOf(ownFields, name)
          ? retention(`field.${name}`)
          : name,
    value: (name: string, value: unknown): string => {
      const none = people('person.none');
      if (value === null || value === undefined || value === '') return none;
      if (Array.isArray(value)) {
        const texts = value.map((item) => (name === 'languages' ? languageName(String(item)) : String(item)));
        return texts.length === 0 ? none : texts.join(', ');
      }
      if (name === 'birth') return birthText(birthSchema.catch({ kind: 'unknown' }).parse(value)) || none;
      if (name === 'note' && typeof value === 'object') {
        const { text, purpose } = value as { readonly text?: unknown; readonly purpose?: unknown };
        return `${String(text)} (${people('person.notePurpose', { purpose: String(purpose) })})`;
      }
      if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? germanDate(value) : value;
      return JSON.stringify(value);
    },
  };
}
