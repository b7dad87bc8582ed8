import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';

interface CheckInputProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled: boolean;
}

/** Yes or no. */
export function CheckInput({ label, checked, onChange, disabled }: CheckInputProps) {
  return (
    <FormControlLabel
      control={<Checkbox checked={checked} onChange={(_event, to) => onChange(to)} />}
      label={label}
      disabled={disabled}
    />
  );
}
