import type { SignedList } from '#shared/domain/proof/signed-list.ts';

/** What the app writes into a page that it hands out. */
export interface PageLists {
  /** The facility's name. */
  readonly facility: string;
  /** The administrators' public key, base64. */
  readonly trustAnchor: string;
  readonly issuers: SignedList;
  readonly revocations: SignedList | null;
}

/** Stands in the built page where the lists go. */
const place = '"__PAGE_LISTS__"';

/** The built page with a facility's lists in it. */
export function fillPage(page: string, lists: PageLists): string {
  const [before, after, ...more] = page.split(place);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The page has no place for the lists.');
  // A name may hold anything; no character of it may end the data.
  return before + JSON.stringify(lists).replace(/</g, '\\u003c') + after;
}
