import { parseTypedTime } from '#shared/domain/calendar/dates.ts';
import type { TimedMark } from './mark-change.ts';

interface Times {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Minutes late or left early, with the time of day (minutes since midnight) at which somebody came or went. */
export interface TypedMinutes {
  readonly minutes: number;
  readonly at: number;
  /** Whether the time of day was typed, or the minutes. */
  readonly asTime: boolean;
}

/** When somebody came who was so many minutes late, or went who left so many minutes early. */
function comeOrGone(minutes: number, kind: TimedMark, { startsAt, endsAt }: Times): number {
  return kind === 'late' ? startsAt + minutes : endsAt - minutes;
}

/**
 * Reads minutes (`20`, `20 Min.`) or the time of day at which somebody came or went (`9:20`, `920`, `9 Uhr`). Three
 * digits or more are a time of day if the session is on at that time, else minutes. `undefined` if it is neither, or
 * more than the session has.
 */
export function readTypedMinutes(text: string, kind: TimedMark, session: Times): TypedMinutes | undefined {
  const typed = text.trim().toLowerCase();
  const length = session.endsAt - session.startsAt;
  const time = /^\d{1,2}$|min/.test(typed) ? undefined : parseTypedTime(typed);
  if (time !== undefined && time >= session.startsAt && time <= session.endsAt) {
    const minutes = kind === 'late' ? time - session.startsAt : session.endsAt - time;
    return { minutes, at: time, asTime: true };
  }
  const digits = /^(\d{1,4})(\s*min\.?)?$/.exec(typed)?.[1];
  const minutes = digits === undefined ? Number.NaN : Number(digits);
  return minutes <= length ? { minutes, at: comeOrGone(minutes, kind, session), asTime: false } : undefined;
}
