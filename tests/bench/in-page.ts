/** Measured inside the window, where a person's keys arrive; each function is serialised and stands alone. */

/** What is typed into a field, and what of the page tells that it arrived. */
export interface Typing {
  readonly field: string;
  readonly watched: string;
  readonly texts: readonly string[];
}

/** Milliseconds from each input event to the change of the watched part; a text that changes nothing is left out. */
export async function typingTimes({ field, watched, texts }: Typing): Promise<number[]> {
  const input = document.querySelector<HTMLInputElement>(field);
  const target = document.querySelector(watched);
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  if (!input || !target || !set) throw new Error('The field or what it changes is not there.');
  const times: number[] = [];
  for (const text of texts) {
    const changed = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(performance.now());
      });
      const timer = setTimeout(() => {
        observer.disconnect();
        resolve(Number.NaN);
      }, 500);
      observer.observe(target, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    const begun = performance.now();
    set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const time = (await changed) - begun;
    if (!Number.isNaN(time)) times.push(time);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
  }
  return times;
}

/** Milliseconds from a click on `link` until `count` elements match `rows`. */
export async function openingTime({
  link,
  rows,
  count,
}: {
  link: string;
  rows: string;
  count: number;
}): Promise<number> {
  const target = document.querySelector<HTMLElement>(link);
  if (!target) throw new Error('The link is not there.');
  const begun = performance.now();
  target.click();
  for (;;) {
    if (document.querySelectorAll(rows).length >= count) return performance.now() - begun;
    if (performance.now() - begun > 20_000) throw new Error('The list did not open.');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** For each key: milliseconds until the row's mark is in the page, and until it is saved. */
export async function markTimes({
  keys,
}: {
  keys: readonly string[];
}): Promise<{ marked: number[]; saved: number[] }> {
  const marked: number[] = [];
  const saved: number[] = [];
  for (const key of keys) {
    const row = document.activeElement?.closest<HTMLElement>('[data-person]');
    if (!row) throw new Error('No row of the roll call has the focus.');
    const id = row.dataset.person ?? '';
    const current = (): HTMLElement | null => document.querySelector(`[data-person="${id}"]`);
    const times = new Promise<{ marked: number; saved: number }>((resolve, reject) => {
      const begun = performance.now();
      let first = Number.NaN;
      const observer = new MutationObserver(() => {
        const saving = current()?.querySelector<HTMLElement>('[data-saving]')?.dataset.saving;
        if (saving !== undefined && Number.isNaN(first)) first = performance.now() - begun;
        if (saving !== 'saved' || Number.isNaN(first)) return;
        observer.disconnect();
        resolve({ marked: first, saved: performance.now() - begun });
      });
      observer.observe(document.body, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      });
      setTimeout(() => reject(new Error('A mark was not saved.')), 10_000);
      row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    const { marked: m, saved: s } = await times;
    marked.push(m);
    saved.push(s);
  }
  return { marked, saved };
}

/** Codes as a scanner types them at the desk. */
interface Scanning {
  readonly codes: readonly string[];
  /** From the beginning of one code to that of the next. */
  readonly everyMs: number;
}

/**
 * For each code: milliseconds from its Enter until the desk's log shows it as saved. Each code must be somebody's who
 * has a place in a session that is on.
 */
export async function scanTimes({ codes, everyMs }: Scanning): Promise<number[]> {
  const keyOf = (line: Element): number => Number((line as HTMLElement).dataset.key);
  const lines = (): Element[] => [...document.querySelectorAll('[data-log]')];
  const first = Math.max(0, ...lines().map(keyOf)) + 1;
  const entered = new Map<number, number>();
  const times = new Map<number, number>();
  const look = (): void => {
    for (const line of lines()) {
      const begun = entered.get(keyOf(line));
      const isSaved = ['done', 'late'].includes((line as HTMLElement).dataset.log ?? '');
      if (begun !== undefined && isSaved && !times.has(keyOf(line)))
        times.set(keyOf(line), performance.now() - begun);
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  const keyOn = (key: string): KeyboardEvent => {
    const code = key === 'Enter' ? key : `Digit${key}`;
    const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
    // A clock that a test has set stamps an event when its stamp is first read.
    Reflect.get(event, 'timeStamp');
    return event;
  };
  const send = (event: KeyboardEvent): void => {
    const target = document.activeElement ?? document.body;
    if (target.dispatchEvent(event) && event.key !== 'Enter')
      document.execCommand('insertText', false, event.key);
  };
  const nextTask = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  for (const [place, code] of codes.entries()) {
    const begun = performance.now();
    // Stamped when they are pressed, as the system stamps real keys, however busy the window is.
    const digits = [...code].map(keyOn);
    const enter = keyOn('Enter');
    for (const digit of digits) {
      send(digit);
      await nextTask();
    }
    entered.set(first + place, performance.now());
    send(enter);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + everyMs - performance.now())));
  }
  const deadline = performance.now() + 10_000;
  while (times.size < codes.length && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 5));
  observer.disconnect();
  if (times.size < codes.length) throw new Error(`Only ${times.size} of ${codes.length} scans were saved.`);
  return [...times.values()];
}
