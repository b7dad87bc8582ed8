import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from '#renderer/i18n/use-language-name.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { languageCode, languageCodes } from '#shared/domain/languages.ts';

interface LanguageFieldProps {
  /** A code, or what was typed where no code fits; empty: none. */
  readonly value: string;
  readonly onChange: (language: string) => void;
  readonly error: string | undefined;
}

/** The language of instruction: chosen from those known here, or typed. */
export function LanguageField({ value, onChange, error }: LanguageFieldProps) {
  const { t } = useTranslation('courses');
  const nameOf = useLanguageName();
  // Typed fast, Enter comes before the list has marked its best match: the only one that begins so is meant.
  const meant = (typed: string): string => {
    const known = languageCode(typed);
    const begins = typed.trim().toLowerCase();
    if (begins === '' || languageCodes.includes(known)) return known;
    const [only, ...others] = languageCodes.filter((code) => nameOf(code).toLowerCase().startsWith(begins));
    return only !== undefined && others.length === 0 ? only : known;
  };
  return (
    <Autocomplete
      freeSolo
      autoHighlight
      options={languageCodes}
      getOptionLabel={nameOf}
      value={value}
      onChange={(_event, next) => onChange(next === null ? '' : meant(next))}
      // What is typed counts when the field is left.
      onBlur={(event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const typed = meant(event.target.value);
        if (typed !== value) onChange(typed);
      }}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={t('group.language')}
          error={error !== undefined}
          helperText={error === undefined ? t('group.languageHint') : <FieldError>{error}</FieldError>}
        />
      )}
    />
  );
}
