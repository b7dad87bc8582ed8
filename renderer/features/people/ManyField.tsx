import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { type FocusEvent, useMemo } from 'react';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface ManyFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  /** What is offered; anything else may be typed. */
  readonly options: readonly string[];
  readonly nameOf?: (option: string) => string;
  /** The option that a typed text means, or the text itself. */
  readonly resolve?: (typed: string) => string;
  readonly onChange: (value: readonly string[]) => void;
  readonly hint: string;
  readonly error: string | undefined;
}

const itself = (text: string): string => text;

/** A field for several short texts. What is typed and not yet confirmed counts when the field is left. */
export function ManyField({
  label,
  value,
  options,
  nameOf = itself,
  resolve = itself,
  onChange,
  hint,
  error,
}: ManyFieldProps) {
  // Another array is another value to the field: it would forget what is being typed.
  const taken = useMemo(() => [...value], [value]);
  // Typed fast, Enter comes before the list has marked its best match: the only option that begins so is meant.
  const meant = (typed: string): string => {
    const known = resolve(typed);
    if (options.includes(known)) return known;
    const [only, ...others] = options.filter((option) =>
      nameOf(option).toLowerCase().startsWith(typed.toLowerCase()),
    );
    return only !== undefined && others.length === 0 ? only : known;
  };
  const take = (texts: readonly string[]): void => {
    const known = texts.map((text) => (options.includes(text) ? text : meant(text.trim())));
    onChange([...new Set(known)].filter((text) => text !== ''));
  };
  const takeTyped = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLInputElement && target.value.trim() !== '') take([...value, target.value]);
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      clearOnBlur
      filterSelectedOptions
      autoHighlight={options.length > 0}
      options={options}
      getOptionLabel={nameOf}
      value={taken}
      onChange={(_event, next) => take(next)}
      onBlur={takeTyped}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error !== undefined}
          helperText={error === undefined ? hint : <FieldError>{error}</FieldError>}
        />
      )}
    />
  );
}
