/** A value as JSON, the same whatever the order in which its fields were written. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Whether two values are the same as JSON. Nearly always their fields stand in one order, which is told sooner. */
export function sameJson(one: unknown, other: unknown): boolean {
  return (
    one === other ||
    JSON.stringify(one) === JSON.stringify(other) ||
    canonicalJson(one) === canonicalJson(other)
  );
}
