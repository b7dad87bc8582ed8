import { describe, expect, it } from 'vitest';
import { commandRights, rightTo } from '#shared/domain/access/rights.ts';
import { admit } from '#shared/domain/commands/admit.ts';
import type { Command, CommandContext } from '#shared/domain/commands/define.ts';
import { type CommandName, commandNames, commands } from '#shared/domain/commands/registry.ts';
import { recordTypes } from '#shared/domain/records/registry.ts';
import { roles } from '#shared/ports/account.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';
import { commandList } from './command-list.ts';
import { type Seeded, seeded, today } from './seeded.ts';
import { repeatedErasure, validRuns } from './valid-runs.ts';

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
    erasureLedger: async () => [repeatedErasure],
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

const replaceMap = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

/** Makes an account lead every group. */
function lead(tables: Seeded['tables'], accountId: string): void {
  for (const [id, group] of tables.courseGroup ?? [])
    tables.courseGroup?.set(id, { ...group, leadAccountIds: [accountId] });
}

it('has a row of rights for every command, and none for anything else', () => {
  expect(Object.keys(commandRights).sort()).toEqual([...commandNames].sort());
  for (const row of Object.values(commandRights)) {
    expect(Object.keys(row).sort()).toEqual([...roles].sort());
    expect(row.administrator).toBe('all');
  }
});

it.each(roles)('refuses to the role %s what stands in no row', (role) => {
  for (const unlisted of ['participant.vanish', 'toString', '__proto__', ''])
    expect(admit(unlisted as CommandName, {}, role)).toEqual({ ok: false, error: { code: 'role' } });
});

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

  it.each(roles)('does for the role %s what its row says', async (role) => {
    const seed = await seeded();
    const input = await validRuns[name](seed);
    const before = JSON.stringify(seed.tables, replaceMap);
    const services = memoryServices({
      role,
      tables: seed.tables,
      edits: seed.edits,
      ledger: [repeatedErasure],
    });
    const right = rightTo(role, name);
    expect(services.commands.allows(name)).toBe(right !== 'none');
    const answer = await services.commands.execute(name, input);
    if (right === 'all') return expect(answer).toMatchObject({ ok: true });
    expect(answer).toEqual({ ok: false, error: { code: right === 'none' ? 'role' : 'not-own-group' } });
    expect(JSON.stringify(seed.tables, replaceMap)).toBe(before);
    if (right === 'none') return;
    lead(seed.tables, 'account-1');
    expect(await services.commands.execute(name, input)).toMatchObject({ ok: true });
  });

  it('leaves an audit entry about somebody or something', async () => {
    const { subjects } = await decided(name);
    expect(subjects.length).toBeGreaterThan(0);
    for (const { kind, id } of subjects) {
      expect(kind === 'account' || kind === 'workstation' || kind in recordTypes).toBe(true);
      expect(id).not.toBe('');
    }
  });

  it('puts whole records that their own validators accept, and only if it writes', async () => {
    const { puts, dismisses = [] } = await decided(name);
    if (definition(name).kind === 'note') expect([...puts, ...dismisses]).toEqual([]);
    else expect(puts.length + dismisses.length).toBeGreaterThan(0);
    for (const { kind, value } of puts)
      expect(recordTypes[kind].schema.safeParse(value).error).toBeUndefined();
  });
});

it('the list of commands in docs/ is up to date', async () => {
  await expect(commandList()).toMatchFileSnapshot('../../../docs/commands.md');
});
