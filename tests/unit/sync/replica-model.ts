import fc from 'fast-check';
import type { MergeRule } from '#shared/domain/records/define.ts';
import { hybridClock } from '#shared/sync/clock.ts';
import { dismissed, tidied, written } from '#shared/sync/edits.ts';
import type { RecordVersion, StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import type { Fields } from '#shared/sync/units.ts';

/** Milliseconds of the true time that the model begins at, and of the years that clocks are off by. */
export const begin = 60 * 365 * 86_400_000;
export const tenYears = 10 * 365 * 86_400_000;

/** Every way in which fields can hang together. */
export const rules: readonly MergeRule[] = [
  { entriesOf: ['entries'], itemsOf: ['items'], together: [['a', 'b']] },
  { entriesOf: ['entries'], itemsOf: ['items'], together: [['a', 'b'], ['c']], rest: 'together' },
];

/** One workstation with its copy of one record. */
export interface Replica {
  readonly workstationId: string;
  record: RecordVersion | undefined;
  /** Milliseconds by which its clock is off. */
  off: number;
  lastStamp: string;
  /** Own stamps up to this one were published or put right. */
  settledUpTo: string;
}

export const replicas = (count: number, offs: readonly number[]): Replica[] =>
  Array.from({ length: count }, (_, at) => ({
    workstationId: String(at + 1).repeat(16),
    ...{ record: undefined, off: offs[at] ?? 0, lastStamp: '', settledUpTo: '' },
  }));

const targets = [
  'a',
  'b',
  'c',
  'd',
  'entry 0',
  'entry 1',
  'item',
  'drop d',
  'drop entry 0',
  'drop item',
] as const;
export type Target = (typeof targets)[number];
/** One field more often than the others: most courses have edits that knew nothing of each other. */
export const target = fc.oneof(
  { weight: 1, arbitrary: fc.constant('d' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...targets) },
);
export const clockOff = fc.oneof(
  fc.integer({ min: -tenYears, max: tenYears }),
  fc.integer({ min: -700_000, max: 700_000 }),
);

/** Writes of a course of events, each with a text of its own, and the texts that went in knowledge of them. */
export class Course {
  readonly rule: MergeRule;
  time = begin;
  erased = false;
  #count = 0;
  readonly #texts: string[] = [];
  readonly #seenGoing = new Set<string>();
  /** Texts of fields that go together: one that was replaced may stand in another version of them all the same. */
  readonly #grouped = new Set<string>();

  constructor(rule: MergeRule) {
    this.rule = rule;
  }

  /** Changes something at a replica; in an erased record nothing can be. */
  edit(replica: Replica, at: Target): void {
    const { record } = replica;
    if (record && 'erased' in record) return;
    const before: Fields = record?.value ?? {
      ...{ a: this.#text('a'), b: this.#text('b'), c: this.#text(), d: this.#text(), entries: {}, items: [] },
    };
    const value = record ? this.#changed(before, at) : before;
    const now = (): number => this.time + replica.off;
    replica.lastStamp = hybridClock(now, replica.workstationId, replica.lastStamp).next();
    replica.record = written(this.rule, record, value, replica.lastStamp);
  }

  erase(replica: Replica): void {
    if (!replica.record) return;
    this.erased = true;
    const now = (): number => this.time + replica.off;
    replica.lastStamp = hybridClock(now, replica.workstationId, replica.lastStamp).next();
    replica.record = { erased: true, stamps: { '*': replica.lastStamp } };
  }

  dismiss(replica: Replica, at: number): void {
    const { record } = replica;
    const history = record && 'value' in record ? record.history : undefined;
    const edit = history?.[at % history.length];
    if (!edit) return;
    this.#note(edit.value);
    replica.record = dismissed(this.rule, record as StampedRecord, edit);
  }

  /** A replica gets a version of the record and stores what comes of both. */
  receive(replica: Replica, version: RecordVersion): void {
    const { record } = replica;
    const merged = record ? mergeVersions(this.rule, record, version).version : version;
    if ('erased' in merged) replica.record = merged;
    else {
      const { record: stored, dropped } = tidied(this.rule, merged);
      for (const { value } of dropped) this.#note(value);
      replica.record = stored;
    }
  }

  /** What was written, of which there is no trace in the record though nobody who saw it replaced or dismissed it. */
  vanished(record: RecordVersion | undefined): string[] {
    if (this.erased) return [];
    const left = JSON.stringify(record) ?? '';
    return this.#texts.filter((text) => !this.#seenGoing.has(text) && !left.includes(text));
  }

  /** What is still there, or again, though somebody who saw it replaced or dismissed it. */
  returned(record: RecordVersion | undefined): string[] {
    const left = JSON.stringify(record) ?? '';
    return [...this.#seenGoing].filter((text) => !this.#grouped.has(text) && left.includes(text));
  }

  #text(field = ''): string {
    this.#count += 1;
    const text = `<${this.#count}>`;
    this.#texts.push(text);
    if (field === 'a' || field === 'b') this.#grouped.add(text);
    return text;
  }

  #note(value: unknown): void {
    for (const [text] of (JSON.stringify(value) ?? '').matchAll(/<\d+>/g)) this.#seenGoing.add(text);
  }

  #changed(value: Fields, at: Target): Fields {
    const [what = '', name = '', id = ''] = at.split(' ');
    const entries = value.entries as Fields;
    const items = value.items as readonly unknown[];
    if (at === 'item') return { ...value, items: [...items, { text: this.#text() }] };
    if (what === 'entry') {
      this.#note(entries[name]);
      return { ...value, entries: { ...entries, [name]: { text: this.#text() } } };
    }
    if (what !== 'drop') {
      this.#note(value[what]);
      return { ...value, [what]: this.#text(what) };
    }
    if (name === 'item') {
      this.#note(items[0]);
      return { ...value, items: items.slice(1) };
    }
    if (name === 'entry') {
      this.#note(entries[id]);
      const { [id]: _entry, ...others } = entries;
      return { ...value, entries: others };
    }
    this.#note(value[name]);
    const { [name]: _field, ...others } = value;
    return others;
  }
}
