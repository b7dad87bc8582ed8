import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed } from '#renderer/features/desk/desk-log.ts';
import { deskAfter, emptyDesk, lastDeed } from '#renderer/features/desk/desk-state.ts';
import { optionsOf } from '#renderer/features/desk/desk-view.ts';
import { DeskWorld, people } from './desk-world.ts';

const deeds = (world: DeskWorld): readonly Deed[] =>
  world.state.log.filter((entry): entry is Deed => entry.kind === 'deed');
const states = (world: DeskWorld): readonly string[] => deeds(world).map(({ state }) => state);
/** p0 has a place in the first group, p1 in the first two, the others in none. */
const facility = (capacity: number | null = null) => new DeskWorld([[0], [0, 1], [], [], [], []], capacity);

function decide(world: DeskWorld, place = 0): void {
  const { choice } = world.state;
  const option = choice && optionsOf(world.view(), choice)[place];
  if (!choice || !option) return;
  const { at, mark, full } = option;
  world.send({
    kind: 'decided',
    key: choice.key,
    choice: { sessionId: at.session.id, mark, overCapacity: full },
  });
}

describe('somebody who arrives', () => {
  it('with one place is checked in at once, pending until it is saved', () => {
    const world = facility();
    world.arrive('p0', true, true);
    expect(states(world)).toEqual(['pending']);
    world.answer('ok');
    expect(states(world)).toEqual(['saved']);
    expect([...world.present]).toEqual(['s0 p0']);
  });

  it('counts as there while the first check-in is still being saved', () => {
    const world = facility();
    world.arrive('p0', true, true);
    world.now = new Date(world.now.getTime() + 60_000);
    world.arrive('p0', true, true);
    expect(world.state.log[0]).toMatchObject({ kind: 'note', remark: { kind: 'already', sessionId: 's0' } });
    expect(world.state.tasks).toHaveLength(1);
  });

  it('scanned twice in a moment is not sent to a second session', () => {
    const world = facility();
    world.arrive('p1', true, true);
    decide(world);
    world.answer('ok');
    world.arrive('p1', true, true);
    expect(world.state.log[0]).toMatchObject({ kind: 'note', remark: { kind: 'already' } });
    world.now = new Date(world.now.getTime() + 60_000);
    world.arrive('p1', true, true);
    world.answer('ok');
    expect(world.present.size).toBe(2);
  });

  it('scanned without a place waits in line and does not hold up the next scan', () => {
    const world = facility();
    world.arrive('p2', true, false);
    world.arrive('p0', true, false);
    world.arrive('p3', true, false);
    world.arrive('p2', true, false);
    expect(states(world)).toEqual(['pending']);
    expect(world.state.waiting.map(({ who }) => who)).toEqual([
      { kind: 'person', id: 'p2' },
      { kind: 'person', id: 'p3' },
    ]);
  });

  it('is put back in line when somebody else is decided about, and never lost by Escape', () => {
    const world = facility();
    world.arrive('p2', true, true);
    expect(world.state.choice?.who).toEqual({ kind: 'person', id: 'p2' });
    world.arrive('p3', false, true);
    world.send({ kind: 'put-aside' });
    expect([world.state.choice, world.state.waiting.length]).toEqual([null, 1]);
    world.arrive('p2', false, true);
    expect([world.state.choice?.scanned, world.state.waiting.length]).toEqual([true, 0]);
  });
});

describe('undoing', () => {
  it('takes the last one back, then the one before', () => {
    const world = facility();
    world.arrive('p0', false, true);
    world.arrive('p2', false, true);
    decide(world, 1);
    while (world.state.tasks.length > 0) world.answer('ok');
    for (const left of [1, 0]) {
      world.send({ kind: 'undo', key: lastDeed(world.state)?.key ?? -1 });
      world.answer('ok');
      expect(world.present.size).toBe(left);
    }
    expect(lastDeed(world.state)).toBeUndefined();
  });

  it('waits for the deed that is still being saved', () => {
    const world = facility();
    world.arrive('p0', false, true);
    world.send({ kind: 'undo', key: 1 });
    world.answer('ok');
    expect(world.present.size).toBe(1);
    world.answer('ok');
    expect([world.present.size, ...states(world)]).toEqual([0, 'undone']);
  });

  it('of something that could not be saved has nothing to do', () => {
    const world = facility();
    world.arrive('p0', false, true);
    world.send({ kind: 'undo', key: 1 });
    world.answer('fails');
    expect([world.state.tasks.length, ...states(world)]).toEqual([0, 'undone']);
  });

  it('lets the same person come in again at once', () => {
    const world = facility();
    world.arrive('p0', false, true);
    world.answer('ok');
    world.send({ kind: 'undo', key: 1 });
    world.arrive('p0', true, true);
    while (world.state.tasks.length > 0) world.answer('ok');
    expect([...world.present]).toEqual(['s0 p0']);
    expect(states(world)).toEqual(['saved', 'undone']);
  });
});

