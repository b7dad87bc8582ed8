import type { EventEmitter } from 'node:events';

/** Windows that are open, for `app.quit`, which asks each of them. */
export const openWindows = new Set<EventEmitter>();

/** Whether the window lets itself be closed (Electron's `close`). */
export function mayClose(window: EventEmitter): boolean {
  let prevented = false;
  window.emit('close', {
    preventDefault: () => {
      prevented = true;
    },
  });
  return !prevented;
}
