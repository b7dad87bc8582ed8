import type { JoinRequest, SiteValues } from '#renderer/vault/site-values.ts';
import type { PublishOutcome, SyncLine } from '#shared/ports/sync-transport.ts';

/** A request as it lies on the server. */
export interface FoundRequest {
  /** Where. */
  readonly name: string;
  readonly revision: number;
  readonly request: JoinRequest;
}

/** A place for a request; `request` is `null` where nothing is there that opens. */
export interface RequestPlace {
  readonly name: string;
  /** 0: nothing was ever written there. */
  readonly revision: number;
  readonly request: JoinRequest | null;
}

/** All places for requests; `null`: the server is not reached. */
export async function readPlaces(
  line: SyncLine,
  values: SiteValues,
): Promise<readonly RequestPlace[] | null> {
  const reads = await Promise.all(
    values.requestNames.map(async (name) => ({ name, read: await line.get(name) })),
  );
  const places: RequestPlace[] = [];
  for (const { name, read } of reads) {
    if (!read.ok) return null;
    const request = read.value ? await values.openRequest(name, read.value.value) : null;
    places.push({ name, revision: read.value?.revision ?? 0, request });
  }
  return places;
}

/** All requests there are, answered ones too; `null`: the server is not reached. */
export async function readRequests(
  line: SyncLine,
  values: SiteValues,
): Promise<readonly FoundRequest[] | null> {
  const places = await readPlaces(line, values);
  return places?.flatMap(({ request, ...place }) => (request ? [{ ...place, request }] : [])) ?? null;
}

/** Writes a request in a place that holds what `revision` says. */
export async function writeRequest(
  line: SyncLine,
  values: SiteValues,
  { name, revision, request }: FoundRequest,
): Promise<PublishOutcome> {
  return line.publish(name, await values.sealRequest(name, request), revision);
}

/**
 * Where a PC may ask: a place that holds nothing, or a request that was answered. `known`: the site's workstations;
 * `undefined`: all places hold requests that wait.
 */
export function freePlace(
  places: readonly RequestPlace[],
  known: readonly { readonly id: string; readonly publicKey: string }[],
): RequestPlace | undefined {
  return (
    places.find(({ request }) => request === null) ??
    places.find(
      ({ request }) =>
        request?.declined === true ||
        known.some(({ id, publicKey }) => id === request?.workstationId && publicKey === request.publicKey),
    )
  );
}
