import { note } from './define.ts';

/** What is done about the sync server and the site's workstations. Keys and names of workstations are the vault's. */
export const siteCommands = {
  /** A server was set up at this workstation. */
  'sync.connect': note('facility'),
  'sync.disconnect': note('facility'),
  /** The server was filled from here. */
  'sync.reseed': note('facility'),
  /** Two administrators' changes of accounts or keys knew nothing of each other; one was overruled. */
  'sync.overruled': note('facility'),
  /** A join file was made. */
  'workstation.invite': note('facility'),
  /** A workstation was taken into the site, or this one entered. */
  'workstation.add': note('workstation'),
  'workstation.decline': note('workstation'),
  'workstation.rename': note('workstation'),
  'workstation.revoke': note('workstation'),
} as const;
