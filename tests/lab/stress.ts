import type { Manifest } from '#renderer/data/manifest.ts';
import { digestSum, fromSums, moved, toSums } from '#renderer/data/manifest.ts';
import { encodeJson, encodeRecord } from '#renderer/data/record-codec.ts';
import { openFrame } from '#renderer/data/replay.ts';
import { layoutVersion } from '#renderer/data/store.ts';
import { call } from '#renderer/host/host.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { RecordPut } from '#shared/domain/commands/define.ts';
import { newParticipant } from '#shared/domain/records/participant.ts';
import { newSession } from '#shared/domain/timetable/replan.ts';
import { encodeFrame, frameTable } from '#shared/journal/frame.ts';
import type { Sealing, Unsealed } from '#shared/ports/sealing.ts';
import { madeGroup, madeMark, madeOffer } from '#tests/memory/made.ts';
import { type Random, seededRandom } from './random.ts';
import { madeUpRoster } from './roster.ts';

export interface StressPlan {
  readonly people: number;
  readonly sheets: number;
  readonly today: string;
}

/** Rows of one journal frame. */
const frameRows = 500;
const peoplePerGroup = 8;
const sessionsPerGroup = 25;
const stamp = `${'0'.repeat(13)}${'0'.repeat(16)}`;

/**
 * Journals a site after five years of work as frames of the real format, far faster than by hand. The window must be
 * loaded anew afterwards: the next unlock takes the frames over.
 */
export async function journalStress(
  sealing: Sealing,
  workstationId: string,
  plan: StressPlan,
): Promise<void> {
  let { seq, manifest } = await lastFrame(sealing);
  let rows: Unsealed[] = [];
  let drawn = 0;
  const rev = (): string => {
    drawn += 1;
    return `${(seq + 1).toString(36)}.${workstationId}.${drawn.toString(16).padStart(8, '0')}`;
  };
  const flush = async (): Promise<void> => {
    seq += 1;
    const digests = rows.map(({ table, id, rev: own }) => sealing.digest(table, id, own));
    manifest = moved(
      manifest,
      rows.map(({ table }, at) => ({ table, before: undefined, after: digests[at] })),
    );
    const trailer = { seq, rowsDigest: digestSum(digests), sums: toSums(manifest) };
    const plain: Unsealed = {
      table: frameTable,
      id: String(seq),
      rev: rev(),
      index: {},
      schema: layoutVersion,
      bytes: encodeJson(trailer),
    };
    const [first, ...sealed] = await sealing.sealAll([plain, ...rows]);
    if (!first) throw new Error('not sealed');
    const payload = encodeFrame({
      trailer: first,
      rows: sealed.map((row, at) => ({ table: rows[at]?.table ?? '', row })),
    });
    const answer = await call('journal.append', { seq, payload });
    if (!answer.ok) throw new Error(answer.error);
    rows = [];
  };
  for (const { kind, id, value } of fiveYears(plan)) {
    rows.push(encodeRecord(kind, id, rev(), { value, stamps: { '*': stamp } }));
    if (rows.length === frameRows) await flush();
  }
  if (rows.length > 0) await flush();
}

async function lastFrame(sealing: Sealing): Promise<{ seq: number; manifest: Manifest }> {
  const status = await call('journal.status', undefined);
  const seq = status.ok ? status.value.lastSeq : 0;
  const answer = seq > 0 ? await call('journal.read', { fromSeq: seq, maxBytes: 1 }) : undefined;
  const frame = answer?.ok ? answer.value.frames[0] : undefined;
  return {
    seq,
    manifest: frame ? fromSums((await openFrame(sealing, seq, frame.payload)).trailer.sums) : new Map(),
  };
}

/**
 * People, groups with their places, and sessions with sheets that lie evenly over five years; the last groups have
 * begun by `today` and go on, as they do.
 */
function* fiveYears({ people, sheets, today }: StressPlan): Generator<RecordPut> {
  const random = seededRandom(5);
  const id = (kind: string, at: number): string => `${kind}${String(at).padStart(22 - kind.length, '0')}`;
  const names = seededRandom(11);
  for (const [at, value] of madeUpRoster(7, people, today).entries()) {
    // In a real facility most names are borne by few: every third person has one that hardly anybody shares.
    const given = at % 3 === 0 ? `${value.given} ${rareName(names)}` : value.given;
    yield { kind: 'participant', id: id('person', at), value: newParticipant({ ...value, given }) };
  }
  const offer = madeOffer({ title: 'Deutsch für den Alltag', uePlanned: 400, contents: [] });
  yield { kind: 'offer', id: id('offer', 0), value: offer };
  const groups = Math.ceil(sheets / sessionsPerGroup);
  const start = addDays(today, -5 * 365);
  for (let group = 0; group < groups; group += 1) {
    const groupId = id('group', group);
    const startsOn = addDays(start, Math.floor((group / groups) * 5 * 365));
    yield {
      kind: 'courseGroup',
      id: groupId,
      value: madeGroup(id('offer', 0), {
        ...{ name: `Gruppe ${group + 1}`, lead: null, room: `B ${101 + (group % 20)}` },
        ...{ startsOn, endsOn: addDays(startsOn, sessionsPerGroup), capacity: 16 },
      }),
    };
    const members = Array.from({ length: peoplePerGroup }, () => id('person', random.below(people)));
    for (const [at, participantId] of members.entries()) {
      yield {
        kind: 'enrolment',
        id: id('place', group * peoplePerGroup + at),
        value: { ...place, groupId, participantId, enrolledOn: startsOn },
      };
    }
    yield* sessions(
      { groupId, startsOn, members, room: `B ${101 + (group % 20)}`, startsAt: 480 + 15 * (group % 20) },
      (at) => id('session', group * sessionsPerGroup + at),
    );
  }
}

const syllables = [
  ...[
    'ba',
    'da',
    'fa',
    'ga',
    'ka',
    'la',
    'ma',
    'na',
    'ra',
    'sha',
    'ta',
    'za',
    'be',
    'le',
    'me',
    'ne',
    're',
    'se',
  ],
  ...[
    'bi',
    'di',
    'li',
    'mi',
    'ni',
    'ri',
    'bo',
    'do',
    'go',
    'lo',
    'mo',
    'no',
    'bu',
    'gu',
    'lu',
    'mu',
    'nu',
    'ru',
  ],
];

/** Two to four syllables. */
function rareName(random: Random): string {
  const name = Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join('');
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

interface Run {
  readonly groupId: string;
  readonly startsOn: string;
  readonly members: readonly string[];
  readonly room: string;
  readonly startsAt: number;
}

const place = { endedOn: null, endReason: null, waitingSince: null, movedUp: null } as const;

function* sessions(
  { groupId, startsOn, members, room, startsAt }: Run,
  id: (at: number) => string,
): Generator<RecordPut> {
  for (let at = 0; at < sessionsPerGroup; at += 1) {
    const date = addDays(startsOn, at);
    const sessionId = id(at);
    yield {
      kind: 'session',
      id: sessionId,
      value: newSession(groupId, { date, startsAt, endsAt: startsAt + 180, breaks: [], room }, true),
    };
    const entries = Object.fromEntries(
      members.map((participantId, n) => [
        `${sessionId}e${n}`,
        {
          ...madeMark(participantId),
          ...{ name: null, corrections: [], recordedBy: 'stress', recordedAt: `${date}T09:00:00.000Z` },
        },
      ]),
    );
    const value = { sessionId, groupId, date, entries, headCounts: {}, closed: null };
    yield { kind: 'attendanceSheet', id: sessionId, value };
  }
}
