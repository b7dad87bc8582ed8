import { expect, vi } from 'vitest';
import type { WorkstationKey } from '#electron/sync/dial.ts';
import { openNatsTransport } from '#electron/sync/nats-transport.ts';
import type { ServerAddress } from '#electron/sync/server-address.ts';
import type {
  PublishOutcome,
  SyncConnection,
  SyncEntry,
  SyncTransport,
} from '#shared/ports/sync-transport.ts';

const text = new TextEncoder();

export const bytes = (value: string): Uint8Array => text.encode(value);
export const textOf = (entry: SyncEntry | undefined): string | undefined =>
  entry && new TextDecoder().decode(entry.value);

type Options = Parameters<typeof openNatsTransport>[0];

/** A transport that does not wait long before it tries again. */
export function open(
  address: ServerAddress,
  key: WorkstationKey,
  admit: Options['admit'] = async () => true,
): SyncTransport {
  return openNatsTransport({
    address,
    key,
    admit,
    pauses: { shortest: 50, longest: 400, refused: 300, look: 500 },
  });
}

/** Waits until the transport is in that state. */
export function reaches(transport: SyncTransport, kind: SyncConnection['kind']): Promise<void> {
  return vi.waitFor(() => expect(transport.connection().kind).toBe(kind), { timeout: 15_000, interval: 20 });
}

export async function connected(...given: Parameters<typeof open>): Promise<SyncTransport> {
  const transport = open(...given);
  await reaches(transport, 'connected');
  return transport;
}

/** Writes a new key or fails. @returns its revision */
export async function put(
  transport: SyncTransport,
  key: string,
  value: string,
  expected = 0,
): Promise<number> {
  const outcome: PublishOutcome = await transport.publish(key, bytes(value), expected);
  if (outcome.kind !== 'stored') throw new Error(`not stored: ${outcome.kind}`);
  return outcome.revision;
}

/** The value of a read that was answered. */
export function answered<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
