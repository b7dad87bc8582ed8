/** Words that the day report has in common on paper and in a workbook. */
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { PrintedAttendance, PrintedDayReport, PrintedSessionReport } from './printed-lists.ts';

export function areaName(area: PrintedDayReport['areas'][number]['area']): string {
  return area === null ? t('lists.report.noArea') : t(`certificate.area.${area}`);
}

/** A mark in a word or two; its minutes stand elsewhere. */
export const markWord = ({ mark }: PrintedAttendance): string => t(`lists.report.mark.${mark}`);

/** A mark with its minutes; somebody late may have left early too. */
export function markText({ mark, late, early }: PrintedAttendance): string {
  if (late !== null && early !== null) return t('lists.report.timed.both', { late, early });
  if (late !== null) return t('lists.report.timed.late', { late });
  return early === null ? t(`lists.report.mark.${mark}`) : t('lists.report.timed.left-early', { early });
}

/** What is unusual about somebody's line. */
export function noteText({ note }: PrintedAttendance): string | null {
  if (note === null) return null;
  return t(note === 'walk-in' ? 'lists.report.walkIn' : 'lists.report.notEnrolled');
}

/** Whether the session took place, and whether it was moved. */
export function stateText({ state, moved }: PrintedSessionReport): string {
  const text = t(`lists.report.state.${state}`);
  return moved ? inOneLine([text, t('lists.report.moved')]) : text;
}

/** Facts one behind the other. */
export function inOneLine(facts: readonly string[]): string {
  return facts
    .filter((fact) => fact !== '')
    .reduce((line, fact) => (line === '' ? fact : t('lists.report.facts', { one: line, other: fact })), '');
}
