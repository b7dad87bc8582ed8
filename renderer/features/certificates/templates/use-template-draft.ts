/**
 * A template being written. Guarantees that nothing typed is lost: when the app is locked, while it is saved, when a
 * field is wrong and when the write is refused, everything stays as it is.
 */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useBegunEntry, useTakenEntry } from '#renderer/services/use-begun-entry.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import { type DraftProblem, draftProblems, type TemplateDraft } from './template-draft.ts';

export interface TemplateEditing {
  readonly draft: TemplateDraft;
  /** The problem at a place that is to be shown there. */
  readonly problemAt: (path: string) => DraftProblem | undefined;
  /** Nothing is wrong with it. */
  readonly isRight: boolean;
  /** It was tried to save it while something was wrong. */
  readonly isRefused: boolean;
  readonly failure: string | undefined;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly rename: (name: string) => void;
  readonly change: (part: (content: TemplateContent) => Partial<TemplateContent>) => void;
  readonly save: () => Promise<boolean>;
}

interface Options<O> {
  readonly initial: TemplateDraft;
  readonly write: (draft: TemplateDraft) => Promise<Result<O, Refusal>>;
  readonly onSaved: (output: O, draft: TemplateDraft) => void;
}

/** What is said only when it is to be saved: a field that is still to be filled in is no mistake. */
const saidLater = new Set<DraftProblem['problem']>(['empty', 'blocks', 'rows', 'no-name']);

export function useTemplateDraft<O>({ initial, write, onSaved }: Options<O>): TemplateEditing {
  const taken = useTakenEntry<TemplateDraft>();
  const [draft, setDraft] = useState(taken ?? initial);
  const [isTried, setTried] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [failure, setFailure] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const failureText = useFailureText();
  useBegunEntry(draft, draft !== initial);
  const problems = useMemo(() => draftProblems(draft), [draft]);
  useEffect(() => {
    if (attempts > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid=true]')?.focus();
  }, [attempts]);
  const save = async (): Promise<boolean> => {
    if (busy.current) return false;
    setTried(true);
    setFailure(undefined);
    if (problems.length > 0) {
      setAttempts((count) => count + 1);
      return false;
    }
    busy.current = true;
    setSaving(true);
    const answer = await write(draft);
    busy.current = false;
    setSaving(false);
    if (answer.ok) onSaved(answer.value, draft);
    else setFailure(failureText(answer.error));
    return answer.ok;
  };
  return {
    ...{ draft, failure, isSaving, form, save },
    problemAt: (path) =>
      problems.find((one) => one.path === path && (isTried || !saidLater.has(one.problem))),
    isRight: problems.length === 0,
    isRefused: isTried && problems.length > 0,
    isChanged: draft !== initial,
    rename: (name) => setDraft((before) => ({ ...before, name })),
    change: (part) =>
      setDraft((before) => ({ ...before, content: { ...before.content, ...part(before.content) } })),
  };
}
