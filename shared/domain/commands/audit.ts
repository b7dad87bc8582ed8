import { note } from './define.ts';

/** What is done with the audit log itself; noted with the facility. */
export const auditCommands = {
  'audit.view': note('facility'),
  'audit.print': note('facility'),
  'audit.save': note('facility'),
} as const;
