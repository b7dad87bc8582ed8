import { Dexie } from 'dexie';
import { importBatchSize } from '#shared/domain/commands/participants.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { median } from '#tests/bench/figure.ts';
import { madeUpRoster } from './roster.ts';

/** Milliseconds: what the app takes for a roster, sealed and journalled, and what plain Dexie takes for the same. */
export interface VaultTimes {
  readonly plainWriteMs: number;
  readonly sealedWriteMs: number;
  readonly plainReadMs: number;
  readonly sealedReadMs: number;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const batches = (people: readonly NewParticipant[]): (readonly NewParticipant[])[] =>
  Array.from({ length: Math.ceil(people.length / importBatchSize) }, (_, at) =>
    people.slice(at * importBatchSize, (at + 1) * importBatchSize),
  );

/**
 * Writes and reads `count` participants both ways, in the same batches. The plain table has the indexes that a plain
 * app would search by, where ours keeps its directory.
 */
export async function vaultTimes(
  services: AppServices,
  settled: () => Promise<void>,
  count: number,
): Promise<VaultTimes> {
  const roster = batches(madeUpRoster(11, count, services.clock.today()));
  const plain = new Dexie(`plain-${crypto.randomUUID()}`);
  plain.version(1).stores({ participant: '++id, family, given, number, room' });
  await plain.open();
  const plainWriteMs = await timed(async () => {
    for (const rows of roster)
      await plain.table('participant').bulkAdd(structuredClone(rows) as NewParticipant[]);
  });
  const sealedWriteMs = await timed(async () => {
    for (const rows of roster) {
      const result = await services.commands.execute('participant.import', { rows: [...rows] });
      if (!result.ok) throw new Error(result.error.code);
    }
    await settled();
  });
  const plainReads: number[] = [];
  const sealedReads: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    plainReads.push(await timed(() => plain.table('participant').toArray()));
    sealedReads.push(await timed(() => services.records.all('participant')));
  }
  const [plainReadMs, sealedReadMs] = [median(plainReads), median(sealedReads)];
  plain.close();
  await Dexie.delete(plain.name);
  return { plainWriteMs, sealedWriteMs, plainReadMs, sealedReadMs };
}
