import type { OpenedData } from '#renderer/data/open-data.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { recordKinds } from '#shared/domain/records/registry.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { runner } from './run-commands.ts';

/** How an unlock found the data. */
export interface Found {
  /** Why nothing can be written; `null`: it can. */
  readonly readOnly: string | null;
  /** Rows that the unlock wrote anew from the journal; `null`: it found the database whole. */
  readonly rebuiltRows: number | null;
  readonly refusedRows: number;
}

/** What an open vault holds, and how it was found. */
export interface Contents extends Found {
  /**
   * SHA-256 (hex) over every record as it opens, but for the audit log, to which every unlock adds; `null`: not all of
   * the database can be read.
   */
  readonly digest: string | null;
  readonly records: number;
}

/** Every record as a line, in the order of their bytes; `null` where the database refuses to be read. */
async function linesOf({ records }: OpenedData): Promise<string[] | null> {
  const lines: string[] = [];
  try {
    for (const kind of recordKinds) {
      if (kind === 'audit') continue;
      for (const { id, value } of await records.all(kind)) lines.push(canonicalJson([kind, id, value]));
    }
  } catch {
    return null;
  }
  return lines.toSorted();
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How the unlock found it, so far. */
export function foundOf({ saving, rebuiltRows, damage }: OpenedData): Found {
  const { state, code } = saving.current();
  return {
    readOnly: state === 'read-only' ? (code ?? 'unknown') : null,
    rebuiltRows,
    refusedRows: damage.current().length,
  };
}

/** Opens everything. */
export async function contentsOf(data: OpenedData): Promise<Contents> {
  const lines = await linesOf(data);
  const digest = lines && (await sha256(lines.join('\n')));
  return { digest, records: lines?.length ?? 0, ...foundOf(data) };
}

/** Stands before the number of each write that was acknowledged, in what the window says to whoever listens. */
export const acknowledgedMark = 'acknowledged: ';

/**
 * Writes one after the other until one is refused, and says each number once it was acknowledged: every odd one makes a
 * person whose number is `prefix` and it, every even one counts that many people in the session.
 *
 * @returns the code of the refusal, and milliseconds that it took
 */
export async function writeUntilRefused(
  { commands }: AppServices,
  prefix: string,
  sessionId: string,
): Promise<{ readonly code: string; readonly tookMs: number }> {
  for (let at = 1; ; at += 1) {
    const begun = performance.now();
    const answer =
      at % 2 === 1
        ? await commands.execute('participant.create', {
            ...madeParticipant('Dauer'),
            number: `${prefix}${at}`,
          })
        : await commands.execute('attendance.count', { sessionId, people: at, reason: null });
    if (!answer.ok) return { code: answer.error.code, tookMs: performance.now() - begun };
    console.debug(`${acknowledgedMark}${at}`);
  }
}

/** Plans a session of today for `writeUntilRefused`. */
export async function planCountedSession(services: AppServices): Promise<string> {
  const run = runner(services);
  const date = services.clock.today();
  const [offer] = services.directory.list('offer');
  const group = madeGroup(offer?.id ?? '', { name: 'Dauerlauf', startsOn: date, endsOn: date, room: null });
  const { id: groupId } = await run('courseGroup.save', { id: null, group });
  return (await run('session.plan', { groupId, ...madeSlot(date, { room: null }) })).id;
}

/** Which numbers of `writeUntilRefused` are there, and the count in the session. */
export async function writtenOf(
  { directory, records }: Pick<AppServices, 'directory' | 'records'>,
  prefix: string,
  sessionId: string,
): Promise<{ readonly people: readonly number[]; readonly counted: number }> {
  const sheet = await records.get('attendanceSheet', sessionId);
  const people = directory
    .list('participant')
    .flatMap(({ number }) => (number?.startsWith(prefix) ? [Number(number.slice(prefix.length))] : []));
  return { people, counted: Math.max(0, ...Object.values(sheet?.headCounts ?? {})) };
}
