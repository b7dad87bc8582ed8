import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { LockedAccount } from './unlock-port.ts';

/** More accounts than this are looked for by typing. */
const mostInSight = 7;

interface AccountChoiceProps {
  readonly accounts: readonly LockedAccount[];
  /** Empty: nobody yet. */
  readonly value: string;
  readonly onChange: (accountId: string) => void;
}

/** Who is at the keyboard: a few accounts in sight, many behind a field. Nothing is shown where there is one only. */
export function AccountChoice({ accounts, value, onChange }: AccountChoiceProps) {
  const { t } = useTranslation('setup');
  const [only] = accounts;
  if (only && accounts.length === 1)
    return (
      <Box>
        {t('unlock.as')} <b>{only.name}</b>
      </Box>
    );
  return accounts.length <= mostInSight ? (
    <InSight accounts={accounts} value={value} onChange={onChange} />
  ) : (
    <Searched accounts={accounts} value={value} onChange={onChange} />
  );
}

function InSight({ accounts, value, onChange }: AccountChoiceProps) {
  const { t } = useTranslation(['setup', 'app']);
  return (
    <FormControl>
      <FormLabel id="unlock-account">{t('unlock.account')}</FormLabel>
      <RadioGroup
        aria-labelledby="unlock-account"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        sx={{ mt: 0.5 }}
      >
        {accounts.map(({ id, name, role }, at) => (
          <FormControlLabel
            key={id}
            value={id}
            control={<Radio size="small" slotProps={{ input: { autoFocus: value === '' && at === 0 } }} />}
            label={
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
                <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary', flex: 'none' }}>
                  {t(`app:role.${role}`)}
                </Box>
              </Box>
            }
            sx={{ mr: 0, minHeight: 40, '& .MuiFormControlLabel-label': { flex: 1 } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

function Searched({ accounts, value, onChange }: AccountChoiceProps) {
  const { t } = useTranslation(['setup', 'app']);
  return (
    <Autocomplete
      options={accounts}
      value={accounts.find(({ id }) => id === value) ?? null}
      onChange={(_event, account) => onChange(account?.id ?? '')}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={t('unlock.nobody')}
      autoHighlight
      openOnFocus
      renderInput={(parameters) => (
        <TextField {...parameters} label={t('unlock.account')} autoFocus={value === ''} />
      )}
    />
  );
}
