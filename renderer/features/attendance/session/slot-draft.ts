import type { Session } from '#shared/domain/records/session.ts';
import type { TypedBreak } from './BreakFields.tsx';

/** Where a session is being moved to. */
export interface SlotDraft {
  readonly date: string | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly breaks: readonly TypedBreak[];
  readonly room: string;
  /** The end or a break was set by hand: it stays when the start changes. */
  readonly endIsSet: boolean;
  readonly breaksAreSet: boolean;
}

export type Slot = Pick<Session, 'date' | 'startsAt' | 'endsAt' | 'breaks' | 'room'>;

export function draftOf({ date, startsAt, endsAt, breaks, room }: Slot): SlotDraft {
  return {
    ...{ date, startsAt, endsAt, room: room ?? '', endIsSet: false, breaksAreSet: false },
    breaks: breaks.map(({ from, to }, key) => ({ key, from, to })),
  };
}

const lastMinute = 1440;

/** The draft with another start: what was not set by hand goes along, so that the session stays as long as it was. */
export function startingAt(draft: SlotDraft, startsAt: number | null, planned: Slot): SlotDraft {
  if (startsAt === null) return { ...draft, startsAt };
  const by = startsAt - planned.startsAt;
  const shifted = (minute: number): number => Math.min(lastMinute, minute + by);
  return {
    ...draft,
    startsAt,
    endsAt: draft.endIsSet ? draft.endsAt : shifted(planned.endsAt),
    breaks: draft.breaksAreSet
      ? draft.breaks
      : planned.breaks.map(({ from, to }, key) => ({ key, from: shifted(from), to: shifted(to) })),
  };
}

/** The slot as the command takes it; `undefined` while a time is missing. Empty breaks are left out. */
export function slotOf({ date, startsAt, endsAt, breaks, room }: SlotDraft): Slot | undefined {
  if (date === null || startsAt === null || endsAt === null) return undefined;
  const typed = breaks.filter(({ from, to }) => from !== null || to !== null);
  const whole = typed.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  if (whole.length < typed.length) return undefined;
  return {
    ...{ date, startsAt, endsAt, room: room.trim() === '' ? null : room.trim() },
    breaks: whole.sort((a, b) => a.from - b.from),
  };
}
