import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import type { AuditFilter } from '#shared/domain/audit/filter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { AuditCursor, AuditLine, AuditPort } from '#shared/ports/audit.ts';
import { type AuditChoice, filterOf } from './audit-choice.ts';
import { subjectsOf } from './subjects-of.ts';

/** Lines that are fetched at a time. */
const together = 200;

export interface AuditLines {
  readonly lines: readonly AuditLine[];
  readonly isLooking: boolean;
  /** There may be older ones. */
  readonly hasMore: boolean;
  readonly refusal: Refusal | undefined;
  /** Fetches the next ones, unless that is under way. */
  readonly more: () => void;
}

/** What is known of one search. */
interface Search {
  readonly stop: AbortController;
  readonly filter: Promise<AuditFilter>;
  cursor: AuditCursor | null;
  isLooking: boolean;
}

const nothing = { lines: [], isLooking: true, hasMore: true, refusal: undefined } as const;

/** Entries that fit, newest first; older ones when they are asked for. Waits for `ready`. */
export function useAuditLines(choice: AuditChoice, ready: boolean): AuditLines {
  const services = useServices();
  const { audit } = services;
  const [state, setState] = useState<Omit<AuditLines, 'more'>>(nothing);
  const search = useRef<Search>(undefined);

  const more = useCallback(() => {
    const current = search.current;
    if (!current || current.isLooking) return;
    current.isLooking = true;
    setState((before) => ({ ...before, isLooking: true }));
    void look(audit, current, (lines) =>
      setState((before) => ({ ...before, lines: [...before.lines, ...lines] })),
    ).then((answer) => {
      if (current.stop.signal.aborted) return;
      current.isLooking = false;
      const hasMore = answer.ok && current.cursor !== null;
      const refusal = answer.ok ? undefined : answer.error;
      setState((before) => ({ ...before, isLooking: false, hasMore, refusal }));
    });
  }, [audit]);

  useEffect(() => {
    if (!ready) return;
    const { residentId } = choice;
    const subjects = residentId === null ? Promise.resolve(null) : subjectsOf(services, residentId);
    const filter = subjects.then((ids) => filterOf(choice, ids));
    const stop = new AbortController();
    search.current = { stop, filter, cursor: null, isLooking: false };
    setState(nothing);
    more();
    return () => stop.abort();
  }, [services, choice, ready, more]);

  const { hasMore, isLooking } = state;
  const next = useCallback(() => {
    if (hasMore && !isLooking) more();
  }, [hasMore, isLooking, more]);
  return { ...state, more: next };
}

/** Goes on until enough lines were found or there are no more. */
async function look(
  audit: AuditPort,
  search: Search,
  onLines: (lines: readonly AuditLine[]) => void,
): Promise<Result<null, Refusal>> {
  const filter = await search.filter;
  for (let found = 0; found < together; ) {
    const page = await audit.page(filter, search.cursor, together - found);
    if (search.stop.signal.aborted) return ok(null);
    if (!page.ok) return err(page.error);
    search.cursor = page.value.cursor;
    found += page.value.lines.length;
    onLines(page.value.lines);
    if (page.value.cursor === null) return ok(null);
  }
  return ok(null);
}

/** All lines that fit, newest first, at most `limit`; `isCut` if there are more. */
export async function allLines(
  services: Parameters<typeof subjectsOf>[0] & { readonly audit: AuditPort },
  choice: AuditChoice,
  limit: number,
): Promise<Result<{ readonly lines: readonly AuditLine[]; readonly isCut: boolean }, Refusal>> {
  const { residentId } = choice;
  const filter = filterOf(choice, residentId === null ? null : await subjectsOf(services, residentId));
  const lines: AuditLine[] = [];
  for (let cursor: AuditCursor | null = null; lines.length <= limit; ) {
    const page = await services.audit.page(filter, cursor, limit + 1 - lines.length);
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    cursor = page.value.cursor;
    if (cursor === null) break;
  }
  return ok({ lines: lines.slice(0, limit), isCut: lines.length > limit });
}
