/**
 * Stamps of a wrong PC clock are put right before anybody else sees them, so that such a PC does not win (or lose)
 * against everybody for ever. Guarantees that a workstation's stamps stay in their order and above what was published of
 * the record, and that no edit is lost: edits that knew nothing of each other are only put in another order.
 */
import type { MergeRule } from '#shared/domain/records/define.ts';
import { mostAhead } from './clock.ts';
import type { RecordVersion } from './field-stamps.ts';
import { recordFrom, stateOf } from './record-state.ts';
import { formatStamp, notBefore, parseStamp, workstationOf } from './stamp.ts';
import { rest } from './units.ts';

export interface Rebasing {
  /** Whose clock it is. */
  readonly workstationId: string;
  /** The server's time less the PC's, in milliseconds. */
  readonly offset: number;
  /** The server's time, in milliseconds since 1970. */
  readonly serverTime: number;
  /** Of this record, the workstation's latest stamp that was published or put right already; empty if there is none. */
  readonly settledUpTo: string;
}

/**
 * The record with its unpublished stamps moved by the offset where that exceeds ten minutes, and none later than the
 * server's time (by more than those ten minutes): the PC's clock may have been put right meanwhile.
 */
export function rebased(rule: MergeRule, version: RecordVersion, rebasing: Rebasing): RecordVersion {
  const stamps = new Set(stampsOf(version));
  const moves = movedStamps(stamps, rebasing);
  const moved = (stamp: string): string => moves.get(stamp) ?? stamp;
  if ([...moves].every(([from, to]) => from === to)) return version;
  if ('erased' in version) return { erased: true, stamps: { [rest]: moved(version.stamps[rest] ?? '') } };
  const state = stateOf(rule, version);
  return recordFrom(rule, {
    edits: new Map(
      [...state.edits].map(([unit, edits]) => [
        unit,
        new Map([...edits].map(([stamp, value]) => [moved(stamp), value])),
      ]),
    ),
    known: new Map([...state.known].map(([workstation, stamp]) => [workstation, moved(stamp)])),
  });
}

const stampsOf = (version: RecordVersion): readonly string[] => {
  const stamps = Object.values(version.stamps);
  if ('erased' in version) return stamps;
  const { history = [], seen = [] } = version;
  return [...stamps, ...history.map(({ stamp }) => stamp), ...seen];
};

function movedStamps(
  stamps: ReadonlySet<string>,
  { workstationId, offset, serverTime, settledUpTo }: Rebasing,
): ReadonlyMap<string, string> {
  const by = Math.abs(offset) > mostAhead ? offset : 0;
  const moves = new Map<string, string>();
  let last = settledUpTo;
  for (const stamp of [...stamps].sort()) {
    const parsed = parseStamp(stamp);
    if (!parsed || workstationOf(stamp) !== workstationId || stamp <= settledUpTo) continue;
    const time = Math.max(0, parsed.time + by);
    const right = time > serverTime + mostAhead ? serverTime : time;
    last = notBefore(formatStamp({ ...parsed, time: right }), last);
    moves.set(stamp, last);
  }
  return moves;
}
