import { z } from 'zod';
import type { MergeTask } from '#shared/domain/after-merge/merge-task.ts';
import { type RecordKind, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';
import type { RecordName } from '#shared/ports/replica.ts';
import type { KnownStream } from '#shared/sync/stream-lineage.ts';

/** What sync remembers from run to run. Losing it costs a comparison of everything, and nothing else. */
export interface KeptState {
  readonly known: KnownStream | undefined;
  /** The server's sequence up to which everything was taken over. */
  readonly cursor: number;
  /** The journal's frame up to which everything is on the server. */
  readonly publishedSeq: number;
  /** Of what the server had, only a part has come until now. */
  readonly isPartial: boolean;
  /** Everything has to be compared with the server. */
  readonly comparesAll: boolean;
  /** Everything has to be sealed again on the server. */
  readonly resealsAll: boolean;
  /** The first revision that was written by a newer app, and the versions of the app that could not read it. */
  readonly heldBack: { readonly revision: number; readonly versions: string } | undefined;
  /** The first revision of a record that refers to a picture which is not there: it is read again at every start. */
  readonly lacking: number | undefined;
  /** By `kind id`: stamps that were put right and are perhaps not published yet; see `Rebasing.settledUpTo`. */
  readonly putRight: Readonly<Record<string, string>>;
  readonly tasks: readonly MergeTask[];
  readonly overwritten: readonly RecordName[];
}

export const nothingKept: KeptState = {
  known: undefined,
  cursor: 0,
  publishedSeq: 0,
  isPartial: false,
  comparesAll: true,
  resealsAll: false,
  heldBack: undefined,
  lacking: undefined,
  putRight: {},
  tasks: [],
  overwritten: [],
};

/** What this app can read, as a text: kinds and their versions, and pictures apart from them. */
export const recordVersions = (): string =>
  [...recordKinds.map((kind) => `${kind}${recordTypes[kind].version}`), 'pictures'].join(' ');

const count = z.number().int().nonnegative();
const kind = z.enum(recordKinds as unknown as [RecordKind, ...RecordKind[]]);

const schema = z.object({
  known: z
    .object({
      createdAt: z.string(),
      sequence: count,
      marks: z.array(z.object({ revision: count, storedAt: z.string() })),
    })
    .optional(),
  cursor: count,
  publishedSeq: count,
  isPartial: z.boolean(),
  comparesAll: z.boolean(),
  resealsAll: z.boolean(),
  heldBack: z.object({ revision: count, versions: z.string() }).optional(),
  lacking: count.optional(),
  putRight: z.record(z.string(), z.string()),
  tasks: z.array(z.object({ kind: z.string(), ids: z.array(z.string()) })),
  overwritten: z.array(z.object({ kind, id: z.string() })),
});

/** What was kept; where there is none, or it can't be understood, everything is compared. */
export function readKept(kept: unknown): KeptState {
  const { data } = schema.safeParse(kept);
  if (!data) return nothingKept;
  const { known, heldBack, lacking, tasks } = data;
  const state: KeptState = {
    ...{ ...data, known, heldBack, tasks: tasks as readonly MergeTask[], lacking: undefined },
    cursor: lacking === undefined ? data.cursor : Math.min(data.cursor, lacking - 1),
  };
  // The app was updated: what it could not read before comes again.
  if (!heldBack || heldBack.versions === recordVersions()) return state;
  return { ...state, heldBack: undefined, cursor: Math.min(state.cursor, heldBack.revision - 1) };
}
