/**
 * What a scanned or typed text stands for. It comes from outside: it is only compared, never opened, run, kept or shown.
 */
import { looksLikeListCode, parseListCode } from '#shared/domain/attendance/list-number.ts';
import { looksLikeBadgeNumber, parseBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import { cleanText } from '#shared/domain/roster/cell-text.ts';

/** Why a code says nothing here. */
export type CodeProblem = 'mistyped' | 'wrong-list' | 'address' | 'foreign' | 'too-long';

export type DeskCode =
  | { readonly kind: 'badge'; readonly number: string }
  | { readonly kind: 'list'; readonly number: string; readonly page: number }
  | { readonly kind: 'refused'; readonly why: CodeProblem };

/** More than any code of ours has, with spaces. */
const longestCode = 64;
const address = /^\s*(?:[a-z][a-z\d+.-]*:|www\.|\\\\)/i;

const refused = (why: CodeProblem): DeskCode => ({ kind: 'refused', why });

/** Reads what a scanner or a camera read. */
export function readCode(text: string): DeskCode {
  if (address.test(text)) return refused('address');
  if (text.length > longestCode) return refused('too-long');
  const number = parseBadgeNumber(text);
  if (number !== undefined) return { kind: 'badge', number };
  const list = parseListCode(text);
  if (list) return { kind: 'list', ...list };
  if (looksLikeBadgeNumber(text)) return refused('mistyped');
  return refused(looksLikeListCode(text) ? 'wrong-list' : 'foreign');
}

/**
 * Tells a code from keys that a person pressed while it was scanned. Badges alone: of sixteen wrong digits some fourteen
 * may look like a list's.
 */
export const isBadgeNumber = (text: string): boolean => parseBadgeNumber(text) !== undefined;

/** From this many digits on, a typed number is a badge's or a list's on its way and nobody's number or room. */
const codeDigits = 11;

/** Whether typed digits can only become a badge's or a list's number. */
export function isCodeUnderWay(text: string): boolean {
  return /^[\d\s]+$/.test(text) && text.replace(/\s/g, '').length >= codeDigits;
}

const shortestName = 2;
const longestName = 120;
const likeName = /^(?=.*\p{L}.*\p{L})[\p{L}\p{M}\p{Zs}'’ʼ`´.,()\-‐‑–\u200c\u200d]+$/u;

/** A typed text as the name of somebody who isn't entered; `undefined` if it can be no name. */
export function guestName(text: string): string | undefined {
  const { text: name } = cleanText(text);
  const fits = name.length >= shortestName && name.length <= longestName && likeName.test(name);
  return fits ? name : undefined;
}
