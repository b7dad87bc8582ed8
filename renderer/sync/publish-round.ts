/** One round of publishing: what waits longest is compared with the server, merged where that has more, and written. */
import type { OutgoingRecord, RecordName, Replica, TakenRecord } from '#shared/ports/replica.ts';
import type { SyncEntry } from '#shared/ports/sync-transport.ts';
import type { Outbox, Waiting } from './outbox.ts';
import type { PieceOutcome, PiecesWay, ServerPieces } from './server-pieces.ts';

export interface Round extends PiecesWay {
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly pieces: ServerPieces;
  /** The server's time less this computer's, in milliseconds. */
  readonly offset: number;
  /** This computer's time. */
  readonly now: number;
  /** See `KeptState`. */
  readonly putRight: Readonly<Record<string, string>>;
  readonly keepPutRight: (putRight: Readonly<Record<string, string>>) => Promise<void>;
  readonly arrived: (taken: readonly TakenRecord[]) => void;
  readonly heldBack: (revision: number) => void;
}

/** `full`: the server takes nothing more. All others but `progress`: to be tried again later. */
export type RoundOutcome = 'progress' | 'offline' | 'unanswered' | 'full' | 'not-allowed' | 'not-stored';

/** Records of one round. */
const together = 400;

const idOf = ({ kind, id }: RecordName): string => `${kind} ${id}`;

/** What the server has of a record that is to be published. */
interface OnServer {
  readonly expected: number;
  /** This workstation's latest stamp in it. */
  readonly ownUpTo: string;
}

export async function publishRound(round: Round): Promise<RoundOutcome> {
  const { line, replica, outbox, offset } = round;
  const mended = await round.pieces.mend(round);
  if (mended) return roundOutcome(mended);
  const waiting = outbox.first(together);
  const known = waiting.filter(({ isNew }) => !isNew);
  const read = await Promise.all(known.map((name) => line.get(replica.keyOf(name))));
  const problem = read.find((answer) => !answer.ok);
  if (problem && !problem.ok) return problem.error;
  const entries = new Map<Waiting, SyncEntry>();
  for (const [at, answer] of read.entries()) {
    const name = known[at];
    if (name && answer.ok && answer.value) entries.set(name, answer.value);
  }
  const compared = await compare(round, entries);
  if (typeof compared === 'string') return compared;
  const open = waiting.filter((name) => outbox.has(name) && !compared.done.has(name));
  const serverTime = round.now + offset;
  const sealed = await replica.outgoing(
    open.map(({ kind, id, isWritten }) => {
      const name = { kind, id };
      const ownUpTo = compared.onServer.get(idOf(name))?.ownUpTo;
      const settledUpTo = later(round.putRight[idOf(name)], ownUpTo);
      // What was not written since everything was published has been put right before; none may lie in the future.
      return { ...name, rebasing: { offset: isWritten ? offset : 0, serverTime, settledUpTo } };
    }),
    (settled) =>
      round.keepPutRight({
        ...round.putRight,
        ...Object.fromEntries(settled.map((name) => [idOf(name), name.upTo])),
      }),
  );
  if (!sealed.ok) return 'not-stored';
  const byName = new Map(open.map((name) => [idOf(name), name]));
  // What is not here, or of a newer app, has nothing to publish.
  const going = new Set(sealed.value.map(idOf));
  for (const name of open) if (!going.has(idOf(name))) outbox.settle(name);
  const withoutPiece = await putPieces(round, sealed.value);
  const outcomes = await Promise.all(
    sealed.value.map((record): PieceOutcome | Promise<PieceOutcome> => {
      const { key, value, rev } = record;
      const failed = withoutPiece.get(record);
      if (failed) return failed;
      round.sent(rev);
      return line.publish(key, value, compared.onServer.get(idOf(record))?.expected ?? 0);
    }),
  );
  return settle(
    round.outbox,
    sealed.value.map((name) => byName.get(idOf(name))),
    outcomes,
  );
}

/** Brings to the server what these records refer to. @returns those for which that failed, and why */
async function putPieces(
  round: Round,
  records: readonly OutgoingRecord[],
): Promise<ReadonlyMap<OutgoingRecord, PieceOutcome>> {
  const failed = new Map<OutgoingRecord, PieceOutcome>();
  for (const record of records) {
    for (const [key, piece] of record.pieces) {
      const outcome = await round.pieces.put(round, key, piece);
      if (outcome.kind !== 'stored') failed.set(record, outcome);
    }
  }
  return failed;
}

const later = (one = '', other = ''): string => (one > other ? one : other);

/** Merges what the server has. What needs no publishing then is settled. */
async function compare(
  { replica, outbox, open, arrived, heldBack }: Round,
  entries: ReadonlyMap<Waiting, SyncEntry>,
): Promise<
  'not-stored' | { readonly onServer: ReadonlyMap<string, OnServer>; readonly done: ReadonlySet<Waiting> }
> {
  const onServer = new Map<string, OnServer>();
  const done = new Set<Waiting>();
  const found = [...entries];
  const opened = await open(found.map(([, entry]) => entry));
  const readable = found.flatMap(([name, entry], at) => {
    const answer = opened[at];
    const isOurs = answer?.kind === 'record';
    // What does not open, or refers to what is not there, is replaced by what is here.
    onServer.set(idOf(name), { expected: entry.revision, ownUpTo: isOurs ? answer.ownUpTo : '' });
    if (answer?.kind === 'newer') {
      heldBack(entry.revision);
      outbox.settle(name);
      done.add(name);
    }
    return isOurs ? [{ name, answer }] : [];
  });
  const taken = await replica.take(
    readable.map(({ name: { kind, id }, answer }) => ({ kind, id, version: answer.version })),
  );
  if (!taken.ok) return 'not-stored';
  for (const [at, record] of taken.value.entries()) {
    const one = readable[at];
    if (!one || !record.isSettled || (one.name.reseals && !one.answer.isUnderNewest)) continue;
    outbox.settle(one.name);
    done.add(one.name);
  }
  if (taken.value.length > 0) arrived(taken.value);
  return { onServer, done };
}

function settle(
  outbox: Outbox,
  names: readonly (Waiting | undefined)[],
  outcomes: readonly PieceOutcome[],
): RoundOutcome {
  let worst: RoundOutcome = 'progress';
  for (const [at, outcome] of outcomes.entries()) {
    const name = names[at];
    if (!name) continue;
    if (outcome.kind === 'stored') {
      outbox.settle(name);
      continue;
    }
    if (outcome.kind === 'refused' && outcome.reason === 'too-large') {
      outbox.park(name);
      continue;
    }
    outbox.again(name);
    const of = roundOutcome(outcome);
    if (of !== 'progress') worst = of;
  }
  return worst;
}

function roundOutcome(outcome: PieceOutcome): RoundOutcome {
  if (outcome.kind === 'offline') return 'offline';
  if (outcome.kind === 'unknown') return 'unanswered';
  if (outcome.kind === 'refused') return outcome.reason === 'full' ? 'full' : 'not-allowed';
  return 'progress';
}
