import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import type { AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Session } from '#shared/domain/records/session.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { createRollCall, type RollCall } from './roll-call.ts';

/** Somebody in the roll call. */
export interface Attendee {
  readonly person: PersonEntry;
  readonly enrolled: boolean;
}

interface SessionView {
  /** `undefined` while it is read, `null` if there is no such session. */
  readonly session: Session | null | undefined;
  /** Everybody with a place on the day and whoever is recorded without one, by name. */
  readonly attendees: readonly Attendee[] | undefined;
  readonly sheet: AttendanceSheet | undefined;
  readonly rollCall: RollCall;
}

/** A session that is there, when all of it is read. */
export interface OpenedSession extends SessionView {
  readonly session: Session;
  readonly attendees: readonly Attendee[];
}

const rollCalls = new WeakMap<AppServices, Map<string, RollCall>>();

/** The session's roll call of this unlock; one that has pending or failed marks is found again on coming back. */
function rollCallOf(services: AppServices, sessionId: string): RollCall {
  const known = rollCalls.get(services) ?? new Map<string, RollCall>();
  rollCalls.set(services, known);
  const { commands, clock, signedIn } = services;
  const rollCall =
    known.get(sessionId) ??
    createRollCall({
      write: (marks, reason) =>
        commands.execute('attendance.record', { sessionId, marks: [...marks], reason }),
      now: clock.now,
      accountId: signedIn.accountId,
    });
  known.set(sessionId, rollCall);
  return rollCall;
}

const nobody: ReadonlySet<string> = new Set();

/** People with a place on the session's day. The same set until places change. */
function usePlaces(session: Session | null | undefined): ReadonlySet<string> {
  const { directory } = useServices();
  const places = useEntries('enrolment');
  const [groupId, date] = [session?.groupId, session?.date];
  // biome-ignore lint/correctness/useExhaustiveDependencies: `places` is what `enrolmentsOf` reads from
  return useMemo(() => {
    if (groupId === undefined || date === undefined) return nobody;
    return expectedOn(date, directory.enrolmentsOf('groupId', groupId));
  }, [directory, places, groupId, date]);
}

/** A session, who is expected at it in the order of the list, and its roll call. */
export function useSession(sessionId: string): SessionView {
  const services = useServices();
  const { records, directory } = services;
  const rollCall = rollCallOf(services, sessionId);
  const base = useLoaded(['session'], async () => ({ session: await records.get('session', sessionId) }), [
    sessionId,
  ]);
  const read = useLoaded(
    ['attendanceSheet'],
    async () => ({ sheet: await records.get('attendanceSheet', sessionId) }),
    [sessionId],
  );
  const session = base && (base.session?.withdrawn ? null : (base.session ?? null));
  // Before the first paint, so that nobody who is recorded is shown as not recorded.
  useLayoutEffect(() => {
    if (read) rollCall.setSheet(read.sheet);
  }, [read, rollCall]);
  const places = usePlaces(session);
  const people = useEntries('participant');
  // As a text, so that a mark of somebody with a place renders no more than their row.
  const others = useSyncExternalStore(rollCall.subscribe, () =>
    rollCall
      .recorded()
      .filter((id) => !places.has(id))
      .join(' '),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `people` is what `directory.get` reads from
  const attendees = useMemo(() => {
    if (!session || !read) return undefined;
    const withoutPlace = others === '' ? [] : others.split(' ');
    return [...places, ...withoutPlace]
      .flatMap((id): Attendee[] => {
        const person = directory.get('participant', id);
        return person ? [{ person, enrolled: places.has(id) }] : [];
      })
      .sort((a, b) => byListName(a.person, b.person));
  }, [session, read === undefined, places, others, people, directory]);
  return { session, attendees, sheet: read?.sheet, rollCall };
}
