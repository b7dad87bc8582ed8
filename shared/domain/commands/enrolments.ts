import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { freePlaces, holdsOpenPlace, movedUp, waitingLine } from '#shared/domain/waiting-list.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type EnrolmentEndReason, enrolmentEndReasons } from '../records/enrolment.ts';
import { hasDeparted } from '../records/participant.ts';
import type { Stored } from '../records/registry.ts';
import { type CommandContext, command, type Refusal } from './define.ts';

type Place = Stored<'enrolment'>;

const isOpen = ({ value }: Place): boolean => value.endedOn === null;

/** An instant with a place in the order of the group's enrolments: people who came at once wait as they came. */
const waitingSince = (now: Date, at: number): string => `${now.toISOString()} ${String(at).padStart(4, '0')}`;

/** Who is concerned, for the audit log. */
const subjectsOf = (places: readonly Place[]) =>
  [...Map.groupBy(places, ({ value }) => value.groupId)].flatMap(([groupId, own]) => [
    { kind: 'courseGroup' as const, id: groupId },
    ...own.map(({ value }) => ({ kind: 'participant' as const, id: value.participantId })),
  ]);

/** `places` after those in `changed` were written. */
const merged = (places: readonly Place[], changed: readonly Place[]): Place[] => {
  const after = new Map(changed.map((place) => [place.id, place]));
  return places.map((place) => after.get(place.id) ?? place);
};

/**
 * Ends places (of any groups) and lets people move up from the waiting lists. Gives every changed place in its new
 * state, those who moved up after those who left.
 */
export async function endPlaces(
  reader: RecordReader,
  places: readonly Place[],
  {
    endedOn,
    reason,
    today,
  }: { readonly endedOn: string; readonly reason: EnrolmentEndReason; readonly today: string },
): Promise<{ readonly ended: Place[]; readonly risen: Place[] }> {
  const ended = places.map((place) => ({
    ...place,
    value: { ...place.value, endedOn, endReason: reason },
  }));
  const openBefore = new Set(places.filter(holdsOpenPlace).map(({ id }) => id));
  const risen: Place[] = [];
  for (const [groupId, own] of Map.groupBy(ended, ({ value }) => value.groupId)) {
    const group = await reader.get('courseGroup', groupId);
    if (!group) continue;
    const all = merged(await reader.where('enrolment', 'groupId', groupId), own);
    const freed = own.filter(({ id }) => openBefore.has(id));
    risen.push(...movedUp(all, { ...group, today, freed }));
  }
  return { ended, risen };
}

/**
 * Takes the end of places back. Where there is no other place, whoever moved up into one of them goes back to the
 * waiting list, to their old place in it; refused where the place has been filled otherwise. Whoever waits again
 * moves up at once where there is a place meanwhile.
 */
export async function reopenPlaces(
  reader: RecordReader,
  places: readonly Place[],
  today: string,
): Promise<Result<Place[], Refusal>> {
  const puts: Place[] = [];
  for (const [groupId, own] of Map.groupBy(places, ({ value }) => value.groupId)) {
    const group = await reader.get('courseGroup', groupId);
    const reopened = own.map((place) => ({
      ...place,
      value: { ...place.value, endedOn: null, endReason: null },
    }));
    const all = await reader.where('enrolment', 'groupId', groupId);
    const ids = new Set(own.map(({ id }) => id));
    const others = all.filter((place) => isOpen(place) && !ids.has(place.id));
    const people = new Set(own.map(({ value }) => value.participantId));
    if (others.some(({ value }) => people.has(value.participantId)))
      return err({ code: 'enrolment.already' });
    const short = reopened.filter(holdsOpenPlace).length - freePlaces(others, group?.capacity ?? null);
    const back = short > 0 ? sentBack(others, ids).slice(0, short) : [];
    if (back.length < short) return err({ code: 'enrolment.filled-since' });
    const after = [...merged(others, back), ...reopened];
    const risen = group ? movedUp(after, { ...group, today, freed: [] }) : [];
    puts.push(...merged([...reopened, ...back], risen));
  }
  return ok(puts);
}

/** Those who moved up for the ends of `freedBy`, waiting as before; who came last in the line comes first. */
function sentBack(places: readonly Place[], freedBy: ReadonlySet<string>): Place[] {
  const waiting = places.flatMap((place): Place[] => {
    const { movedUp: rise } = place.value;
    if (rise === null || rise.freedBy === null || !freedBy.has(rise.freedBy)) return [];
    const { waitingSince, enrolledOn } = rise;
    return [{ ...place, value: { ...place.value, waitingSince, enrolledOn, movedUp: null } }];
  });
  return waitingLine(waiting).reverse();
}

