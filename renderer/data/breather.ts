/** So long the window may be held up by work in slices (milliseconds). */
const sliceMs = 12;

/** Lets the window draw when it has been held up for a slice; to be awaited between small pieces of work. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
