/** Sessions that can't both take place as planned: one room, one lead or one participant at the same time. */

/** A session with what it needs. `id` and `groupId` tell sessions apart. */
export interface OccupyingSession {
  readonly id: string;
  readonly groupId: string;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string | null;
  readonly lead: string | null;
  /** Of a session that is there already. */
  readonly groupName?: string;
}

export interface Clash<S extends OccupyingSession = OccupyingSession> {
  readonly session: S;
  readonly other: S;
  readonly room: boolean;
  readonly lead: boolean;
  /** People who are enrolled in both groups. */
  readonly participantIds: readonly string[];
}

/** Whether two texts name one room or one lead, however they are written. */
export const sameName = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The clashes of `sessions` with each other and with `others`, in order of time, each pair once. Sessions of one group
 * are left out: those are refused. `peopleOf` gives who is enrolled in a group.
 */
export function findClashes<S extends OccupyingSession>(
  sessions: readonly S[],
  others: readonly S[],
  peopleOf: (groupId: string) => ReadonlySet<string>,
): Clash<S>[] {
  const own = new Set(sessions.map(({ id }) => id));
  const byDay = Map.groupBy([...sessions, ...others.filter(({ id }) => !own.has(id))], ({ date }) => date);
  const found: Clash<S>[] = [];
  for (const session of sessions) {
    for (const other of byDay.get(session.date) ?? []) {
      if (other.id === session.id || other.groupId === session.groupId) continue;
      if (own.has(other.id) && other.id < session.id) continue;
      if (session.startsAt >= other.endsAt || other.startsAt >= session.endsAt) continue;
      const people = peopleOf(other.groupId);
      const participantIds = [...peopleOf(session.groupId)].filter((id) => people.has(id));
      const clash = {
        session,
        other,
        room: sameName(session.room, other.room),
        lead: sameName(session.lead, other.lead),
        participantIds,
      };
      if (clash.room || clash.lead || participantIds.length > 0) found.push(clash);
    }
  }
  return found.sort(
    (a, b) => a.session.date.localeCompare(b.session.date) || a.session.startsAt - b.session.startsAt,
  );
}
