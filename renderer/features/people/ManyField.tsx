import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface ManyFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  /** What is offered; anything else may be typed. */
  readonly options: readonly string[];
  readonly nameOf?: (option: string) => string;
  readonly onChange: (value: readonly string[]) => void;
  readonly hint: string;
  readonly error?: string | undefined;
}

const itself = (option: string): string => option;

/** A field for several short texts; what is typed and not yet confirmed counts as well. */
export function ManyField({ label, value, options, nameOf = itself, onChange, hint, error }: ManyFieldProps) {
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect={options.length > 0}
      autoHighlight={options.length > 0}
      clearOnBlur
      filterSelectedOptions
      options={options}
      getOptionLabel={nameOf}
      value={[...value]}
      onChange={(_event, next) => onChange(next.map((text) => text.trim()).filter((text) => text !== ''))}
      onBlur={(event) => {
        const typed = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
        if (options.length === 0 && typed !== '' && !value.includes(typed)) onChange([...value, typed]);
      }}
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
