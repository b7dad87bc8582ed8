/**
 * Tells a barcode scanner that types like a keyboard from a person who types. A scanner leaves a few milliseconds
 * between keys and ends with Enter or Tab; nobody types four keys and Enter with less than 35 ms between any two.
 * What is scanned comes from outside: it is bounded in length, never run, and keys with Ctrl or Alt in the middle of it
 * (control characters) reach nobody. It holds no text longer than a code and keeps none after its end.
 */

/** What is read of a key: the fields of a `keydown` event, and when it was pressed (ms). */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly at: number;
  /** With Ctrl, Alt or Meta, and not AltGr, which makes characters. */
  readonly command: boolean;
  readonly repeat: boolean;
}

export type Scan = { readonly kind: 'code'; readonly text: string } | { readonly kind: 'too-long' };

export interface KeyVerdict {
  /** The key begins a new run: what a field holds now is what it goes back to should the run be a scan. */
  readonly begins: boolean;
  /** Whether the key is kept from everyone else; `outside-fields`: unless it is typed into a text field. */
  readonly swallow: 'no' | 'outside-fields' | 'yes';
  /** With the characters that a person typed meanwhile; they stay. */
  readonly scanned?: { readonly scan: Scan; readonly typed: string };
}

export interface ScanOptions {
  /** At most this many milliseconds between two keys of a scanner. */
  readonly maxGapMs?: number;
  /** Fewer characters are no scan. */
  readonly minLength?: number;
  /** More characters are not kept. */
  readonly maxLength?: number;
  /** Whether a text is a code; tells it from characters that a person typed in the same moment. */
  readonly isCode?: (text: string) => boolean;
}

/** At the pace of a person, no more letters than this fall into the time of a scan. */
const mostTypedMeanwhile = 3;
const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'CapsLock',
  'AltGraph',
  'NumLock',
  'Control',
  'Alt',
]);
const pass: KeyVerdict = { begins: false, swallow: 'no' };

/** The digit of a key by its place, whatever the layout, Caps Lock or Num Lock makes of it. */
function digitByPlace(code: string): string | undefined {
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
}

/** The character that a key stands for in a scan; none for Enter, arrows and the like. */
function character({ key, code }: PressedKey): string | undefined {
  if ([...key].length === 1) return key;
  // Num Lock off makes arrows of the number pad's digits; input methods hide what a key is.
  const hidden = code.startsWith('Numpad') || key === 'Process' || key === 'Unidentified';
  return hidden ? digitByPlace(code) : undefined;
}

interface Run {
  text: string;
  /** The same by the keys' places, as long as every key is one of a digit. */
  digits: string | undefined;
  length: number;
  lastAt: number;
}

/** Takes out what a person typed into the scan, if that leaves a code. */
function withoutTyped(text: string, isCode: (text: string) => boolean): { code: string; typed: string } {
  const whole = { code: text, typed: '' };
  if (isCode(text)) return whole;
  for (let count = 1; count <= mostTypedMeanwhile; count += 1) {
    const [typed, code] = [text.slice(0, count), text.slice(count)];
    if (/^[\p{L}\d ]+$/u.test(typed) && isCode(code)) return { code, typed };
  }
  const letters = text.match(/\p{L}/gu) ?? [];
  const code = text.replace(/\p{L}/gu, '');
  return letters.length <= mostTypedMeanwhile && isCode(code) ? { code, typed: letters.join('') } : whole;
}

/** Makes a recogniser; give it every `keydown` in order. */
export function createScanRecogniser({
  maxGapMs = 35,
  minLength = 4,
  maxLength = 64,
  isCode = () => true,
}: ScanOptions = {}): (pressed: PressedKey) => KeyVerdict {
  let run: Run | undefined;
  let scannedAt = Number.NEGATIVE_INFINITY;

  const end = (ended: Run): KeyVerdict => {
    run = undefined;
    if (ended.length < minLength) return pass;
    scannedAt = ended.lastAt;
    if (ended.length > maxLength)
      return { begins: false, swallow: 'yes', scanned: { scan: { kind: 'too-long' }, typed: '' } };
    const { code, typed } = withoutTyped(ended.digits ?? ended.text, isCode);
    return { begins: false, swallow: 'yes', scanned: { scan: { kind: 'code', text: code }, typed } };
  };

  const add = (pressed: PressedKey, char: string): KeyVerdict => {
    const begins = run === undefined;
    run ??= { text: '', digits: '', length: 0, lastAt: pressed.at };
    run.length += 1;
    run.lastAt = pressed.at;
    if (run.length > maxLength) return { begins, swallow: 'yes' };
    run.text += char;
    const digit = digitByPlace(pressed.code);
    run.digits = digit === undefined || run.digits === undefined ? undefined : run.digits + digit;
    return { begins, swallow: begins ? 'no' : 'outside-fields' };
  };

  return (pressed) => {
    if (modifiers.has(pressed.key)) return pass;
    const quick = run !== undefined && pressed.at - run.lastAt <= maxGapMs;
    if (!quick || pressed.repeat) run = undefined;
    if (pressed.repeat) return pass;
    const ends = pressed.key === 'Enter' || pressed.key === 'Tab';
    if (ends && !pressed.command && run) return end({ ...run, lastAt: pressed.at });
    const char = pressed.command ? undefined : character(pressed);
    if (char !== undefined) return add(pressed, char);
    if (run && run.length > 1) {
      run.lastAt = pressed.at;
      return { begins: false, swallow: 'yes' };
    }
    run = undefined;
    // Scanners that end with a line feed as well must not press Enter on what the scan brought up.
    const followsScan = pressed.at - scannedAt <= maxGapMs;
    return followsScan && (ends || pressed.command) ? { begins: false, swallow: 'yes' } : pass;
  };
}
