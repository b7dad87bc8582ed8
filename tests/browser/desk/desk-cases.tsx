import { page } from 'vitest/browser';
import { DeskPage } from '#renderer/features/desk/DeskPage.tsx';
import { drawListNumber } from '#shared/domain/attendance/list-number.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { Result } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const today = '2026-11-23';
export const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

const person = (
  given: string,
  family: string | null,
  more: Partial<NewParticipant> = {},
): NewParticipant => ({
  ...madeParticipant(given, family),
  ...more,
});

/** Named by what becomes of them. Numbers follow their order from 1001 on. */
const names = [
  ...['awaited', 'double', 'stranger', 'departed', 'elder', 'younger', 'noon', 'second', 'third', 'here'],
] as const;
export type Name = (typeof names)[number];

const rows: Readonly<Record<Name, NewParticipant>> = {
  awaited: person('Amina', 'Haddad', { original: 'أمينة حداد' }),
  double: person('Bilal', 'Özkan'),
  stranger: person('Chidi', 'Okoro', { room: 'C 7' }),
  departed: person('Daria', 'Melnyk', { departedOn: '2026-11-20' }),
  elder: person('Farid', 'Karimi', { birth: { kind: 'year', year: 1961 } }),
  younger: person('Farid', 'Karimi', { birth: { kind: 'date', date: '1999-01-07' } }),
  noon: person('Genet', null),
  second: person('Hamid', 'Sadat'),
  third: person('Idris', 'Bah'),
  here: person('Jana', 'Wolf'),
};

/** A day: at 9:00 Deutsch (three places) and Fußball (open), at 13:30 Theater. Now is 9:05. */
export async function deskDay() {
  const now = new Date(2026, 10, 23, 9, 5);
  const services = memoryServices({ now, role: 'reception' });
  const staff = memoryServices({ now });
  const own = await fill(staff);
  // The same records, by reception's hands.
  for (const [kind, table] of Object.entries(staff.tables))
    for (const [id, record] of table) services.tables[kind]?.set(id, record);
  return { ...own, services: { ...services, clock: { now: () => now, today: () => today } }, now };
}

async function fill(services: AppServices) {
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const listed = names.map((name, at) => ({ ...rows[name], number: String(1001 + at) }));
  const { ids } = await done('participant.import', { rows: listed });
  const people = Object.fromEntries(names.map((name, at) => [name, ids[at] ?? ''])) as Record<Name, string>;
  const group = async (title: string, capacity: number | null, walkIns: boolean) => {
    const offerId = (await done('offer.save', { id: null, offer: madeOffer({ title, walkIns }) })).id;
    const made = madeGroup(offerId, { name: title, capacity });
    return (await done('courseGroup.save', { id: null, group: made })).id;
  };
  const plan = async (groupId: string, startsAt: number, room: string) =>
    (await done('session.plan', { groupId, ...madeSlot(today, { startsAt, endsAt: startsAt + 90, room }) }))
      .id;
  const [german, football, theatre] = [
    await group('Deutsch', 3, false),
    await group('Fußball', null, true),
    await group('Theater', null, true),
  ];
  const sessions = {
    german: await plan(german, 540, 'R 12'),
    football: await plan(football, 540, 'Platz'),
    theatre: await plan(theatre, 810, 'Saal'),
  };
  const enrol = (groupId: string, who: readonly Name[]) =>
    done('enrolment.add', {
      groupId,
      participantIds: who.map((name) => people[name]),
      enrolledOn: '2026-11-02',
    });
  await enrol(german, ['awaited', 'double', 'here']);
  await enrol(football, ['double']);
  await enrol(theatre, ['noon']);
  await done('attendance.checkIn', {
    ...{
      sessionId: sessions.german,
      participantId: people.here,
      at: new Date(2026, 10, 23, 9, 2).toISOString(),
    },
    ...{ entryId: null, via: 'desk', overCapacity: false, reason: null },
  });
  await done('badge.issue', { participantIds: ids.filter((id) => id !== people.departed) });
  const badges = services.directory.list('badge');
  const badge = (name: Name): string =>
    badges.find(({ participantId }) => participantId === people[name])?.number ?? '';
  return {
    done,
    people,
    sessions,
    groups: { german, football, theatre },
    badge,
    list: drawListNumber(random),
  };
}

