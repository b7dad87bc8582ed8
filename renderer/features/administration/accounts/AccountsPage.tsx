import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useServices, useStaffAccounts } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { leads } from '#shared/domain/access/own-groups.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import { AdministrationTabs } from '../AdministrationTabs.tsx';
import { MissingAccess } from '../MissingAccess.tsx';
import { plainTable } from '../plain-table.ts';
import { type AccountDeed, AccountDeeds } from './AccountDeeds.tsx';

/** Verwaltung → Konten: who works here, with which role. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { commands } = useServices();
  const accounts = useStaffAccounts();
  const [asked, setAsked] = useState<AccountDeed>();
  if (!commands.allows('account.create')) return <MissingAccess title={t('title')} />;
  return (
    <Page
      title={t('title')}
      actions={
        <Button variant="contained" onClick={() => setAsked({ deed: 'create' })}>
          {t('new')}
        </Button>
      }
    >
      <AdministrationTabs />
      <Sheet padded={false} sx={{ overflowX: 'auto' }}>
        <Typography variant="body2" sx={{ p: 3, pb: 1.5, color: 'text.secondary', maxWidth: 800 }}>
          {t('text')}
        </Typography>
        {accounts && <AccountTable accounts={accounts} onAsk={setAsked} />}
      </Sheet>
      {asked && <AccountDeeds asked={asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

interface AccountTableProps {
  readonly accounts: readonly StaffAccount[];
  readonly onAsk: (deed: AccountDeed) => void;
}

function AccountTable({ accounts, onAsk }: AccountTableProps) {
  const { t } = useTranslation('accounts');
  const open = accounts.filter(({ status }) => status === 'active');
  const disabled = accounts.filter(({ status }) => status === 'disabled');
  return (
    <Box component="table" aria-label={t('table.label')} sx={plainTable}>
      <thead>
        <tr>
          {(['name', 'role', 'status', 'deeds'] as const).map((column) => (
            <th scope="col" key={column}>
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...open, ...disabled].map((account) => (
          <Row key={account.id} account={account} onAsk={onAsk} />
        ))}
      </tbody>
    </Box>
  );
}

function Row({ account, onAsk }: Pick<AccountTableProps, 'onAsk'> & { readonly account: StaffAccount }) {
  const { t } = useTranslation(['accounts', 'app']);
  const { signedIn } = useServices();
  const groups = useEntries('courseGroup').filter((group) => leads(account.id, group));
  const { id, name, role, status } = account;
  const button = (deed: 'changeRole' | 'reset' | 'enable' | 'disable') => (
    <Button
      key={deed}
      size="small"
      aria-label={t(`${deed}.actionOf`, { name })}
      onClick={() => onAsk({ deed, account })}
    >
      {t(`${deed}.action`)}
    </Button>
  );
  return (
    <Box component="tr" sx={status === 'disabled' ? { color: 'text.secondary' } : {}}>
      <th scope="row">{name}</th>
      <td>
        {t(`app:role.${role}`)}
        {role === 'course-lead' && status === 'active' && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
            {t('leads', { count: groups.length })}
          </Box>
        )}
      </td>
      <td>{t(`status.${status}`)}</td>
      <td>
        {id === signedIn.accountId ? (
          <Box component="span" sx={{ color: 'text.secondary', px: 0.5 }}>
            {t('you')}
          </Box>
        ) : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {status === 'active'
              ? (['changeRole', 'reset', 'disable'] as const).map(button)
              : button('enable')}
          </Box>
        )}
      </td>
    </Box>
  );
}
