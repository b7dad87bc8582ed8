import { useLayoutEffect, useMemo } from 'react';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { sessionRoster } from '#shared/domain/attendance/roster.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
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
  readonly attendees: readonly Attendee[] | undefined;
  readonly rollCall: RollCall;
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
      write: (marks) => commands.execute('attendance.record', { sessionId, marks: [...marks] }),
      now: clock.now,
      accountId: signedIn.accountId,
    });
  known.set(sessionId, rollCall);
  return rollCall;
}

const collator = new Intl.Collator('de', { sensitivity: 'base' });

/** A session, who is expected at it in the order of the list, and its roll call. */
export function useSession(sessionId: string): SessionView {
  const services = useServices();
  const { records, directory } = services;
  const rollCall = rollCallOf(services, sessionId);
  const base = useLoaded(['session', 'enrolment', 'participant'], async () => {
    const session = await records.get('session', sessionId);
    if (!session) return { session: null, enrolments: [] };
    const enrolments = await records.where('enrolment', 'groupId', session.groupId);
    return { session, enrolments: enrolments.map(({ value }): Enrolment => value) };
  }, [sessionId]);
  const read = useLoaded(
    ['attendanceSheet'],
    async () => ({ sheet: await records.get('attendanceSheet', sessionId) }),
    [sessionId],
  );
  // Before the first paint, so that nobody who is recorded is shown as not recorded.
  useLayoutEffect(() => {
    if (read) rollCall.setSheet(read.sheet);
  }, [read, rollCall]);
  const attendees = useMemo(() => {
    if (!base?.session || !read) return undefined;
    const found = sessionRoster(base.session.date, base.enrolments, read.sheet).flatMap(
      ({ participantId, enrolled }) => {
        const person = directory.get('participant', participantId);
        return person ? [{ person, enrolled }] : [];
      },
    );
    return found.sort((a, b) => collator.compare(listName(a.person), listName(b.person)));
  }, [base, read, directory]);
  return { session: base?.session, attendees, rollCall };
}
