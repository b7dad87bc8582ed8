import type { z } from 'zod';
import type { commandRights } from '#shared/domain/access/rights.ts';
import { accountCommands } from './accounts.ts';
import { attendanceCommands } from './attendance.ts';
import { auditCommands } from './audit.ts';
import { backupCommands } from './backup.ts';
import { badgeCommands } from './badges.ts';
import { certificateTemplateCommands } from './certificate-templates.ts';
import { certificateCommands } from './certificates.ts';
import { checkInCommands } from './check-in.ts';
import { type Command, note } from './define.ts';
import { enrolmentCommands } from './enrolments.ts';
import { groupCommands } from './groups.ts';
import { mergeTaskCommands } from './merge-tasks.ts';
import { offerCommands } from './offers.ts';
import { overwrittenCommands } from './overwritten.ts';
import { paperCommands } from './papers.ts';
import { participantCommands } from './participants.ts';
import { personMergeCommands } from './person-merges.ts';
import { proofCommands } from './proof.ts';
import { reportCommands } from './reports.ts';
import { retentionCommands } from './retention.ts';
import { sessionCommands } from './sessions.ts';
import { signatureListCommands } from './signature-lists.ts';
import { siteCommands } from './sites.ts';
import { walkInCommands } from './walk-ins.ts';

/** Everything that staff can do that writes or leaves an audit entry. There is no other way to write. */
export const commands = {
  ...participantCommands,
  ...personMergeCommands,
  ...badgeCommands,
  ...offerCommands,
  ...groupCommands,
  ...sessionCommands,
  ...enrolmentCommands,
  ...attendanceCommands,
  ...checkInCommands,
  ...walkInCommands,
  ...signatureListCommands,
  ...certificateCommands,
  ...certificateTemplateCommands,
  ...mergeTaskCommands,
  ...overwrittenCommands,
  ...reportCommands,
  ...paperCommands,
  ...backupCommands,
  ...proofCommands,
  ...retentionCommands,
  ...auditCommands,
  ...accountCommands,
  ...siteCommands,
  'vault.unlock': note('facility'),
  /** A new key for the data begins. */
  'vault.beginKey': note('facility'),
  /** Everything lies under the newest key. */
  'vault.resealed': note('facility'),
  'kiosk.start': note('facility'),
  /** Of the people whose self check-ins staff dropped. */
  'kiosk.discard': note('participant'),
} as const satisfies Record<keyof typeof commandRights, unknown>;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> =
  (typeof commands)[N] extends Command<z.ZodType, infer O> ? O : never;
export const commandNames = Object.keys(commands) as CommandName[];
