interface Round {
  /** In the order of the list. */
  readonly ids: readonly string[];
  /** Whether nothing is recorded of somebody. */
  readonly isOpen: (id: string) => boolean;
  /** How often somebody was left open in this round. */
  readonly left: ReadonlyMap<string, number>;
}

/** How often somebody comes before the round ends with their line open. */
const turns = 2;

/**
 * Who comes after `current` when people are called one at a time: the next one who is open, from the end on to the
 * start. Whoever was left open comes once more after all others; `undefined` when nobody is to come any more.
 */
export function nextPerson({ ids, isOpen, left }: Round, current: string): string | undefined {
  const at = ids.indexOf(current);
  const round = [...ids.slice(at + 1), ...ids.slice(0, at + 1)].filter(isOpen);
  const times = (id: string): number => left.get(id) ?? 0;
  const fewest = Math.min(...round.map(times));
  return fewest < turns ? round.find((id) => times(id) === fewest) : undefined;
}
