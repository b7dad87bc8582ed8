/**
 * The only way to a command's decision. Guarantees, against any screen or caller, that nothing is decided for a role
 * that `access/rights.ts` does not name, nor for an input that does not parse, and that whoever may do a thing in
 * their own groups only gets a decision about nothing else.
 */
import { rightTo } from '#shared/domain/access/rights.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { groupIdOf, isInGroup, type OwnGroups, ownGroups } from '../access/own-groups.ts';
import type { RecordKind, RecordOf } from '../records/registry.ts';
import type { Command, CommandContext, Decision, Refusal } from './define.ts';
import { type CommandName, type CommandOutput, commands } from './registry.ts';

/** A command with an input that may be decided. */
export type Admitted<N extends CommandName> = (
  reader: RecordReader,
  context: CommandContext,
) => Promise<Result<Decision<CommandOutput<N>>, Refusal>>;

/** Lets a command through to its decision, or refuses it: `role`, or `input` with the field that is wrong. */
export function admit<N extends CommandName>(
  name: N,
  input: unknown,
  role: Role,
): Result<Admitted<N>, Refusal> {
  const right = rightTo(role, name);
  if (right === 'none') return err({ code: 'role' });
  const command = commands[name] as unknown as Command<never, CommandOutput<N>>;
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success) return err({ code: 'input', field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return ok(async (reader, context) => {
    const decided = await command.decide(reader, parsed.data as never, context);
    if (!decided.ok || right === 'all') return decided;
    const own = ownGroups(reader, context.by.accountId, context.sheetsOf);
    const erases = (decided.value.removes?.length ?? 0) > 0;
    const isOwn = !erases && (await concernsOwn(decided.value, reader, own));
    return isOwn ? decided : err({ code: 'not-own-group' });
  });
}

/**
 * Whether a decision is about own groups only. What belongs to a group says so (with a person who comes to it from
 * outside); where nothing does, the people have to be own ones. What is about neither is nobody's own.
 */
async function concernsOwn(
  { puts, subjects }: Decision<unknown>,
  reader: RecordReader,
  own: OwnGroups,
): Promise<boolean> {
  const groups = new Set<string | null>();
  for (const put of puts) if (isInGroup(put.kind)) groups.add(groupIdOf(put.kind, put.id, put.value));
  for (const { kind, id } of subjects) {
    if (kind === 'account' || kind === 'workstation' || !isInGroup(kind)) continue;
    const value = await reader.get(kind, id);
    if (value) groups.add(groupIdOf(kind, id, value));
    else if (!puts.some((put) => put.id === id)) groups.add(null);
  }
  if (groups.size > 0) return every(groups, own.isOwnGroup);
  const people = new Set<string | null>(puts.map((put) => personOf(put.kind, put.id, put.value)));
  for (const { kind, id } of subjects) {
    if (kind === 'account' || kind === 'workstation') return false;
    const value = kind === 'participant' ? undefined : await reader.get(kind, id);
    people.add(kind === 'participant' ? id : (value && personOf(kind, id, value)) || null);
  }
  return people.size > 0 && every(people, async (id) => id !== null && own.isOwnPerson(id));
}

/** The person whom a record is about; `null`: it is not about one. */
function personOf(kind: RecordKind, id: string, value: RecordOf<RecordKind>): string | null {
  if (kind === 'participant') return id;
  return (kind === 'badge' || kind === 'personChange') &&
    'participantId' in value &&
    typeof value.participantId === 'string'
    ? value.participantId
    : null;
}

async function every<T>(items: Iterable<T>, holds: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false;
  return true;
}
