import { note } from './define.ts';

/** What is done with staff accounts and the way back to them. Accounts, codes and their keys are the vault's. */
export const accountCommands = {
  'account.create': note('account'),
  'account.disable': note('account'),
  'account.changeRole': note('account'),
  /** Also opens a disabled account again. */
  'account.resetPassphrase': note('account'),
  /** One's own. */
  'account.changePassphrase': note('account'),
  /** A new recovery code took the old one's place. */
  'recovery.renew': note('facility'),
} as const;
