import { useEffect, useMemo, useState } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { loadUnlinked, unlinkedDays as lookedAtFirst } from '#shared/domain/attendance/unlinked.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import {
  itemsIn,
  type UnlinkedDay,
  type UnlinkedItem,
  type UnlinkedView,
  unlinkedDays,
} from './unlinked-items.ts';

/** How many days more are looked at when older ones are asked for. */
const olderDays = 91;

export interface Unlinked {
  /** `undefined` while they are read. */
  readonly days: readonly UnlinkedDay[] | undefined;
  readonly items: readonly UnlinkedItem[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<UnlinkedView, number>>;
  /** First day that is looked at. */
  readonly from: string;
  /** Looks further back; missing where no group had begun before. */
  readonly older: (() => void) | undefined;
  /** Takes an item off the screen while its write is on the way, or puts it back. */
  hide(key: string, hidden: boolean): void;
}

/** How far back somebody looked last; who comes back from creating a person finds the same list. */
let lookedBackTo: string | undefined;

/** People of the last weeks whose persons are not found yet. */
export function useUnlinked(view: UnlinkedView): Unlinked {
  const services = useServices();
  const today = services.clock.today();
  const usual = addDays(today, -lookedAtFirst);
  const [from, setFrom] = useState(lookedBackTo !== undefined && lookedBackTo < usual ? lookedBackTo : usual);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const groups = useEntries('courseGroup');
  const loaded = useLoaded(['session', 'attendanceSheet'], () => loadUnlinked(services, from, today), [
    from,
    today,
  ]);
  useEffect(() => {
    // What is stored no longer needs to be hidden: should the link be taken back elsewhere, it is there again.
    const there = new Set(
      (loaded ?? []).flatMap((one) => itemsIn(unlinkedDays([one], 'named', new Set()))).map(({ key }) => key),
    );
    setGone((before) => {
      const still = [...before].filter((key) => there.has(key));
      return still.length === before.size ? before : new Set(still);
    });
  }, [loaded]);
  const days = useMemo(() => loaded && unlinkedDays(loaded, view, gone), [loaded, view, gone]);
  const counts = useMemo(
    () => ({
      named: itemsIn(unlinkedDays(loaded ?? [], 'named', gone)).length,
      counted: (loaded ?? []).reduce((sum, { sheet }) => sum + sheet.heads, 0),
    }),
    [loaded, gone],
  );
  const isMore = groups.some(({ startsOn }) => startsOn < from);
  return {
    ...{ days, counts, from },
    items: useMemo(() => itemsIn(days ?? []), [days]),
    older: isMore
      ? () => {
          lookedBackTo = addDays(from, -olderDays);
          setFrom(lookedBackTo);
        }
      : undefined,
    hide: (key, hidden) =>
      setGone((before) => {
        const next = new Set(before);
        if (hidden) next.add(key);
        else next.delete(key);
        return next;
      }),
  };
}