describe('a failure', () => {
  it('stays until somebody has seen it, and can be tried again', () => {
    const world = facility();
    world.arrive('p0', true, true);
    world.answer('fails');
    for (const id of people.slice(2)) {
      world.arrive(id, true, false);
      world.send({ kind: 'taken-up', key: world.state.waiting[0]?.key ?? -1 });
      decide(world, 1);
      world.answer('ok');
    }
    expect(deeds(world).at(-1)).toMatchObject({
      state: 'failed',
      seen: false,
      refusal: { code: 'disk.full' },
    });
    world.send({ kind: 'retry', key: 1 });
    world.answer('ok');
    expect(deeds(world).at(-1)).toMatchObject({ state: 'saved', refusal: null });
  });

  it('outlives a long day', () => {
    let state = deskAfter(emptyDesk, { kind: 'counted', sessionId: 's', by: 1, at: '' });
    state = deskAfter(state, { kind: 'recorded', answer: { ok: false, error: { code: 'disk.full' } } });
    for (let count = 0; count < 200; count += 1)
      state = deskAfter(state, { kind: 'noted', remark: { kind: 'nothing-on' }, at: '' });
    expect(state.log.some((entry) => entry.key === 1)).toBe(true);
    state = deskAfter(state, { kind: 'seen', key: 1 });
    state = deskAfter(state, { kind: 'noted', remark: { kind: 'nothing-on' }, at: '' });
    expect(state.log.some((entry) => entry.key === 1)).toBe(false);
  });

  it('for want of the last place, which somebody else took, is a decision and not a failure', () => {
    const world = facility(1);
    world.arrive('p2', false, true);
    decide(world);
    world.present.add('s0 p9');
    world.answer('ok');
    expect([world.state.log.length, world.state.waiting.map(({ reason }) => reason)]).toEqual([0, ['full']]);
  });
});

describe('whatever happens in whatever order', () => {
  const one = fc.nat({ max: 5 });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('scan' as const), who: one, at: one }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('type' as const), who: one, at: one }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('answer' as const), who: one, at: one }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('fail' as const), who: one, at: one }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('decide' as const), who: one, at: one }) },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constantFrom('aside' as const, 'take-up' as const, 'drop' as const, 'count' as const),
        who: one,
        at: one,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constantFrom('undo' as const, 'undo-last' as const, 'retry' as const, 'wait' as const),
        who: one,
        at: one,
      }),
    },
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  function take(world: DeskWorld, { does, who, at }: Step): void {
    const id = people[who] ?? '';
    const { state } = world;
    const key = deeds(world)[at]?.key ?? -1;
    const waiting = state.waiting[at]?.key ?? -1;
    if (does === 'scan' || does === 'type')
      world.arrive(id, does === 'scan', state.choice === null && at > 2);
    else if (does === 'answer') world.answer('ok');
    else if (does === 'fail') world.answer('fails');
    else if (does === 'decide') decide(world, at % 3);
    else if (does === 'aside') world.send({ kind: 'put-aside' });
    else if (does === 'take-up') world.send({ kind: 'taken-up', key: waiting });
    else if (does === 'drop') world.send({ kind: 'dropped', key: waiting });
    else if (does === 'undo') world.send({ kind: 'undo', key });
    else if (does === 'undo-last') world.send({ kind: 'undo', key: lastDeed(state)?.key ?? -1 });
    else if (does === 'retry') world.send({ kind: 'retry', key });
    else if (does === 'wait') world.now = new Date(world.now.getTime() + 30_000);
    else world.send({ kind: 'counted', sessionId: `s${at % 3}`, by: 1, at: world.now.toISOString() });
  }

  /** Scanned people whom nobody has decided about or dropped. */
  const inLine = ({ state: { choice, waiting } }: DeskWorld): readonly number[] =>
    [...(choice ? [choice] : []), ...waiting].filter(({ scanned }) => scanned).map(({ key }) => key);

  function check(
    world: DeskWorld,
    before: DeskWorld['state'],
    lineBefore: readonly number[],
    done: Step,
  ): void {
    const { state } = world;
    const arrived = done.does === 'scan' || done.does === 'type';
    const grown = state.log.length - before.log.length;
    if (arrived && grown !== 1) expect(world.isDecidedAbout(people[done.who] ?? '')).toBe(true);
    const left = lineBefore.filter((key) => !inLine(world).includes(key));
    const may = ['decide', 'drop'].includes(done.does) || (arrived && grown === 1);
    if (!may) expect(left).toEqual([]);
    expect(new Set(state.tasks.map(({ key, back }) => `${key} ${back}`)).size).toBe(state.tasks.length);
    for (const { key, state: now } of deeds(world))
      expect(state.tasks.some((task) => task.key === key)).toBe(now === 'pending' || now === 'undoing');
  }

  it('nobody is lost, nobody is in twice, and what is shown as saved is saved', () => {
    const places = fc.array(fc.uniqueArray(fc.nat({ max: 2 })), { minLength: 6, maxLength: 6 });
    const capacity = fc.option(fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(places, capacity, fc.array(step, { maxLength: 40 }), (placesOf, most, steps) => {
        const world = new DeskWorld(placesOf, most);
        for (const one_ of steps) {
          const { state } = world;
          const line = inLine(world);
          take(world, one_);
          check(world, state, line, one_);
        }
        while (world.state.tasks.length > 0) world.answer('ok');
        const saved = deeds(world).filter(({ state, who }) => state === 'saved' && who.kind === 'person');
        const places_ = saved.map(
          ({ sessionId, who }) => `${sessionId} ${who.kind === 'person' ? who.id : ''}`,
        );
        const notBack = deeds(world)
          .filter(({ state, who }) => state === 'undo-failed' && who.kind === 'person')
          .map(({ sessionId, who }) => `${sessionId} ${who.kind === 'person' ? who.id : ''}`);
        expect([...world.present].sort()).toEqual([...new Set([...places_, ...notBack])].sort());
        expect(new Set(places_).size).toBe(places_.length);
        expect(deeds(world).some(({ state }) => state === 'pending' || state === 'undoing')).toBe(false);
        // Each was written once, and taken back at most once.
        expect([...world.writes.values()].every((count) => count === 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