/** People whose enrolments one write adds, ends or reopens. */
export const mostEnrolments = 1000;

const addInput = z.strictObject({
  groupId: z.string(),
  participantIds: z.array(z.string()).min(1).max(mostEnrolments),
  enrolledOn: dateSchema,
});

async function add(
  reader: RecordReader,
  { groupId, participantIds, enrolledOn }: z.infer<typeof addInput>,
  context: CommandContext,
) {
  const group = await reader.get('courseGroup', groupId);
  if (!group) return err({ code: 'enrolment.group-missing' });
  if (enrolledOn > group.endsOn) return err({ code: 'enrolment.after-end', field: 'enrolledOn' });
  const places = await reader.where('enrolment', 'groupId', groupId);
  const there = new Set(places.filter(isOpen).map(({ value }) => value.participantId));
  const named = [...new Set(participantIds)];
  const wanted = named.filter((id) => !there.has(id));
  const found = await reader.getMany('participant', wanted);
  if (found.length !== wanted.length) return err({ code: 'enrolment.participant-missing' });
  if (found.some(({ value }) => hasDeparted(value, context.today)))
    return err({ code: 'enrolment.departed' });
  // Nobody overtakes those who wait already.
  const free = waitingLine(places).length > 0 ? 0 : freePlaces(places, group.capacity);
  const puts = wanted.map((participantId, at): Place => {
    const base = { groupId, participantId, enrolledOn, endedOn: null, endReason: null, movedUp: null };
    const waits = at < free ? null : waitingSince(context.now, places.length + at);
    return { kind: 'enrolment', id: context.newId(), value: { ...base, waitingSince: waits } };
  });
  return ok({
    puts,
    subjects: subjectsOf(puts),
    output: {
      added: puts.slice(0, free).map(({ id }) => id),
      waiting: puts.slice(free).map(({ id }) => id),
      already: named.length - wanted.length,
    },
  });
}

export const enrolmentCommands = {
  /** Enrols people who aren't yet, in the order given; those for whom there is no place wait. */
  'enrolment.add': command({ input: addInput, decide: add }),
  /** Ends places, or takes people off the waiting list; whoever waits longest moves up. */
  'enrolment.end': command({
    input: z.strictObject({
      ids: z.array(z.string()).min(1).max(mostEnrolments),
      endedOn: dateSchema,
      reason: z.enum(enrolmentEndReasons),
    }),
    decide: async (reader, { ids, endedOn, reason }, { today }) => {
      const places = await reader.getMany('enrolment', ids);
      if (places.length !== new Set(ids).size) return err({ code: 'enrolment.missing' });
      if (endedOn > today) return err({ code: 'enrolment.ends-in-future', field: 'endedOn' });
      const held = places.filter(({ value }) => value.waitingSince === null && reason !== 'mistake');
      // What has not begun by today can't end later: it never was.
      if (held.some(({ value: { enrolledOn } }) => endedOn < enrolledOn && enrolledOn <= today))
        return err({ code: 'enrolment.ends-before-start', field: 'endedOn' });
      const { ended, risen } = await endPlaces(reader, places, { endedOn, reason, today });
      return ok({
        puts: [...ended, ...risen],
        subjects: subjectsOf([...ended, ...risen]),
        output: { ids: ended.map(({ id }) => id), movedUp: risen.map(({ value }) => value.participantId) },
      });
    },
  }),
  /** Takes ends back, for the undo. */
  'enrolment.reopen': command({
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(mostEnrolments) }),
    decide: async (reader, { ids }, { today }) => {
      const places = await reader.getMany('enrolment', ids);
      if (places.length !== new Set(ids).size) return err({ code: 'enrolment.missing' });
      const people = await reader.getMany(
        'participant',
        places.map(({ value }) => value.participantId),
      );
      if (people.some(({ value }) => hasDeparted(value, today))) return err({ code: 'enrolment.departed' });
      const puts = await reopenPlaces(reader, places, today);
      return puts.ok ? ok({ puts: puts.value, subjects: subjectsOf(puts.value), output: { ids } }) : puts;
    },
  }),
} as const;
