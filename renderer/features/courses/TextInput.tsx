import TextField from '@mui/material/TextField';
import type { ClipboardEventHandler, ReactNode } from 'react';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Shows what follows from other fields. */
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** Takes both columns of the form. */
  readonly wide?: boolean;
  readonly numeric?: boolean;
  readonly rows?: number;
  readonly onPaste?: ClipboardEventHandler<HTMLInputElement>;
  /** With it, the field is a list to choose from. */
  readonly options?: ReactNode;
}

/** A field of a form with its hint, or the sentence about what is wrong with it. */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, error, hint, wide, numeric, rows, options } = props;
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error !== undefined}
      helperText={error === undefined ? hint : <FieldError>{error}</FieldError>}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      multiline={rows !== undefined}
      {...(rows === undefined ? {} : { minRows: rows, maxRows: rows * 2 })}
      select={options !== undefined}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          readOnly: props.readOnly ?? false,
          ...(numeric ? { inputMode: 'numeric' as const } : {}),
          ...(props.onPaste ? { onPaste: props.onPaste } : {}),
        },
      }}
      sx={wide ? { gridColumn: '1 / -1' } : {}}
    >
      {options}
    </TextField>
  );
}
