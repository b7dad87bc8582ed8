import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const given = ['Amina', 'Bilal', 'Chidi', 'Daria', 'Elif', 'Farid', 'Genet', 'Hamid', 'Idris', 'Jana'];
const families = ['Ahmadi', 'Öztürk', 'Haile'];
const originals = ['امینه احمدی', null, 'ሃይለ'];

interface Made {
  /** Of the session. */
  readonly date?: string;
  readonly offer?: Partial<Offer>;
  readonly role?: Role;
}

/** A group of `size` people with a session from 9:00 to 10:30; "now" is 23 November 2026, 9:05. */
export async function rollCallOf(size: number, options: Made = {}) {
  const services = memoryServices(options.role ? { role: options.role } : {});
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const rows = Array.from({ length: size }, (_, index) => ({
    ...madeParticipant(
      given[index % given.length] ?? '',
      index % 7 === 6 ? null : `${families[index % 3]} ${String(index + 1).padStart(2, '0')}`,
    ),
    original: originals[index % 3] ?? null,
  }));
  const people = size === 0 ? [] : (await done('participant.import', { rows })).ids;
  const offerId = (await done('offer.save', { id: null, offer: madeOffer(options.offer) })).id;
  const group = madeGroup(offerId, { name: 'Erstorientierung A', capacity: null });
  const groupId = (await done('courseGroup.save', { id: null, group })).id;
  if (people.length > 0) {
    await done('enrolment.add', { groupId, participantIds: people, enrolledOn: '2026-11-02' });
  }
  const slot = madeSlot(options.date ?? '2026-11-23', { room: 'R 12' });
  const sessionId = (await done('session.plan', { groupId, ...slot })).id;
  return { services, done, people, offerId, groupId, sessionId };
}

export interface Gate {
  readonly services: AppServices;
  /** The inputs of `attendance.record`, in the order in which they were called. */
  readonly calls: CommandInput<'attendance.record'>[];
  /** Lets waiting and coming writes through. */
  open(): void;
  /** Writes wait again. */
  close(): void;
  /** Refuses writes while it gives a refusal. */
  refuse(decide: (input: CommandInput<'attendance.record'>) => Refusal | undefined): void;
}

/** The services with a gate before `attendance.record`: writes can be made to wait or to fail. */
export function gated(services: AppServices, closed = false): Gate {
  const calls: CommandInput<'attendance.record'>[] = [];
  let waiting: (() => void)[] = [];
  let shut = closed;
  let refusal: (input: CommandInput<'attendance.record'>) => Refusal | undefined = () => undefined;
  const execute = async <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>, Refusal>> => {
    if (name === 'attendance.record') {
      const marks = input as CommandInput<'attendance.record'>;
      calls.push(marks);
      if (shut) await new Promise<void>((resolve) => waiting.push(resolve));
      const error = refusal(marks);
      if (error) return { ok: false, error };
    }
    return services.commands.execute(name, input);
  };
  return {
    services: { ...services, commands: { ...services.commands, execute } },
    calls,
    open: () => {
      shut = false;
      for (const go of waiting) go();
      waiting = [];
    },
    close: () => {
      shut = true;
    },
    refuse: (decide) => {
      refusal = decide;
    },
  };
}
