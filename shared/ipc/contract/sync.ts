import { z } from 'zod';
import { call, event } from './define.ts';

const count = z.number().int().nonnegative();
const key = z.string().regex(/^[0-9a-f]{32}$/);
const millis = z.number();

const streamIdentity = z.strictObject({
  createdAt: z.string(),
  lastSequence: count,
  records: count,
  clockAheadMs: z.number(),
});

const connection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connecting') }),
  z.strictObject({ kind: z.literal('connected'), since: millis }),
  z.strictObject({ kind: z.literal('offline'), since: millis }),
  z.strictObject({ kind: z.literal('refused'), since: millis }),
  z.strictObject({ kind: z.literal('held'), since: millis, found: streamIdentity }),
  z.strictObject({ kind: z.literal('closed') }),
]);

/** A value as the server has it. What others wrote under a key that is none of ours is left out by main. */
const entry = z.strictObject({
  key,
  value: z.instanceof(Uint8Array),
  revision: count,
  storedAt: z.string(),
});

const knownStream = z.strictObject({
  createdAt: z.string(),
  sequence: count,
  marks: z.array(z.strictObject({ revision: count, storedAt: z.string() })).max(32),
});

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stored'), revision: count }),
  z.strictObject({ kind: z.literal('conflict') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('offline') }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(['too-large', 'full', 'not-allowed']) }),
]);

const readOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: z.enum(['offline', 'unanswered']) }),
  ]);

/** Of one call: what the engine has on its way at a time. */
export const mostTogether = 500;

const configuration = z.strictObject({
  servers: z.array(z.string()),
  bucket: z.string(),
  /** This workstation's public key at the server. */
  publicKey: z.string(),
});
export type SyncConfiguration = z.infer<typeof configuration>;

/** The server is main's: keys, addresses and connections never reach the window, values cross sealed. */
export const syncContract = {
  /** `null`: no server was set up, or the keystore does not open its key for this user. */
  'sync.configuration': call(z.void(), configuration.nullable(), ['disk.failed']),
  /** The address that was taken, as such a file's text, for another workstation; `null`: none. */
  'sync.addressFile': call(z.void(), z.string().nullable(), ['disk.failed']),
  /** Takes the file that the server kit wrote. The key is kept where there is one already. */
  'sync.configure': call(z.strictObject({ addressFile: z.string().max(200_000) }), configuration, [
    'sync.address-unreadable',
    'keystore.unavailable',
    'disk.full',
    'disk.failed',
    'disk.timeout',
  ]),
  /** Ends the connection and forgets server and key. */
  'sync.forget': call(z.void(), z.void(), ['disk.failed', 'disk.timeout']),
  /** Connects, until `sync.stop` or until the window is loaded anew. `known`: what this workstation knows of its server. */
  'sync.start': call(z.strictObject({ known: knownStream.nullable() }), connection, [
    'sync.not-configured',
    'disk.failed',
  ]),
  'sync.stop': call(z.void(), z.void()),
  'sync.identity': call(z.void(), readOf(streamIdentity)),
  'sync.publish': call(
    z
      .array(z.strictObject({ key, value: z.instanceof(Uint8Array), expected: count }))
      .min(1)
      .max(mostTogether),
    z.array(outcome),
  ),
  /** One answer for each key, in order. */
  'sync.get': call(z.array(key).min(1).max(mostTogether), z.array(readOf(entry.optional()))),
  /** Batches arrive as `sync.batch`, each after the one before was answered with `sync.took`. In place of an earlier watch. */
  'sync.watch': call(z.strictObject({ after: count }), z.void()),
  /** `taken: false`: the batch comes again. */
  'sync.took': call(z.strictObject({ number: count, taken: z.boolean() }), z.void()),
  /** Judges once more, or tries at once to reach the server. */
  'sync.reconsider': call(z.void(), z.void()),
  'sync.connection': event(connection),
  'sync.batch': event(z.strictObject({ number: count, entries: z.array(entry), remaining: count })),
} as const;
