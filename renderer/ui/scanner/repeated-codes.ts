/** Milliseconds that a code must have been out of sight before it counts again. */
const outOfSightMs = 2000;

/**
 * Tells a code that is shown from one that is still being shown: a badge held before a camera is seen ten times a
 * second and counts once, until it has been out of sight for two seconds.
 */
export function createRepeatFilter(): (text: string, at: number) => boolean {
  const seen = new Map<string, number>();
  return (text, at) => {
    for (const [other, last] of seen) if (at - last >= outOfSightMs) seen.delete(other);
    const isNew = !seen.has(text);
    seen.set(text, at);
    return isNew;
  };
}
