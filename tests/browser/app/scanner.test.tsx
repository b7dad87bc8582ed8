import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import type { Scan } from '#renderer/ui/scanner/scan-recogniser.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { drawBadgeNumber, parseBadgeNumber } from '#shared/domain/badges/badge-number.ts';

const number = drawBadgeNumber((count) => Uint8Array.of(...Array.from({ length: count }, () => 7)));
let scans: Scan[] = [];
let searched: string[] = [];
let entered = 0;
let pressed = 0;
let unmount = (): void => undefined;

/** A desk: a search field that listens to every letter and to Enter, and a button. */
function Desk() {
  const [text, setText] = useState('');
  useScanner((scan) => scans.push(scan), { isCode: (code) => parseBadgeNumber(code) !== undefined });
  searched.push(text);
  return (
    <>
      <input
        aria-label="Suche"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') entered += 1;
        }}
      />
      <button type="button" onClick={() => (pressed += 1)}>
        Knopf
      </button>
    </>
  );
}

beforeEach(() => {
  [scans, searched, entered, pressed] = [[], [], 0, 0];
  const place = document.body.appendChild(document.createElement('main'));
  const root = createRoot(place);
  root.render(<Desk />);
  unmount = () => {
    root.unmount();
    place.remove();
  };
});
afterEach(() => unmount());

const field = page.getByLabelText('Suche');
let time = Date.now() / 1000;

/** Presses real keys, `gap` milliseconds apart by their time stamps. */
async function press(text: string, gap: number, end?: 'Enter'): Promise<void> {
  for (const key of [...text, ...(end ? [end] : [])]) {
    time = Math.max(time + gap / 1000, gap > 50 ? Date.now() / 1000 : 0);
    const code = /^\d$/.test(key) ? `Digit${key}` : key === ' ' ? 'Space' : key;
    const event = { key, code, timestamp: time };
    const typed = key === 'Enter' ? '\r' : key;
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: typed });
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}

it('gives a field back what was typed before a scan, and presses no Enter on it', async () => {
  await field.click();
  await press('moh', 150);
  await press(number, 6, 'Enter');
  await expect.poll(() => scans).toEqual([{ kind: 'code', text: number }]);
  await expect.element(field).toHaveValue('moh');
  expect(searched.at(-1)).toBe('moh');
  expect(entered).toBe(0);
  await press('a', 200);
  await press('', 300, 'Enter');
  await expect.element(field).toHaveValue('moha');
  expect(entered).toBe(1);
});

it('puts the text back around the caret and over a selection', async () => {
  await field.fill('Rahimi');
  const input = field.element() as HTMLInputElement;
  input.setSelectionRange(1, 3);
  await press(number, 6, 'Enter');
  await expect.element(field).toHaveValue('Rahimi');
  expect([input.selectionStart, input.selectionEnd]).toEqual([1, 3]);
});

it('presses no button that has the focus, whatever is scanned', async () => {
  const button = page.getByRole('button');
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await press(' ', 200);
  expect(pressed).toBe(1);
  await press(`a b c ${number}`, 6, 'Enter');
  await expect.poll(() => scans.length).toBe(1);
  expect(pressed).toBe(1);
});
