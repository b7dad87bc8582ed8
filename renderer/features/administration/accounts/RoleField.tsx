import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '#shared/ports/account.ts';

interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** A role, with what it may do. */
export function RoleField({ value, onChange }: RoleFieldProps) {
  const { t } = useTranslation(['accounts', 'app']);
  return (
    <TextField
      select
      label={t('create.role')}
      value={value}
      onChange={(event) => onChange(roles.find((role) => role === event.target.value) ?? value)}
      helperText={t(`roleHint.${value}`)}
    >
      {roles.map((role) => (
        <MenuItem key={role} value={role}>
          {t(`app:role.${role}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
