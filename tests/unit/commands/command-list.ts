import { z } from 'zod';
import { type CommandName, commandNames, commands } from '#shared/domain/commands/registry.ts';
import { roles } from '#shared/ports/account.ts';

const introduction = `# Commands

Everything that staff can do that writes or leaves an audit entry, from \`shared/domain/commands/registry.ts\`. This list
is generated from the registry by \`tests/unit/commands/registry.test.ts\`; run it with \`-u\` after a change.

A command that *writes* puts records and leaves an audit entry in the same journal frame; one that *notes* only leaves
the audit entry. Nobody else may run a command than the roles named.
`;

/** `docs/commands.md`. */
export function commandList(): string {
  const head = ['Command', 'Leaves', 'Takes', ...roles];
  const rows = commandNames.map((name) => [
    `\`${name}\``,
    commands[name].kind === 'write' ? 'writes' : 'notes',
    fieldsOf(name).join(', '),
    ...roles.map((role) => (commands[name].roles.includes(role) ? 'yes' : '–')),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${introduction}\n${lines.join('\n')}\n`;
}

/** Names of the input's top-level fields, by way of JSON Schema so that any validator will do. */
function fieldsOf(name: CommandName): readonly string[] {
  const schema = z.toJSONSchema(commands[name].input, { unrepresentable: 'any', io: 'input' });
  return Object.keys(schema.properties ?? {});
}
