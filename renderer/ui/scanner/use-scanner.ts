import { useEffect, useRef } from 'react';
import { type FieldBefore, putBack, remember, textField } from './fields.ts';
import { createScanRecogniser, type PressedKey, type Scan, type ScanOptions } from './scan-recogniser.ts';

function pressedKey(event: KeyboardEvent): PressedKey {
  const { key, code, repeat, ctrlKey, altKey, metaKey, timeStamp: at } = event;
  // The time stamp is the system's: keys keep their distance however busy the window is.
  const command = (ctrlKey || altKey || metaKey) && !event.getModifierState('AltGraph');
  return { key, code, at, command, repeat };
}

/**
 * Listens for a scanner anywhere in the window. Typing goes where it belongs; after a scan the fields that it was typed
 * into hold what they held before. `onScan` is called within the key press. The options are read once.
 */
export function useScanner(onScan: (scan: Scan) => void, options?: ScanOptions): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  const firstOptions = useRef(options);
  useEffect(() => {
    const recognise = createScanRecogniser(firstOptions.current);
    let before: FieldBefore[] = [];
    const onKey = (event: KeyboardEvent): void => {
      const field = textField(event.target);
      const verdict = recognise(pressedKey(event));
      if (verdict.begins) before = [];
      const inRun = verdict.begins || verdict.swallow !== 'no';
      // The focus may move on in the middle of a scan.
      if (field && inRun && !before.some((one) => one.field === field)) before.push(remember(field));
      if (verdict.swallow === 'yes' || (verdict.swallow === 'outside-fields' && !field)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (!verdict.scanned) return;
      const { scan, typed } = verdict.scanned;
      const last = before.findLast((one) => one.field.isConnected);
      for (const one of before) if (one.field.isConnected) putBack(one, one === last ? typed : '');
      before = [];
      latest.current(scan);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
