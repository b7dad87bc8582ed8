import { addDays } from '#shared/domain/calendar/dates.ts';
import type { RecordPut } from '#shared/domain/commands/define.ts';
import { newParticipant } from '#shared/domain/records/participant.ts';
import { newSession } from '#shared/domain/timetable/replan.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { madeGroup, madeMark, madeOffer } from '#tests/memory/made.ts';
import { FrameWriter } from './frame-writer.ts';
import { type Random, seededRandom } from './random.ts';
import { madeUpRoster } from './roster.ts';

export interface StressPlan {
  readonly people: number;
  readonly sheets: number;
  readonly today: string;
  /** How many of the people departed so long ago that everything of theirs is due for deletion. */
  readonly departed?: number;
}

export interface AuditPlan {
  readonly entries: number;
  readonly accountId: string;
  readonly now: Date;
}

const peoplePerGroup = 8;
const sessionsPerGroup = 25;

/** Journals a site after five years of work. The window must be loaded anew afterwards. */
export async function journalStress(
  sealing: Sealing,
  workstationId: string,
  plan: StressPlan,
): Promise<void> {
  const writer = await FrameWriter.behindLast(sealing, workstationId);
  for (const put of fiveYears(plan)) await writer.put(put);
  await writer.end();
}

/**
 * Journals an audit log of that many entries, one a minute up to now: two of three are looks at somebody's file. The
 * window must be loaded anew afterwards.
 */
export async function journalAudit(
  sealing: Sealing,
  workstationId: string,
  { entries, accountId, now }: AuditPlan,
): Promise<void> {
  const writer = await FrameWriter.behindLast(sealing, workstationId);
  for (let at = 0; at < entries; at += 1) {
    const instant = new Date(now.getTime() - (entries - at) * 60_000);
    const id = `person${String(at % 1_000).padStart(16, '0')}`;
    const command = at % 3 === 0 ? 'participant.update' : 'participant.view';
    await writer.note({
      at: instant.toISOString(),
      accountId,
      command,
      subjects: [{ kind: 'participant', id }],
    });
  }
  await writer.end();
}

/**
 * People, groups with their places, and sessions with sheets that lie evenly over five years; the last groups have
 * begun by `today` and go on, as they do.
 */
function* fiveYears({ people, sheets, today, departed = 0 }: StressPlan): Generator<RecordPut> {
  const random = seededRandom(5);
  const id = (kind: string, at: number): string => `${kind}${String(at).padStart(22 - kind.length, '0')}`;
  const names = seededRandom(11);
  for (const [at, value] of madeUpRoster(7, people, today).entries()) {
    // In a real facility most names are borne by few: every third person has one that hardly anybody shares.
    const given = at % 3 === 0 ? `${value.given} ${rareName(names)}` : value.given;
    const departedOn = at < departed ? addDays(today, -20 * 365) : null;
    yield {
      kind: 'participant',
      id: id('person', at),
      value: { ...newParticipant({ ...value, given }), departedOn },
    };
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
