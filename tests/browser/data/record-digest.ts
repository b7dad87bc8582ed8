import type { OpenedData } from '#renderer/data/open-data.ts';
import { anyEntry } from '#shared/domain/audit/filter.ts';
import { recordKinds } from '#shared/domain/records/registry.ts';

/** SHA-256 over every record of every kind, in order of id. */
export async function recordDigest({ records, audit }: OpenedData): Promise<string> {
  const log = await audit.page(anyEntry, null, 1_000);
  const all: unknown[] = [log.ok && log.value.lines];
  for (const kind of recordKinds) {
    if (kind === 'audit') continue;
    const list = await records.all(kind);
    all.push([
      kind,
      list.map(({ id, value }) => [id, value]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ]);
  }
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(all))),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
