import type { PersonDraft } from './person-draft.ts';

/** What was typed in a form that someone left, by the form's address: offered back, in memory only. */
const drafts = new Map<string, PersonDraft>();

export function keepDraft(address: string, draft: PersonDraft): void {
  drafts.set(address, draft);
}

/** The draft that was kept for the form, once. */
export function takeDraft(address: string): PersonDraft | undefined {
  const draft = drafts.get(address);
  drafts.delete(address);
  return draft;
}
