import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { FieldError } from './FieldError.tsx';

export interface Choice {
  readonly key: string;
  readonly name: string;
  /** Below the name. */
  readonly detail: string;
  /** At the right of the name. */
  readonly note: ReactNode;
  readonly disabled: boolean;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
  /** Said when nothing fits what was typed. */
  readonly nothingFits: string;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly autoFocus?: boolean;
}

/** One of several things that a word does not describe well enough. Typing narrows them down, Enter takes the first. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, choices, chosen, onChoose, nothingFits, error, helperText, autoFocus } = props;
  return (
    <Autocomplete<Choice>
      options={[...choices]}
      value={chosen}
      onChange={(_event, choice) => onChoose(choice)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ key }) => key}
      getOptionDisabled={({ disabled }) => disabled}
      isOptionEqualToValue={(one, other) => one.key === other.key}
      autoHighlight
      noOptionsText={nothingFits}
      renderOption={({ key, ...properties }, choice) => (
        <Box
          component="li"
          key={key}
          {...properties}
          sx={{ display: 'grid !important', gridTemplateColumns: '1fr auto', columnGap: 2 }}
        >
          <span>{choice.name}</span>
          <Box component="span" sx={{ fontSize: '0.8125rem' }}>
            {choice.note}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {choice.detail}
          </Box>
        </Box>
      )}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={label}
          required
          autoFocus={autoFocus ?? false}
          error={error !== undefined}
          helperText={error === undefined ? helperText : <FieldError>{error}</FieldError>}
        />
      )}
    />
  );
}
