import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { WayBackToKiosk } from '#renderer/app/kiosk/WayBackToKiosk.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';

const place = document.body.appendChild(document.createElement('div'));
const root = createRoot(place);
afterEach(() => {
  root.unmount();
  vi.useRealTimers();
});

it('goes back to the kiosk after thirty seconds without a sign of a person', async () => {
  await setupI18n('de');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const back = vi.fn();
  flushSync(() => root.render(<WayBackToKiosk onBack={back} />));
  await vi.advanceTimersByTimeAsync(29_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(back).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(back).toHaveBeenCalledOnce();
});
