import type { NamedWalkIn, UnlinkedSession } from '#shared/domain/attendance/unlinked.ts';

/** What is looked through: people known by name only, or sessions with people who were only counted. */
export type UnlinkedView = 'named' | 'counted';

/** One thing to find a person for. */
export interface UnlinkedItem extends UnlinkedSession {
  readonly key: string;
  /** `null`: somebody of those who were only counted. */
  readonly walkIn: NamedWalkIn | null;
}

/** Sessions of one day, with what is to be found in each. */
export interface UnlinkedDay {
  readonly day: string;
  readonly sessions: readonly (UnlinkedSession & { readonly items: readonly UnlinkedItem[] })[];
}

/** What there is to find a person for, session by session; without what is `gone` already. */
export function unlinkedDays(
  sessions: readonly UnlinkedSession[],
  view: UnlinkedView,
  gone: ReadonlySet<string>,
): readonly UnlinkedDay[] {
  const filled = sessions.flatMap((one) => {
    const items = itemsOf(one, view).filter(({ key }) => !gone.has(key));
    return items.length === 0 ? [] : [{ ...one, items }];
  });
  const byDay = Map.groupBy(filled, ({ session }) => session.date);
  return [...byDay].map(([day, found]) => ({ day, sessions: found }));
}

function itemsOf(one: UnlinkedSession, view: UnlinkedView): UnlinkedItem[] {
  if (view === 'named')
    return one.named.map((walkIn) => ({ ...one, key: `${one.session.id}/${walkIn.entryId}`, walkIn }));
  return one.sheet.heads > 0 ? [{ ...one, key: one.session.id, walkIn: null }] : [];
}

/** All items in the order in which they are shown. */
export function itemsIn(days: readonly UnlinkedDay[]): readonly UnlinkedItem[] {
  return days.flatMap(({ sessions }) => sessions.flatMap(({ items }) => items));
}

/** The item beside another in the list, round the end. */
export function itemBeside(
  items: readonly UnlinkedItem[],
  key: string | undefined,
  by: 1 | -1,
): UnlinkedItem | undefined {
  const at = items.findIndex((item) => item.key === key);
  if (at === -1) return items[0];
  return items[(at + by + items.length) % items.length];
}
