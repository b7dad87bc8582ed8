/** Who is due a certificate: what the UE ledger says, and the lead's word above it. */
import type { LedgerLine, UnitSums } from '#shared/domain/attendance/ledger.ts';
import type { DecisionEntry } from '#shared/domain/directory.ts';

/** Whether a certificate is due. `undecided`: what is not recorded could change the answer. */
type Due = 'due' | 'not-due' | 'undecided';

/**
 * Why it is, or is not. `enough`, `too-little`: UE attended of UE offered, against the offer's minimum. `open`: it hangs
 * on what is not recorded. `granted`, `withheld`: by the lead.
 */
type DueReason = 'enough' | 'too-little' | 'nothing-offered' | 'open' | 'granted' | 'withheld';

export interface DueVerdict {
  readonly due: Due;
  readonly reason: DueReason;
  /** The lead's word, where there is one that counts; a grant counts only where the UE are not enough. */
  readonly decision: DecisionEntry | null;
}

/**
 * Compares UE attended of UE offered with the offer's minimum (percent, domain.md). Nothing attended is never due,
 * however low the minimum, nor can it be granted: the paper would confirm what was not.
 */
export function dueVerdict(
  sums: UnitSums,
  minimumAttendance: number,
  decision: DecisionEntry | null = null,
): DueVerdict {
  const reaches = (attended: number): boolean =>
    attended > 0 && attended * 100 >= minimumAttendance * sums.offered;
  if (decision?.decision === 'withhold') return { due: 'not-due', reason: 'withheld', decision };
  if (sums.offered === 0) return { due: 'not-due', reason: 'nothing-offered', decision: null };
  if (reaches(sums.attended)) return { due: 'due', reason: 'enough', decision: null };
  if (decision && sums.attended > 0) return { due: 'due', reason: 'granted', decision };
  return reaches(sums.attended + sums.notRecorded)
    ? { due: 'undecided', reason: 'open', decision: null }
    : { due: 'not-due', reason: 'too-little', decision: null };
}

/** What a person has of one module of the offer, and whether its certificate is due. */
export interface ModuleResult {
  readonly module: { readonly id: string; readonly title: string };
  readonly sums: UnitSums;
  readonly verdict: DueVerdict;
}

interface DueOffer {
  readonly minimumAttendance: number;
  readonly modules: readonly { readonly id: string; readonly title: string }[];
}

const nothing: UnitSums = { offered: 0, attended: 0, excused: 0, notRecorded: 0 };

/** Two records that became one person's may both have a decision. */
const latestFirst = (a: DecisionEntry, b: DecisionEntry): number =>
  b.decidedOn.localeCompare(a.decidedOn) || (a.id < b.id ? -1 : 1);

/** The verdict on the whole course, and on each of the offer's modules in its order. `decisions`: of the person in the group. */
export function dueVerdicts(
  offer: DueOffer,
  sums: LedgerLine,
  decisions: readonly DecisionEntry[],
): { readonly verdict: DueVerdict; readonly modules: readonly ModuleResult[] } {
  const on = (moduleId: string | null): DecisionEntry | null =>
    decisions.filter((decision) => decision.moduleId === moduleId).toSorted(latestFirst)[0] ?? null;
  const { minimumAttendance } = offer;
  return {
    verdict: dueVerdict(sums, minimumAttendance, on(null)),
    modules: offer.modules.map(({ id, title }) => {
      const own = sums.byModule.get(id) ?? nothing;
      return { module: { id, title }, sums: own, verdict: dueVerdict(own, minimumAttendance, on(id)) };
    }),
  };
}
