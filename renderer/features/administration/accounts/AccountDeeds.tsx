import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { StaffAccount, TemporaryPassphrase } from '#shared/ports/accounts.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { GivenPassphrase } from './GivenPassphrase.tsx';
import { RoleField } from './RoleField.tsx';

/** What an administrator does with accounts. */
export type AccountDeed =
  | { readonly deed: 'create' }
  | { readonly deed: 'changeRole' | 'reset' | 'enable' | 'disable'; readonly account: StaffAccount };

interface AccountDeedsProps {
  readonly asked: AccountDeed;
  readonly onClose: () => void;
}

/** The dialog of a deed. */
export function AccountDeeds({ asked, onClose }: AccountDeedsProps) {
  switch (asked.deed) {
    case 'create':
      return <Create onClose={onClose} />;
    case 'changeRole':
      return <ChangeRole account={asked.account} onClose={onClose} />;
    case 'disable':
      return <Disable account={asked.account} onClose={onClose} />;
    default:
      return <Reset deed={asked.deed} account={asked.account} onClose={onClose} />;
  }
}

const longestName = 80;

function Create({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { accounts } = useServices();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('reception');
  const [tell, setTell] = useState(false);
  const [given, setGiven] = useState<TemporaryPassphrase>();
  const missing = tell && name.trim() === '';
  if (given) return <GivenPassphrase name={name.trim()} passphrase={given.passphrase} onClose={onClose} />;
  return (
    <AccountDialog
      title={t('create.title')}
      confirm={t('create.confirm')}
      onClose={onClose}
      onConfirm={async () => {
        setTell(true);
        if (name.trim() === '') return undefined;
        return shown(await accounts.create(name.trim(), role), setGiven);
      }}
    >
      <TextField
        label={t('create.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing}
        helperText={missing ? <FieldError>{t('create.nameMissing')}</FieldError> : t('create.nameHint')}
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: longestName, spellCheck: false } }}
        sx={{ mt: 1 }}
      />
      <RoleField value={role} onChange={setRole} />
    </AccountDialog>
  );
}

/** Shows what was given, and closes nothing. */
function shown(
  answer: Result<TemporaryPassphrase, Refusal>,
  show: (given: TemporaryPassphrase) => void,
): Result<void, Refusal> {
  if (!answer.ok) return answer;
  show(answer.value);
  return ok(undefined);
}

interface OneAccountProps {
  readonly account: StaffAccount;
  readonly onClose: () => void;
}

function ChangeRole({ account, onClose }: OneAccountProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const { accounts } = useServices();
  const say = useNotice();
  const [role, setRole] = useState(account.role);
  const { name } = account;
  return (
    <AccountDialog
      title={t('changeRole.title', { name })}
      confirm={t('changeRole.confirm')}
      onClose={onClose}
      onConfirm={async () => {
        const answer = role === account.role ? ok(undefined) : await accounts.changeRole(account.id, role);
        if (!answer.ok) return answer;
        say(t('changeRole.done', { name, role: t(`app:role.${role}`) }));
        onClose();
        return answer;
      }}
    >
      <Typography>{t('changeRole.text')}</Typography>
      <RoleField value={role} onChange={setRole} />
    </AccountDialog>
  );
}

function Disable({ account, onClose }: OneAccountProps) {
  const { t } = useTranslation('accounts');
  const { accounts } = useServices();
  const say = useNotice();
  const { name } = account;
  return (
    <AccountDialog
      title={t('disable.title', { name })}
      confirm={t('disable.confirm')}
      onClose={onClose}
      grave
      onConfirm={async () => {
        const answer = await accounts.disable(account.id);
        if (!answer.ok) return answer;
        say(t('disable.done', { name }));
        onClose();
        return answer;
      }}
    >
      <Typography>{t('disable.text', { name })}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{t('disable.keys')}</Typography>
    </AccountDialog>
  );
}

function Reset({ deed, account, onClose }: OneAccountProps & { readonly deed: 'reset' | 'enable' }) {
  const { t } = useTranslation('accounts');
  const { accounts } = useServices();
  const [given, setGiven] = useState<TemporaryPassphrase>();
  const { name } = account;
  if (given) return <GivenPassphrase name={name} passphrase={given.passphrase} onClose={onClose} />;
  return (
    <AccountDialog
      title={t(`${deed}.title`, { name })}
      confirm={t(`${deed}.confirm`)}
      onClose={onClose}
      grave
      onConfirm={async () => shown(await accounts.resetPassphrase(account.id), setGiven)}
    >
      <Typography>{t(`${deed}.text`)}</Typography>
    </AccountDialog>
  );
}
