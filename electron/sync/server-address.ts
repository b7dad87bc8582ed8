import { z } from 'zod';

/** What the server kit writes for the workstations of a facility; nothing in it is secret. */
const addressSchema = z.strictObject({
  format: z.literal(1),
  servers: z.array(z.string().regex(/^(tls|wss|nats|ws):\/\/[A-Za-z0-9.-]+:\d+$/)).min(1),
  bucket: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  /** PEM of the authority that signed the servers' certificates. */
  ca: z.string().max(100_000).optional(),
});

export type ServerAddress = z.infer<typeof addressSchema>;

const isLoopback = (server: string): boolean => /^\w+:\/\/(127\.0\.0\.1|localhost):/.test(server);

/** Reads such a file. An address without encryption is taken on this computer only. */
export function readServerAddress(text: string): ServerAddress | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = addressSchema.safeParse(value);
  const plain = data?.servers.filter((server) => /^(nats|ws):/.test(server)) ?? [];
  return plain.every(isLoopback) ? data : undefined;
}
