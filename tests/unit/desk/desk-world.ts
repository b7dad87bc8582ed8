/** A facility for the desk's state: people, sessions, a store that answers as the commands do, and a clock. */
import { samePerson } from '#renderer/features/desk/desk-log.ts';
import {
  type DeskEvent,
  type DeskState,
  deedOf,
  deskAfter,
  emptyDesk,
  type Recorded,
} from '#renderer/features/desk/desk-state.ts';
import { type DeskView, momentOf, verdictOf, withUnderWay } from '#renderer/features/desk/desk-view.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { DeskSession } from '#shared/domain/desk/fitting-session.ts';
import type { EnrolmentEntry, PersonEntry, SheetEntry } from '#shared/domain/directory.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';

export const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] as const;
const groups = ['g0', 'g1', 'g2'] as const;
const begin = new Date(2026, 10, 23, 9, 0);

const person = (id: string): PersonEntry => ({ ...madeParticipant(id), id, formerNumbers: [] });

export type Outcome = 'ok' | 'fails';

export class DeskWorld {
  state: DeskState = emptyDesk;
  now = begin;
  /** What the store holds: `session person`. */
  readonly present = new Set<string>();
  /** Names and heads that the store holds, by deed. */
  readonly unnamed = new Map<number, number>();
  /** How often each deed was written, and taken back. */
  readonly writes = new Map<string, number>();
  readonly #places: readonly EnrolmentEntry[];
  readonly #capacity: number | null;

  /** @param placesOf for each person the numbers of the groups that they have a place in */
  constructor(placesOf: readonly (readonly number[])[], capacity: number | null) {
    this.#capacity = capacity;
    this.#places = placesOf.flatMap((numbers, at) =>
      numbers.map((group) => ({
        ...{ id: `${at} ${group}`, groupId: groups[group] ?? '', participantId: people[at] ?? '' },
        ...{ enrolledOn: '2026-11-02', endedOn: null, endReason: null, waitingSince: null },
      })),
    );
  }

  get sessions(): readonly DeskSession[] {
    return groups.map((id, at) => {
      const { reason: _, ...slot } = {
        ...madeSlot('2026-11-23', { startsAt: 540, endsAt: 630 }),
        reason: null,
      };
      const sessionId = `s${at}`;
      const there = [...this.present].filter((key) => key.startsWith(`${sessionId} `));
      const counts = [...this.unnamed].filter(([key]) => deedOf(this.state, key)?.sessionId === sessionId);
      const heads = counts.reduce((sum, [, by]) => sum + by, 0);
      const sheet: SheetEntry = {
        ...{ id: sessionId, groupId: id, recorded: there.length, attended: there.length, heads },
        ...{ closed: false, unlinked: 0 },
        marks: Object.fromEntries(there.map((key) => [key.split(' ')[1] ?? '', 'p'])),
      };
      return {
        session: { ...slot, id: sessionId, groupId: id, lead: null, cancelled: false, moved: false },
        sheet,
        group: { ...madeGroup('offer', { capacity: at === 0 ? this.#capacity : null }), id },
        offer: { ...madeOffer({ walkIns: true }), id: 'offer' },
      };
    });
  }

  view(): DeskView {
    return {
      moment: momentOf(this.now),
      sessions: withUnderWay(this.sessions, this.state.log),
      directory: {
        get: ((_kind: string, id: string) => person(id)) as DeskView['directory']['get'],
        enrolmentsOf: (index, id) => this.#places.filter((place) => place[index] === id),
      },
    };
  }

  send(event: DeskEvent): void {
    this.state = deskAfter(this.state, event);
  }

  arrive(id: string, scanned: boolean, idle: boolean): void {
    const verdict = verdictOf(this.view(), id);
    if (!verdict) throw new Error('nobody');
    const who = { kind: 'person', id } as const;
    this.send({ kind: 'arrived', who, verdict, scanned, idle, at: this.now.toISOString() });
  }

  /** The store answers the first task. */
  answer(outcome: Outcome): void {
    const [task] = this.state.tasks;
    const deed = task && deedOf(this.state, task.key);
    if (!task || !deed) return;
    const name = `${task.key} ${task.back ? 'back' : 'put'}`;
    const failed = err({ code: 'disk.full' });
    if (task.back) {
      if (outcome === 'ok') {
        this.writes.set(name, (this.writes.get(name) ?? 0) + 1);
        if (deed.who.kind === 'person') this.present.delete(`${deed.sessionId} ${deed.who.id}`);
        else this.unnamed.delete(deed.key);
      }
      this.send({ kind: 'taken-back', answer: outcome === 'ok' ? ok(undefined) : failed });
      return;
    }
    this.send({ kind: 'recorded', answer: outcome === 'ok' ? this.#put(deed.key, name) : failed });
  }

  #put(key: number, name: string): Result<Recorded, Refusal> {
    const deed = deedOf(this.state, key);
    if (!deed) return err({ code: 'gone' });
    const { who, sessionId, mark, overCapacity } = deed;
    if (who.kind === 'person') {
      const place = `${sessionId} ${who.id}`;
      const nothing = { participantId: who.id, mark: 'not-recorded', late: null, early: null } as const;
      const undo = { kind: 'person', previous: nothing } as const;
      if (this.present.has(place)) return ok({ already: true, mark, undo });
      const expected = this.#places.some(
        (one) => one.participantId === who.id && `s${one.groupId[1]}` === sessionId,
      );
      const there = [...this.present].filter((one) => one.startsWith(`${sessionId} `)).length;
      const isFull = sessionId === 's0' && this.#capacity !== null && there >= this.#capacity;
      if (isFull && !expected && !overCapacity) return err({ code: 'attendance.full' });
      this.present.add(place);
      this.writes.set(name, (this.writes.get(name) ?? 0) + 1);
      return ok({ already: false, mark, undo });
    }
    this.unnamed.set(key, who.kind === 'heads' ? who.by : 1);
    this.writes.set(name, (this.writes.get(name) ?? 0) + 1);
    const undo =
      who.kind === 'heads' ? ({ kind: 'heads' } as const) : ({ kind: 'name', entryId: 'e' } as const);
    return ok({ already: false, mark, undo });
  }

  isDecidedAbout(id: string): boolean {
    const { choice, waiting } = this.state;
    return [...(choice ? [choice] : []), ...waiting].some(({ who }) =>
      samePerson(who, { kind: 'person', id }),
    );
  }
}
