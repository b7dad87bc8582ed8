/**
 * Resolves in a task of its own, behind what waits: keys, drawing, answers. Timers that follow one another wait 4 ms
 * each; this does not.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Milliseconds after which even a busy window goes on with its checks. */
const longestWait = 1_000;

/** Resolves when the window has nothing to draw and no key to answer: for what nobody waits for. */
export function nextIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: longestWait });
  });
}
