/** Does the desk's tasks: one write each, by the same commands as everywhere else. */
import { lateAfter } from '#shared/domain/attendance/arrival.ts';
import { entryOf } from '#shared/domain/attendance/marks.ts';
import { localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { SessionEntry } from '#shared/domain/directory.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { Deed } from './desk-log.ts';
import type { Recorded } from './desk-state.ts';

type Services = Pick<AppServices, 'commands' | 'records' | 'workstationId'>;

/** An answer also where the app could not even ask. */
async function answered<T>(ask: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await ask();
  } catch {
    return err({ code: 'write.failed' });
  }
}

/** Heads are counted for each workstation: what this one counted so far, and the step. */
async function count(services: Services, sessionId: string, by: number): Promise<Result<unknown, Refusal>> {
  const sheet = await services.records.get('attendanceSheet', sessionId);
  const people = (sheet?.headCounts[services.workstationId] ?? 0) + by;
  if (people < 0) return err({ code: 'desk.none-counted-here' });
  return services.commands.execute('attendance.count', { sessionId, people, reason: null });
}

/** Records a deed. */
export function record(services: Services, deed: Deed): Promise<Result<Recorded, Refusal>> {
  const { who, sessionId, at, mark, overCapacity } = deed;
  const { commands } = services;
  return answered(async (): Promise<Result<Recorded, Refusal>> => {
    if (who.kind === 'heads') {
      const answer = await count(services, sessionId, who.by);
      return answer.ok ? ok({ already: false, mark, undo: { kind: 'heads' } }) : answer;
    }
    if (who.kind === 'name') {
      const input = { sessionId, entryId: null, name: who.name, ...mark, reason: null };
      const answer = await commands.execute('attendance.walkIn', input);
      if (!answer.ok) return answer;
      return ok({ already: false, mark, undo: { kind: 'name', entryId: answer.value.entryId } });
    }
    const input = { sessionId, participantId: who.id, at, entryId: null, via: 'desk', overCapacity } as const;
    const answer = await commands.execute('attendance.checkIn', { ...input, reason: null });
    if (!answer.ok) return answer;
    const { already, previous, ...made } = answer.value;
    const early = already ? previous.early : null;
    const undo = { kind: 'person', previous } as const;
    return ok({ already, mark: { mark: made.mark, late: made.late, early }, undo });
  });
}

/** Takes a deed back that was recorded. What somebody changed since stays as it is. */
export function takeBack(services: Services, deed: Deed): Promise<Result<unknown, Refusal>> {
  const { who, sessionId, undo, mark } = deed;
  const { commands, records } = services;
  return answered(async () => {
    if (undo?.kind === 'person') {
      const { previous } = undo;
      const now = entryOf(await records.get('attendanceSheet', sessionId), previous.participantId);
      const same = now?.mark === mark.mark && now.late === mark.late && now.early === mark.early;
      if (!same) return err({ code: 'desk.changed-since' });
      return commands.execute('attendance.record', { sessionId, marks: [previous], reason: null });
    }
    if (undo?.kind === 'name' && who.kind === 'name') {
      const cleared = { mark: 'not-recorded', late: null, early: null } as const;
      const input = { sessionId, entryId: undo.entryId, name: who.name, ...cleared, reason: null };
      return commands.execute('attendance.walkIn', input);
    }
    return who.kind === 'heads' ? count(services, sessionId, -who.by) : ok(undefined);
  });
}

/**
 * Since when somebody is in a session (ISO instant). Late minutes say it; else the time of the entry, unless that was
 * made so much later that it says nothing (a kiosk's, taken over afterwards).
 */
export async function thereSince(
  { records }: Pick<AppServices, 'records'>,
  { id, date, startsAt }: SessionEntry,
  personId: string,
): Promise<string | undefined> {
  const entry = entryOf(await records.get('attendanceSheet', id), personId);
  if (!entry) return undefined;
  if (entry.late !== null) {
    const start = new Date(`${date}T00:00:00`);
    start.setMinutes(startsAt + entry.late);
    return start.toISOString();
  }
  const made = new Date(entry.recordedAt);
  return localDay(made) === date && minuteOfDay(made) <= startsAt + lateAfter ? entry.recordedAt : undefined;
}
