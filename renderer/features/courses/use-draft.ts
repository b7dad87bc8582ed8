/**
 * A form being filled in. Guarantees that nothing typed is lost: while it is saved, when a field is wrong and when the
 * write is refused, all values stay as they are; and that a second Enter during a write does not save twice.
 */
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { ZodType } from 'zod';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

export type FieldErrors<V> = Readonly<Partial<Record<keyof V, string>>>;

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
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState(noErrors<V>);
  const [failure, setFailure] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState(false);
  const busy = useRef(false);
  const failureText = useFailureText();
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [attempts]);

  const refuse = (refusal: Refusal): void => {
    const sentence = failureText(refusal);
    if (refusal.field !== undefined && refusal.field in values) {
      setErrors({ [refusal.field]: sentence } as FieldErrors<V>);
    } else setFailure(sentence);
    setAttempts((count) => count + 1);
  };
  const submit = async (): Promise<void> => {
    const found = check(values);
    setErrors(found);
    setFailure(undefined);
    if (Object.keys(found).length > 0) {
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
    set: (field, value) => {
      setChanged(true);
      setValues((before) => ({ ...before, [field]: value }));
      setErrors(({ [field]: _mended, ...others }) => others as FieldErrors<V>);
    },
    reset: (next) => {
      setChanged(false);
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

const noErrors = <V>(): FieldErrors<V> => ({}) as FieldErrors<V>;

/** The sentences of those fields that the record's own validator refuses. */
export function refusedFields<F extends string>(
  schema: ZodType,
  value: unknown,
  sentences: Readonly<Record<F, string>>,
): Partial<Record<F, string>> {
  const wrong = new Set(schema.safeParse(value).error?.issues.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(sentences).filter(([field]) => wrong.has(field))) as Partial<
    Record<F, string>
  >;
}

/** A typed text as a record has it: trimmed, `null` if empty. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A typed whole number; `NaN`, which every validator refuses, if it is none. */
export const wholeNumber = (text: string): number =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
