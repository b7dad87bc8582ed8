import type { OfferedTemplate } from '#shared/domain/certificates/shipped-templates.ts';
import type { CertificateRequest, GroupSubject } from '#shared/domain/commands/certificate-requests.ts';

/** What a standardised test proved, while it is being typed. */
export interface TypedResult {
  readonly test: string;
  readonly level: string;
  readonly takenOn: string | null;
}
export const noResult: TypedResult = { test: '', level: '', takenOn: null };

/** The result once all of it is there. */
export function completeResult({ test, level, takenOn }: TypedResult): GroupSubject['result'] {
  return test.trim() === '' || level.trim() === '' || takenOn === null ? null : { test, level, takenOn };
}

/** What is chosen for all certificates of a list. */
export interface Choices {
  readonly templateId: string;
  /** Where a translation into each person's own language stands. */
  readonly translation: CertificateRequest['translation'];
  readonly moduleId: string | null;
  readonly result: TypedResult;
}

/** What one begins with. */
export const usualChoices: Choices = {
  ...{ templateId: 'participation', translation: null, moduleId: null },
  result: noResult,
};

/**
 * The subject that the choices name, with a template of its kind; `undefined` while something is missing.
 */
export function chosenSubject(
  groupId: string,
  { moduleId, result }: Choices,
  template: OfferedTemplate | undefined,
): GroupSubject | undefined {
  const none = { of: 'group' as const, groupId, moduleId: null, result: null };
  if (template?.content.kind === 'participation') return none;
  if (template?.content.kind === 'module') return moduleId === null ? undefined : { ...none, moduleId };
  const tested = template?.content.kind === 'tested' ? completeResult(result) : null;
  return tested ? { ...none, result: tested } : undefined;
}
