import type { AppServices } from '#shared/ports/app-services.ts';
import { emptyDraft, type PersonDraft } from './person-draft.ts';

/** A walk-in's name as the form begins with it: the last word as the family name, `Family, Given` as it says. */
export function draftOfName(name: string): PersonDraft {
  const comma = name.split(',').map((part) => part.trim());
  const [family, given] = comma;
  if (comma.length === 2 && family && given) return { ...emptyDraft, given, family };
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.length < 2) return { ...emptyDraft, given: last };
  return { ...emptyDraft, given: words.slice(0, -1).join(' '), family: last };
}

/** The form as it begins where another screen already knew the name (`{ name }`, which no address carries). */
export function namedBefore(state: unknown): PersonDraft {
  const named = typeof state === 'object' && state !== null && 'name' in state ? state.name : undefined;
  return typeof named === 'string' ? draftOfName(named) : emptyDraft;
}

/** Somebody who walked in and is created from their name: where they are named, and where to go back to. */
export interface WalkInOrigin {
  readonly sessionId: string;
  readonly entryId: string;
  /** The screen on which the person is linked; without one it leaves the name as it is. */
  backTo(personId?: string): string;
}

/** Reads the address; ids only, the name is in the sheet. */
export function walkInOrigin(query: URLSearchParams): WalkInOrigin | undefined {
  const [sessionId, entryId] = [query.get('session'), query.get('entry')];
  if (sessionId === null || entryId === null) return undefined;
  const fromSession = query.get('from') === 'session';
  return {
    sessionId,
    entryId,
    backTo: (personId) => {
      const ids = new URLSearchParams({
        ...(fromSession ? {} : { session: sessionId }),
        entry: entryId,
        ...(personId === undefined ? {} : { person: personId }),
      });
      return `${fromSession ? `/sessions/${sessionId}` : '/attendance/walk-ins'}?${ids.toString()}`;
    },
  };
}

/** The name of somebody who walked in; empty if the entry is gone. */
export async function walkInName(
  { records }: Pick<AppServices, 'records'>,
  { sessionId, entryId }: WalkInOrigin,
): Promise<string> {
  return (await records.get('attendanceSheet', sessionId))?.entries[entryId]?.name ?? '';
}
