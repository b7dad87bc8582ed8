import { describe, expect, it } from 'vitest';
import type { Command, CommandContext } from '#shared/domain/commands/define.ts';
import { type CommandName, commandNames, commands } from '#shared/domain/commands/registry.ts';
import { recordTypes } from '#shared/domain/records/registry.ts';
import { roles } from '#shared/ports/account.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';
import { commandList } from './command-list.ts';
import { seeded, today } from './seeded.ts';
import { validRuns } from './valid-runs.ts';

/** Every command by its common shape: what they have in common is what is asserted. */
const definition = (name: CommandName): Command<never, unknown> =>
  commands[name] as unknown as Command<never, unknown>;

/** Runs the command's own decision on the seed. */
async function decided(name: CommandName) {
  const seed = await seeded();
  const input = commands[name].input.parse(await validRuns[name](seed));
  let drawn = 0;
  const context: CommandContext = {
    by: { accountId: 'account-1', name: 'Test', role: 'administrator' },
    workstationId: '0123456789abcdef',
    now: seed.clock.now(),
    today,
    sheetsOf: seed.directory.sheetsOf,
    newId: () => {
      drawn += 1;
      return `new-${drawn}`;
    },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    proofSigner: async () => ({ ok: true, value: await memorySigner() }),
  };
  const answer = await definition(name).decide(seed.records, input as never, context);
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
  return answer.value;
}

describe.each(commandNames)('%s', (name) => {
  it('has a parser that refuses what is no input', () => {
    for (const nonsense of [undefined, null, 0, '', [], {}]) {
      expect(commands[name].input.safeParse(nonsense).success).toBe(false);
    }
  });

  it('lets no field through that it does not know', async () => {
    const input = await validRuns[name](await seeded());
    const parsed = commands[name].input.safeParse({ ...input, nationality: 'canary' });
    expect(JSON.stringify(parsed.data ?? null)).not.toContain('canary');
  });

  it('names the roles that may run it', () => {
    const allowed = definition(name).roles;
    expect(allowed.length).toBeGreaterThan(0);
    expect(new Set(allowed).size).toBe(allowed.length);
    expect(roles).toEqual(expect.arrayContaining([...allowed]));
    expect(allowed).toContain('administrator');
  });

  it('refuses every other role', async () => {
    const input = await validRuns[name](await seeded());
    for (const role of roles.filter((one) => !definition(name).roles.includes(one))) {
      const services = memoryServices({ role });
      expect(services.commands.allows(name)).toBe(false);
      const answer = await services.commands.execute(name, input);
      expect(answer).toEqual({ ok: false, error: { code: 'role' } });
    }
  });

  it('leaves an audit entry about somebody or something', async () => {
    const { subjects } = await decided(name);
    expect(subjects.length).toBeGreaterThan(0);
    for (const { kind, id } of subjects) {
      expect(kind === 'account' || kind in recordTypes).toBe(true);
      expect(id).not.toBe('');
    }
  });

  it('puts whole records that their own validators accept, and only if it writes', async () => {
    const { puts } = await decided(name);
    if (definition(name).kind === 'note') expect(puts).toEqual([]);
    else expect(puts.length).toBeGreaterThan(0);
    for (const { kind, value } of puts)
      expect(recordTypes[kind].schema.safeParse(value).error).toBeUndefined();
  });
});

it('the list of commands in docs/ is up to date', async () => {
  await expect(commandList()).toMatchFileSnapshot('../../../docs/commands.md');
});
