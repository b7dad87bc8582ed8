import { documentText as t } from '#renderer/documents/document-texts.ts';
import { type DocumentDefinition, makePdf, missingCharacters } from '#renderer/documents/engine.ts';
import { printable, textsIn } from '#renderer/documents/printable-text.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { auditLogDocument } from './audit-log-document.ts';
import { composeDayReport } from './compose-day-report.ts';
import { dayOverviewDocument } from './day-overview-document.ts';
import { groupRosterDocument } from './group-roster-document.ts';
import type { PlannedLists, PrintedLists, PrintedPerson } from './printed-lists.ts';
import { signatureListsDocument } from './signature-lists-document.ts';
import { weekPlanDocument } from './week-plan-document.ts';

function definitionOf(request: PlannedLists): DocumentDefinition {
  switch (request.kind) {
    case 'signature-lists':
    case 'signature-form':
      return signatureListsDocument(request);
    case 'group-roster':
      return groupRosterDocument(request);
    case 'week-plan':
      return weekPlanDocument(request);
    case 'day-overview':
      return dayOverviewDocument(request);
    case 'audit-log':
      return auditLogDocument(request);
  }
}

/**
 * The same lists, where a person's name with a letter that can't be printed is left to be written by hand: the line
 * stays, and says so. One name must not keep twenty others from their list five minutes before class.
 */
function withPrintableNames(request: PlannedLists, missing: ReadonlySet<string>): PlannedLists {
  const lacks = (text: string | null): boolean => [...(text ?? '')].some((letter) => missing.has(letter));
  const named = <P extends PrintedPerson>(person: P): P =>
    lacks(person.family) || lacks(person.given)
      ? { ...person, family: t('lists.otherScript'), given: '' }
      : person;
  if (request.kind === 'group-roster') return { ...request, people: request.people.map(named) };
  if (request.kind === 'audit-log') {
    const other = t('lists.report.otherScript');
    const readable = (text: string): string => (lacks(text) ? other : text);
    return {
      ...request,
      choice: readable(request.choice),
      entries: request.entries.map((entry) => ({
        ...entry,
        who: readable(entry.who),
        about: readable(entry.about),
      })),
    };
  }
  if (request.kind !== 'signature-lists') return request;
  return { ...request, lists: request.lists.map((list) => ({ ...list, people: list.people.map(named) })) };
}

/**
 * Makes a list. Refuses with `document.characters` if a text other than a person's name has a letter that the
 * documents' font does not have.
 */
export async function composeList(
  request: PrintedLists,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  const composed = printable(request);
  if (composed.kind === 'day-report') return await composeDayReport(composed, onProgress);
  const missing = new Set(await missingCharacters(textsIn(composed)));
  const list = withPrintableNames(composed, missing);
  const left = new Set(textsIn(list).flatMap((text) => [...text].filter((letter) => missing.has(letter))));
  if (left.size > 0) return err({ code: 'document.characters', values: { characters: [...left].join(' ') } });
  return ok(await makePdf(definitionOf(list), onProgress));
}
