import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useStaffAccounts } from '#renderer/services/use-services.ts';

interface LeadAccountsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (accountIds: readonly string[]) => void;
}

/** The course leads' accounts that work with a group. Not shown where there is no such account. */
export function LeadAccountsField({ value, onChange }: LeadAccountsFieldProps) {
  const { t } = useTranslation('courses');
  const accounts = useStaffAccounts() ?? [];
  const offered = accounts.filter(
    ({ id, role, status }) => value.includes(id) || (role === 'course-lead' && status === 'active'),
  );
  if (offered.length === 0) return null;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={offered}
      value={offered.filter(({ id }) => value.includes(id))}
      onChange={(_event, chosen) => onChange(chosen.map(({ id }) => id))}
      getOptionLabel={({ name, status }) =>
        status === 'active' ? name : t('group.leadAccountDisabled', { name })
      }
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      sx={{ gridColumn: '1 / -1' }}
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('group.leadAccounts')} helperText={t('group.leadAccountsHint')} />
      )}
    />
  );
}
