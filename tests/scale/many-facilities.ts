import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeWorkstationKey, type WorkstationKey } from '#electron/sync/dial.ts';
import { makeUser } from '#resources/sync-server/nkeys.mjs';
import type { Site } from '#resources/sync-server/server-conf.mjs';
import { TestSite } from '#tests/sync/nats-servers.ts';

export interface MadeFacility {
  readonly name: string;
  readonly keys: readonly WorkstationKey[];
}

const workstations = 3;

/**
 * A running site with that many facilities. The kit writes the configuration and makes the buckets; only its list of
 * facilities is filled in at once, as calling it two thousand times would take minutes.
 */
export async function manyFacilities(
  servers: 1 | 3,
  count: number,
): Promise<{ readonly site: TestSite; readonly facilities: readonly MadeFacility[] }> {
  // Encrypted, as it is run.
  const site = await TestSite.make(servers, []);
  try {
    const facilities = Array.from({ length: count }, (_, at) => ({
      name: `site-${at + 1}`,
      keys: Array.from({ length: workstations }, makeWorkstationKey),
    }));
    enter(site.folder, facilities);
    // Makes the kit write everything that follows from the list.
    site.kit('add-facility', 'last');
    await Promise.all(site.servers.map((server) => server.start()));
    await applied(site);
    return { site, facilities };
  } catch (error) {
    await site.close();
    throw error;
  }
}

function enter(folder: string, facilities: readonly MadeFacility[]): void {
  const path = join(folder, 'site.json');
  const site: Site = JSON.parse(readFileSync(path, 'utf8'));
  for (const { name, keys } of facilities) {
    const { publicKey, seed } = makeUser();
    writeFileSync(join(folder, 'keys', `${name}.seed`), seed, { mode: 0o600 });
    const known = keys.map((key, at) => ({ name: `pc-${at + 1}`, key: key.publicKey }));
    site.facilities.push({ name, keeper: publicKey, workstations: known });
  }
  writeFileSync(path, JSON.stringify(site));
}

/** A cluster takes a while to agree on who leads. */
async function applied(site: TestSite): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    if (site.tryKit('apply')) return;
    await pause(2_000);
  }
  site.kit('apply');
}
