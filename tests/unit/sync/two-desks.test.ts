import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CommandInput, CommandName } from '#shared/domain/commands/registry.ts';
import { type RecordKind, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';
import { timesProblem } from '#shared/domain/timetable/timetable.ts';
import { written } from '#shared/sync/edits.ts';
import type { StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { madeGroup, madeMark, madeOffer, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { type Seeded, seeded, today } from '../commands/seeded.ts';
import { pc1, pc2, stampAt } from './made-stamps.ts';
import { patience, seeds } from './seeds.ts';

type Deed = { readonly [N in CommandName]: readonly [N, CommandInput<N>] }[CommandName];

/** Deeds that change several fields of the records that there are. */
function deeds(here: Seeded, emptyGroupId: string): fc.Arbitrary<Deed> {
  const { amina, bilal, chidi, offerId, groupId, sessionId, places } = here;
  const id = sessionId;
  // Few values, so that one desk often leaves alone what the other changes.
  const start = fc.constantFrom(480, 540, 600, 660);
  const length = fc.constantFrom(15, 60, 90, 120);
  const day = fc.constantFrom(today, '2026-11-24', '2026-12-01');
  const slot = fc
    .tuple(day, start, length)
    .map(([date, startsAt, more]) => madeSlot(date, { startsAt, endsAt: startsAt + more, room: `R ${more}` }))
    .map(({ moduleId: _module, ...rest }) => rest);
  return fc.oneof(
    { weight: 4, arbitrary: slot.map((to): Deed => ['session.move', { id, slot: to, reason: 'moved' }]) },
    fc.constant<Deed>(['session.assign', { id, lead: 'Ada', moduleId: null }]),
    fc.constant<Deed>(['session.cancel', { id, reason: 'ill' }]),
    fc
      .constantFrom('finished' as const, 'mistake' as const)
      .map((reason): Deed => ['enrolment.end', { ids: [...places], endedOn: today, reason }]),
    fc.constant<Deed>(['enrolment.reopen', { ids: [...places] }]),
    fc.constant<Deed>(['enrolment.add', { groupId, participantIds: [chidi], enrolledOn: today }]),
    fc
      .constantFrom('present' as const, 'late' as const)
      .map(
        (mark): Deed => [
          'attendance.record',
          { sessionId, marks: [madeMark(amina, mark, 20), madeMark(bilal)], reason: null },
        ],
      ),
    fc.constant<Deed>(['attendance.close', { sessionId }]),
    fc
      .integer({ min: 0, max: 9 })
      .map((people): Deed => ['attendance.count', { sessionId, people, reason: 'counted' }]),
    fc.constant<Deed>(['participant.depart', { id: amina, departedOn: today }]),
    fc.constant<Deed>(['participant.return', { id: amina, reopen: [] }]),
    fc
      .constantFrom('X', 'Y')
      .map(
        (name): Deed => [
          'participant.update',
          { id: amina, changes: { given: name, family: name, arrivedOn: '2026-10-01' } },
        ],
      ),
    fc.constant<Deed>(['participant.merge', { keptId: amina, mergedId: bilal }]),
    fc.tuple(fc.integer({ min: 10, max: 60 }), fc.boolean()).map(([ue, inModules]): Deed => {
      const modules = inModules ? [{ id: 'm', title: 'M', ue, contents: [] }] : [];
      return ['offer.save', { id: offerId, offer: madeOffer({ uePlanned: ue, modules }) }];
    }),
    fc
      .tuple(fc.constantFrom('2026-10-05', '2026-12-10'), fc.constantFrom('2026-11-27', '2026-12-18'))
      .map(([startsOn, endsOn]): Deed => {
        const group = madeGroup(offerId, { startsOn, endsOn, capacity: 9 });
        return ['courseGroup.save', { id: emptyGroupId, group }];
      }),
  );
}

type Tables = Record<string, Map<string, Readonly<Record<string, unknown>>>>;

/** What a desk makes of the records, as stamped records; what is refused there changes nothing. */
async function desk(
  { tables }: Seeded,
  todo: readonly Deed[],
  idPrefix: string,
  workstationId: string,
): Promise<Map<string, StampedRecord>> {
  const own = structuredClone(tables) as Tables;
  const { commands } = memoryServices({ tables: own, idPrefix });
  for (const [name, input] of todo) await commands.execute(name, input as never);
  const stamped = new Map<string, StampedRecord>();
  for (const kind of recordKinds)
    for (const [id, value] of own[kind] ?? []) {
      const before = (tables as Tables)[kind]?.get(id);
      const base = before && { value: before, stamps: { '*': stampAt(1, pc1) } };
      const rule = recordTypes[kind].merging;
      stamped.set(`${kind} ${id}`, written(rule, base, value, stampAt(2, workstationId)));
    }
  return stamped;
}

it(
  'what two desks did by the real commands is valid in every record after the merge',
  async () => {
    const here = await seeded();
    const empty = madeGroup(here.offerId, { startsOn: '2026-10-05' });
    const deed = deeds(here, (await here.done('courseGroup.save', { id: null, group: empty })).id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 6 }),
        fc.array(deed, { maxLength: 6 }),
        async (mine, theirs) => {
          const one = await desk(here, mine, 'one', pc1);
          const other = await desk(here, theirs, 'other', pc2);
          for (const key of new Set([...one.keys(), ...other.keys()])) {
            const kind = key.split(' ')[0] as RecordKind;
            const [a, b] = [one.get(key) ?? other.get(key), other.get(key) ?? one.get(key)];
            if (!a || !b) continue;
            const { version, anomalies } = mergeVersions(recordTypes[kind].merging, a, b);
            const { value } = version as StampedRecord;
            expect(anomalies).toEqual([]);
            expect(recordTypes[kind].schema.parse(value)).toEqual(value);
            makesSense(kind, value);
          }
        },
      ),
      { numRuns: seeds },
    );
  },
  patience,
);

/** The rules between fields that commands keep. */
function makesSense(kind: RecordKind, value: Readonly<Record<string, unknown>>): void {
  if (kind === 'session') expect(timesProblem(value as never)).toBeUndefined();
  if (kind === 'enrolment') expect(value.endedOn === null).toBe(value.endReason === null);
  if (kind === 'courseGroup') expect(String(value.startsOn) <= String(value.endsOn)).toBe(true);
  if (kind === 'participant' && value.departedOn !== null && value.arrivedOn !== null)
    expect(String(value.arrivedOn) <= String(value.departedOn)).toBe(true);
  if (kind === 'offer') {
    const modules = value.modules as readonly { readonly ue: number }[];
    if (modules.length > 0) expect(modules.reduce((sum, { ue }) => sum + ue, 0)).toBe(value.uePlanned);
  }
}