/** What the app's commands are asked, with a hand on their answers. */
export function handed(services: AppServices) {
  const asked: { readonly name: CommandName; readonly input: unknown }[] = [];
  let refusal: Refusal | undefined;
  let shut = false;
  let waiting: (() => void)[] = [];
  const execute = async <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>, Refusal>> => {
    asked.push({ name, input });
    if (shut) await new Promise<void>((resolve) => waiting.push(resolve));
    return refusal ? { ok: false, error: refusal } : services.commands.execute(name, input);
  };
  return {
    services: { ...services, commands: { ...services.commands, execute } },
    asked,
    refuse: (with_: Refusal | undefined): void => {
      refusal = with_;
    },
    shut: (): void => {
      shut = true;
    },
    open: (): void => {
      shut = false;
      for (const go of waiting) go();
      waiting = [];
    },
  };
}

const routes = { '/check-in': <DeskPage /> };
let unmount: () => void = () => undefined;

export function leave(): void {
  unmount();
  unmount = () => undefined;
}

interface Look {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
  readonly address?: string;
}

/** Shows the desk, ready for keys. */
export async function openDesk(
  services: AppServices,
  { address = '/check-in', ...look }: Look = {},
): Promise<void> {
  leave();
  unmount = await mountScreen({ services, address, routes, ...look });
  await until(() => document.querySelector('[data-session]') !== null);
}

/** Waits for something that comes by itself. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`in vain: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const field = () => page.getByRole('combobox', { name: 'Wer ist da?' });
export const fieldElement = (): HTMLInputElement => field().element() as HTMLInputElement;
export const said = (): string => document.querySelector('[data-said]')?.textContent ?? '';
export const saidLook = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-said]')?.dataset.said;
export const logged = (look: string): number => document.querySelectorAll(`[data-log="${look}"]`).length;

function keyEvent(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const code = /^\d$/.test(key) ? `Digit${key}` : key;
  return new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more });
}

/** Sends a key to where the focus is, and types it there unless somebody keeps it. */
function send(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const typed = target.dispatchEvent(event) && event.key.length === 1 && !event.ctrlKey;
  if (typed) document.execCommand('insertText', false, event.key);
}

/** Without the pause that timers make. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Scanners send a control character as a letter with Ctrl. */
function scannedKey(char: string): KeyboardEvent {
  const code = char.charCodeAt(0);
  return code < 32 ? keyEvent(String.fromCharCode(code + 96), { ctrlKey: true }) : keyEvent(char);
}

/** Keys as a scanner sends them, with its Enter: pressed at once, dealt with one after the other. */
export async function scan(text: string): Promise<void> {
  for (const event of [...text, 'Enter'].map(scannedKey)) {
    send(event);
    await nextTask();
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Types at a person's pace. */
export async function type(text: string): Promise<void> {
  for (const char of text) await press(char);
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  send(keyEvent(key, more));
  await pause(45);
}

/** The marks in a session's sheet. */
export const marksOf = async (
  { services, sessions }: Awaited<ReturnType<typeof deskDay>>,
  of: keyof typeof sessions,
) => {
  const sheet = await services.records.get('attendanceSheet', sessions[of]);
  return Object.values(sheet?.entries ?? {}).map(({ participantId, name, mark, late }) => ({
    who: participantId ?? name,
    mark,
    late,
  }));
};

/** What Enter would do with the first of those found. */
export const verdict = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-verdict]')?.dataset.verdict;

/** Resolves when the large line says that the last one is checked in. */
export const saved = (): Promise<void> => until(() => ['done', 'late'].includes(saidLook() ?? ''));
