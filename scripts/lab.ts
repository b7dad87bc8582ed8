import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningApp } from '#tests/e2e/running-app.ts';
import { startApp } from '#tests/e2e/start-app.ts';
import { buildFolder, buildIfStale } from './build.ts';

/** Who works at the made-up facility. The passphrase is shown on the terminal and protects nothing real. */
export const madeUpSetup = {
  facilityName: 'ZUE Musterstadt',
  place: 'Musterstadt',
  administrator: 'Kim Beispiel',
  passphrase: 'sieben Wegweiser am Kanal',
} as const;

/** A folder for made-up data, away from a person's own. */
export interface LabFolder {
  readonly dataDir: string;
  /** Deletes it. */
  remove(): Promise<void>;
}

/** Makes a folder for made-up data. */
export async function labFolder(): Promise<LabFolder> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wegmarke-lab-'));
  return {
    dataDir,
    remove: () => rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Builds the lab where it is stale and opens it over the folder. Throws if it can't be built. */
export async function openLab(
  { dataDir }: LabFolder,
  env: Readonly<Record<string, string>>,
  slowMs = 0,
): Promise<RunningApp> {
  if (!buildIfStale('lab')) throw new Error('the build failed');
  return startApp({ app: buildFolder('lab'), args: [`--data-dir=${dataDir}`], env, slowMs });
}
