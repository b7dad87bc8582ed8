import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface SelectInputProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly disabled: boolean;
}

/** One of a few. */
export function SelectInput<V extends string>(props: SelectInputProps<V>) {
  const { label, value, options, onChange, disabled } = props;
  return (
    <TextField
      select
      label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value as V)}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
