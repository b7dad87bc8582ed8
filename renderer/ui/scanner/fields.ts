/** A text field as it was before a scanner typed into it. */
export interface FieldBefore {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const withText: ReadonlySet<string> = new Set([
  'text',
  'search',
  'tel',
  'url',
  'password',
  'email',
  'number',
]);

/** The text field that an event goes to. */
export function textField(target: EventTarget | null): FieldBefore['field'] | undefined {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && withText.has(target.type) ? target : undefined;
}

/** Remembers what a field holds and where its caret is. */
export function remember(field: FieldBefore['field']): FieldBefore {
  const { value: text } = field;
  return {
    field,
    text,
    start: field.selectionStart ?? text.length,
    end: field.selectionEnd ?? text.length,
  };
}

/** Puts a field's text back, with `typed` at its caret, so that whoever listens to the field hears of it. */
export function putBack({ field, text, start, end }: FieldBefore, typed: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  // React watches the element's own setter and would take the change for its own.
  const setter = Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set;
  setter?.call(field, typed === '' ? text : text.slice(0, start) + typed + text.slice(end));
  // Some kinds of field have no caret to set.
  if (field.selectionStart !== null) {
    const caret = start + typed.length;
    field.setSelectionRange(typed === '' ? start : caret, typed === '' ? end : caret);
  }
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
