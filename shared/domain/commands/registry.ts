import type { z } from 'zod';
import { attendanceCommands } from './attendance.ts';
import { certificateCommands } from './certificates.ts';
import { type Command, everyone, note } from './define.ts';
import { enrolmentCommands } from './enrolments.ts';
import { groupCommands } from './groups.ts';
import { offerCommands } from './offers.ts';
import { participantCommands } from './participants.ts';
import { sessionCommands } from './sessions.ts';
import { signatureListCommands } from './signature-lists.ts';

/** Everything that staff can do that writes or leaves an audit entry. There is no other way to write. */
export const commands = {
  ...participantCommands,
  ...offerCommands,
  ...groupCommands,
  ...sessionCommands,
  ...enrolmentCommands,
  ...attendanceCommands,
  ...signatureListCommands,
  ...certificateCommands,
  'vault.unlock': note('facility', everyone),
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> =
  (typeof commands)[N] extends Command<z.ZodType, infer O> ? O : never;
export const commandNames = Object.keys(commands) as CommandName[];
