import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { useIdleLock } from '#renderer/app/open/use-idle-lock.ts';
import { defaultIdleMs } from '#renderer/vault/idle-lock.ts';

const place = document.body.appendChild(document.createElement('div'));
const root = createRoot(place);
afterEach(() => {
  root.unmount();
  vi.useRealTimers();
});

function Watched({ lock }: { readonly lock: () => void }) {
  return useIdleLock(lock) ?? 'active';
}

it('locks at the first key after a sleep, whose timers are late', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const lock = vi.fn();
  root.render(<Watched lock={lock} />);
  await expect.poll(() => place.textContent).toBe('active');
  vi.setSystemTime(Date.now() + defaultIdleMs - 1000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(lock).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + defaultIdleMs);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(lock).toHaveBeenCalled();
});
