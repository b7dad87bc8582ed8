/**
 * A form being filled in. Guarantees that nothing typed is lost: when the app is locked, while it is saved, when a field is wrong and when the
 * write is refused, all values stay as they are; and that a second Enter during a write does not save twice.
 */
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { ZodType } from 'zod';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useBegunEntry, useTakenEntry } from '#renderer/services/use-begun-entry.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

/** Sentences by field; what lies in a list has a path, `modules.2.title`. */
export type FieldErrors<V> = Readonly<Partial<Record<keyof V | `${string}.${string}`, string>>>;

interface DraftOptions<V, O> {
  readonly initial: V;
  /** Sentences for the fields that are wrong; none if the values can be sent. */
  readonly check: (values: V) => FieldErrors<V>;
  readonly save: (values: V) => Promise<Result<O, Refusal>>;
  readonly onSaved: (output: O, values: V) => void;
}

export interface Draft<V> {
  readonly values: V;
  readonly errors: FieldErrors<V>;
  /** A field is marked. */
  readonly wrong: boolean;
  /** Why it was not saved, where no field is to blame. */
  readonly failure: string | undefined;
  readonly saving: boolean;
  /** Something was typed that leaving would lose. */
  readonly changed: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  set<K extends keyof V>(field: K, value: V[K]): void;
  /** Replaces all values, for the next one of a row. */
  reset(values: V): void;
  onSubmit(event?: FormEvent): void;
}

/** Keeps the values of a form, checks them when it is sent, and brings the focus to the first field that is wrong. */
export function useDraft<V extends object, O>({
  initial,
  check,
  save,
  onSaved,
}: DraftOptions<V, O>): Draft<V> {
  const taken = useTakenEntry<V>();
  const [values, setValues] = useState(taken ?? initial);
  const [errors, setErrors] = useState(noErrors<V>);
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState(taken !== undefined);
  const busy = useRef(false);
  const failureText = useFailureText();
  useBegunEntry(values, changed);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>(firstWrong)?.focus();
  }, [attempts]);

  const refuse = (refusal: Refusal): void => {
    const sentence = failureText(refusal);
    if (refusal.field !== undefined && fieldOf(refusal.field) in values) {
      setErrors({ [refusal.field]: sentence } as FieldErrors<V>);
    } else setFailure(sentence);
    setAttempts((count) => count + 1);
  };
  const submit = async (): Promise<void> => {
    const found = check(values);
    // A day that can't be read is none in the values; only its field knows.
    const readable = form.current?.checkValidity() ?? true;
    setErrors(found);
    setUnreadable(!readable);
    setFailure(undefined);
    if (Object.keys(found).length > 0 || !readable) {
      setAttempts((count) => count + 1);
      return;
    }
    setSaving(true);
    const answer = await save(values);
    setSaving(false);
    if (answer.ok) onSaved(answer.value, values);
    else refuse(answer.error);
  };
  return {
    ...{ values, errors, failure, saving, changed, form },
    wrong: unreadable || Object.keys(errors).length > 0,
    set: (field, value) => {
      setChanged(true);
      setUnreadable(false);
      setValues((before) => ({ ...before, [field]: value }));
      setErrors((before) => without(before, field));
    },
    reset: (next) => {
      setChanged(false);
      setUnreadable(false);
      setValues(next);
      setErrors(noErrors<V>());
    },
    onSubmit: (event) => {
      event?.preventDefault();
      if (busy.current) return;
      busy.current = true;
      void submit().finally(() => {
        busy.current = false;
      });
    },
  };
}

/** A field that is wrong; buttons can't be `aria-invalid`. */
const firstWrong = '[aria-invalid=true], [data-invalid=true]';

const noErrors = <V>(): FieldErrors<V> => ({}) as FieldErrors<V>;

/** The field of the form that a path lies in. */
const fieldOf = (path: string): string => path.split('.')[0] ?? path;

/** The sentences without those of a field and of what lies in it. */
const without = <V>(errors: FieldErrors<V>, field: PropertyKey): FieldErrors<V> =>
  Object.fromEntries(Object.entries(errors).filter(([path]) => fieldOf(path) !== field)) as FieldErrors<V>;

/** The sentences of those fields that the record's own validator refuses. */
export function refusedFields<F extends string>(
  schema: ZodType,
  value: unknown,
  sentences: Readonly<Record<F, string>>,
): Partial<Record<F, string>> {
  const wrong = new Set(refusedPaths(schema, value).map(([field]) => field));
  return Object.fromEntries(Object.entries(sentences).filter(([field]) => wrong.has(field))) as Partial<
    Record<F, string>
  >;
}

/** Where the record's own validator refuses a value. */
export function refusedPaths(schema: ZodType, value: unknown): readonly (readonly PropertyKey[])[] {
  return schema.safeParse(value).error?.issues.map(({ path }) => path) ?? [];
}

/** A typed text as a record has it: trimmed, `null` if empty. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A typed whole number; `NaN`, which every validator refuses, if it is none. */
export const wholeNumber = (text: string): number =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
