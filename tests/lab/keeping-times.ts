import type { OpenedData } from '#renderer/data/open-data.ts';
import { anyEntry } from '#shared/domain/audit/filter.ts';
import { proposedMonths } from '#shared/domain/retention/classes.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { AuditCursor } from '#shared/ports/audit.ts';
import { runner } from './run-commands.ts';
import { type Took, timed } from './snapshot-times.ts';

/** The audit log: its check, its first page, and a look through all of it for somebody who is nowhere in it. */
export interface AuditTimes {
  readonly entries: number;
  readonly check: Took;
  readonly firstPage: Took;
  readonly search: Took;
}

/** Reads and checks the audit log as its screen does. */
export async function auditTimes(audit: OpenedData['audit']): Promise<AuditTimes> {
  // The unlock's own check comes first; this one is then alone.
  await audit.check();
  const check = await timed(async () => {
    await audit.check();
    const now = audit.current();
    if (now.state !== 'done' || now.finding.faultCount > 0) throw new Error('The log is not whole.');
  });
  const page = async (filter: Parameters<typeof audit.page>[0], cursor: AuditCursor | null) => {
    const answer = await audit.page(filter, cursor, 100);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const firstPage = await timed(async () => {
    if ((await page(anyEntry, null)).lines.length < 100) throw new Error('The page is not full.');
  });
  const search = await timed(async () => {
    const filter = { ...anyEntry, subjectIds: new Set(['nobody']) };
    for (let cursor = (await page(filter, null)).cursor; cursor; ) ({ cursor } = await page(filter, cursor));
  });
  return { entries: audit.count(), check, firstPage, search };
}

/** Resolves when everything lies under the newest key. */
export function sealedAgain(resealing: OpenedData['resealing']): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = resealing.subscribe(() => {
      const { state, code } = resealing.current();
      if (state !== 'done' && state !== 'failed') return;
      end();
      if (state === 'done') resolve();
      else reject(new Error(code ?? 'failed'));
    });
  });
}

export interface DeletionTimes {
  readonly people: number;
  /** Who and what is due. */
  readonly preview: Took;
  /** The run, the journal's compaction included. */
  readonly run: Took;
}

/** Signs the proposed periods off and deletes everybody who is due. */
export async function deletionTimes(services: AppServices): Promise<DeletionTimes> {
  const { retention, clock } = services;
  const run = runner(services);
  await run('retention.setPeriods', {
    ...{ months: proposedMonths, signedOffBy: 'Datenschutzstelle', signedOffOn: clock.today() },
  });
  let due = await retention.due();
  const preview = await timed(async () => {
    due = await retention.due();
  });
  if (!due.ok) throw new Error(due.error.code);
  const list = due.value;
  const took = await timed(async () => {
    const ended = await retention.run(list, { signal: { aborted: false }, onProgress: () => undefined });
    if (!ended.ok || ended.value.outcome !== 'finished') throw new Error('The run did not end well.');
  });
  return { people: list.people.length, preview, run: took };
}
