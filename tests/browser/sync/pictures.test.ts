import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenedData } from '#renderer/data/open-data.ts';
import { rowOnWire, wireTable } from '#shared/sync/wire.ts';
import { madeGroup, madeMark, madeOffer, madePartner, madeRequests, madeSlot } from '#tests/memory/made.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';
import { participant, rotatingSealing } from '../data/harness.ts';
import { run, Site, type Station } from './site.ts';

let keys: Awaited<ReturnType<typeof rotatingSealing>>;
let site: Site;
beforeEach(async () => {
  keys = await rotatingSealing();
  site = new Site(keys.sealing);
  for (const { workplace } of site.stations)
    workplace.proofSigner = async () => ({ ok: true, value: await memorySigner() });
});
afterEach(() => site.remove());

const station = (number: number): Station => site.station(number);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A picture of so many bytes, told from others by its number. */
function logo(bytes: number, number: number): string {
  const content = Array.from(
    { length: Math.ceil(bytes / 3) * 4 },
    (_, at) => letters[(at * 7 + number) % 64],
  );
  return `data:image/png;base64,${content.join('')}`;
}

/** Partners with these logos, and a certificate of each person that names them all. */
async function certified(data: OpenedData, logos: readonly string[], names: readonly string[]) {
  await run(data, 'facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const partnerIds: string[] = [];
  for (const [at, picture] of logos.entries()) {
    const partner = { ...madePartner(`Partner ${at}`), logo: picture };
    partnerIds.push((await run(data, 'partner.save', { id: null, partner })).id);
  }
  const people: string[] = [];
  for (const name of names) people.push((await run(data, 'participant.create', participant(name))).id);
  const { id: offerId } = await run(data, 'offer.save', { id: null, offer: madeOffer({ partnerIds }) });
  const group = madeGroup(offerId, { capacity: names.length });
  const { id: groupId } = await run(data, 'courseGroup.save', { id: null, group });
  await run(data, 'enrolment.add', { groupId, participantIds: people, enrolledOn: '2026-11-02' });
  const { id: sessionId } = await run(data, 'session.plan', { groupId, ...madeSlot('2026-11-20') });
  const marks = people.map((id) => madeMark(id));
  await run(data, 'attendance.record', { sessionId, marks, reason: null });
  const { ids } = await run(data, 'certificate.issue', madeRequests(groupId, people));
  return { partnerIds, people, ids };
}

const onServer = (): number => site.bucket.entries.reduce((sum, { value }) => sum + value.length, 0);

/** The values of pieces: nothing else here is so long. */
const pieces = () => site.bucket.entries.filter(({ value }) => value.length > 100_000);

const noneWaits = (): void => {
  for (const { engine } of site.stations) if (engine) expect(engine.figures().waiting).toBe(0);
};

it('certificates with three logos of 150 kB reach the others, each logo once', async () => {
  const logos = [1, 2, 3].map((number) => logo(150_000, number));
  const one = await station(1).open();
  const two = await station(2).open();
  const { ids } = await certified(one, logos, ['Amina', 'Navid', 'Zahra']);
  await site.agrees();
  noneWaits();
  const [certificate] = await two.records.all('certificate');
  expect(ids).toContain(certificate?.id);
  expect(certificate?.value.partners.map((partner) => partner.logo)).toEqual(logos);
  expect(pieces()).toHaveLength(3);
  expect(onServer()).toBeLessThan(800_000);
  // What docs/decisions/0023 stands on: the logos are what is large.
  expect(JSON.stringify(certificate?.value).length).toBeGreaterThan(600_000);
  const key = two.replica.keyOf({ kind: 'certificate', id: certificate?.id ?? '' });
  expect(site.bucket.get(key)?.value.length).toBeLessThan(4_096);
  // One that comes later reads them as well, and what was published is not published again.
  const { sequence } = site.bucket;
  await station(3).open();
  await site.agrees();
  expect(site.bucket.sequence).toBe(sequence);
  await run(one, 'certificate.print', { ids: [...ids] });
  await site.agrees();
  expect(pieces().map(({ revision }) => revision <= sequence)).toEqual([true, true, true]);
});

it('more than one frame of the journal holds comes nevertheless, in several', async () => {
  const one = await station(1).open();
  const logos = [1, 2, 3, 4].map((number) => logo(524_000, number));
  await certified(
    one,
    logos,
    Array.from({ length: 8 }, (_, at) => `Person ${at}`),
  );
  await site.inStep();
  await station(2).open();
  await site.agrees();
  // A logo of the largest size goes in two pieces.
  expect(pieces()).toHaveLength(8);
  const frames = station(2).workplace.journal.frames.map(({ length }) => length);
  expect(Math.max(...frames)).toBeLessThan(20 * 1024 * 1024);
  expect(frames.filter((length) => length > 2_000_000).length).toBeGreaterThan(1);
});

it('a logo that was replaced at two desks stays in the history of both', async () => {
  const [one, two] = [await station(1).open(), await station(2).open()];
  const { id } = await run(one, 'partner.save', {
    id: null,
    partner: { ...madePartner('Partner'), logo: logo(90_000, 1) },
  });
  await site.agrees();
  for (const { line } of site.stations) line?.go('offline');
  for (const [at, data] of [one, two].entries())
    await run(data, 'partner.save', {
      id,
      partner: { ...madePartner('Partner'), logo: logo(90_000, at + 2) },
    });
  for (const { line } of site.stations) line?.go('connected');
  await site.agrees();
  for (const data of [one, two])
    expect(await data.replica.hasOverwritten({ kind: 'partner', id })).toBe(true);
  expect(pieces()).toHaveLength(3);
});

it('a piece that somebody overwrote is put right, and who lacked it meanwhile reads the record again', async () => {
  const one = await station(1).open();
  await certified(one, [logo(150_000, 1)], ['Amina']);
  const before = await site.agrees();
  const [{ key = '', value = new Uint8Array() } = {}] = pieces();
  const flipped = value.slice();
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  for (const garbage of [flipped, new Uint8Array(), Uint8Array.of(9, 9, 9)]) {
    site.bucket.put(key, garbage);
    await vi.waitFor(() => expect(pieces()).toHaveLength(1), 10_000);
    expect(await site.agrees()).toBe(before);
  }
  // While nobody is there who has it, a new workstation goes without the records that refer to it.
  await station(1).close();
  site.bucket.put(key, flipped);
  const two = await station(2).open();
  await site.inStep();
  expect(await two.records.all('certificate')).toEqual([]);
  expect(await two.records.all('participant')).toHaveLength(1);
  // Nor does it take what another piece says.
  const wrong = await two.replica.sealPiece(key, logo(150_000, 2));
  site.bucket.put(key, wrong.value);
  await site.inStep();
  expect(await two.records.all('certificate')).toEqual([]);
  await station(1).open();
  await vi.waitFor(async () => expect(await two.records.all('certificate')).toHaveLength(1), 10_000);
  expect(await site.agrees()).toBe(before);
});

it('a new epoch seals pieces again; an erased person leaves a certificate without a name', async () => {
  const one = await station(1).open();
  await station(2).open();
  const { people } = await certified(one, [logo(150_000, 1)], ['Zarifa']);
  await site.agrees();
  const epoch = await keys.next();
  await station(1).engine?.resealAll();
  const epochs = (): Set<string> =>
    new Set(site.bucket.entries.flatMap(({ key, value }) => rowOnWire(key, value)?.keyId ?? []));
  await vi.waitFor(() => expect([...epochs()]).toEqual([epoch]), 10_000);
  await site.agrees();
  await run(one, 'participant.erase', { id: people[0] ?? '' });
  await site.agrees();
  const rows = site.bucket.entries.flatMap(({ key, value }) => rowOnWire(key, value) ?? []);
  for (const answer of await keys.sealing.openAll(wireTable, rows))
    expect(answer.ok && new TextDecoder().decode(answer.value.bytes)).not.toContain('Zarifa');
});

it('nothing is lost with an answer, nor with the server', async () => {
  const one = await station(1).open();
  await station(2).open();
  const { line } = station(1);
  if (line) line.nextPublish = 'lose-answer';
  await certified(one, [logo(150_000, 1)], ['Amina']);
  const before = await site.agrees();
  site.bucket = site.newBucket(1_000);
  for (const number of [1, 2]) await station(number).open();
  for (const number of [1, 2]) {
    await station(number).engine?.reseed();
    await station(number).open();
  }
  expect(await site.agrees()).toBe(before);
  expect(pieces()).toHaveLength(1);
});

it('an app that does not know pictures apart takes these records for those of a newer one', async () => {
  const one = await station(1).open();
  const { partnerIds } = await certified(one, [logo(150_000, 1)], ['Amina']);
  await site.inStep();
  const key = one.replica.keyOf({ kind: 'partner', id: partnerIds[0] ?? '' });
  const row = rowOnWire(key, site.bucket.get(key)?.value ?? new Uint8Array());
  const opened = row && (await keys.sealing.open(wireTable, row));
  const content = opened?.ok ? new TextDecoder().decode(opened.value.bytes) : '';
  // Such an app reads the first line as the kind, and an unknown kind as one of a newer app.
  expect(content.split('\n')[0]).toBe('pictured partner');
});
