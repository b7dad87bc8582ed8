/** Whole apps in what should not happen to a site and does. */
import { expect } from 'playwright/test';
import type { SyncTransport } from '#shared/ports/sync-transport.ts';
import { seededRandom } from '#tests/lab/random.ts';
import { entriesOf } from './server-entries.ts';
import { test } from './sync-fixture.ts';
import type { Pc } from './sync-site.ts';

const edit = (pc: Pc, count: number, mark: string): Promise<void> =>
  pc.page.evaluate(([many, text]) => window.wegmarkeLab.editPeople(Number(many), String(text)), [
    count,
    mark,
  ] as const);

const peopleAt = (pc: Pc) => pc.page.evaluate(() => window.wegmarkeLab.people());

test.describe('a cluster of three servers', () => {
  test.use({ serverCount: 3 });
  const kills = 4;
  const turnsAKill = 3;
  const seed = Number(process.env.WEGMARKE_SEED ?? Date.now() % 1_000_000);

  test('loses nothing that staff saw saved, and no key goes back, while its servers are killed one by one', async ({
    site,
  }) => {
    test.setTimeout(360_000);
    console.log(`killed servers from WEGMARKE_SEED=${seed}`);
    const random = seededRandom(seed);
    await site.setUp();
    await edit(site.pc(1), 20, 'eins');
    for (const pc of site.pcs) await site.connect(pc);
    await site.agrees(site.pcs);
    // Edits of everybody's people begin at the first; each PC has one of the last for itself.
    const own = (await peopleAt(site.pc(1))).slice(-site.pcs.length).map(({ id }) => id);
    const seen = await newestRevisions(await site.openLine('reader'));
    const saved = site.pcs.map((): string[] => []);
    for (let kill = 1; kill <= kills; kill += 1) {
      const writing = site.pcs.map(async (pc, at) => {
        for (let turn = 1; turn <= turnsAKill; turn += 1) {
          const mark = `${pc.name} ${kill}/${turn}`;
          await pc.page.evaluate(
            async ([id, text]) => {
              await window.wegmarkeLab.editPeople(10, text);
              await window.wegmarkeLab.moveRoom(id, text);
            },
            [own[at] ?? '', mark] as const,
          );
          saved[at]?.push(mark);
        }
      });
      const server = random.pick(site.server.servers);
      await server.kill();
      await Promise.all(writing);
      // The two that are left elect a leader, and the app goes on by itself.
      for (const pc of site.pcs) await pc.says('in-step');
      await server.start();
    }

    await site.agrees(site.pcs);
    const newEdit = 9;
    for (const pc of site.pcs) {
      const people = await peopleAt(pc);
      const given = new Set(people.map((person) => person.given));
      const missing = saved.flat().filter((mark) => !given.has(`${mark} ${newEdit}`));
      expect(missing).toEqual([]);
      const rooms = own.map((id) => people.find((person) => person.id === id)?.room);
      expect(rooms).toEqual(saved.map((marks) => marks.at(-1)));
      expect(await pc.page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
    }
    expect(saved.flat()).toHaveLength(kills * turnsAKill * site.pcs.length);

    // Everything that was ever seen on the server is there, or something newer in its place.
    const there = new Map(
      (await entriesOf(await site.openLine('auditor'))).map(({ key, revision }) => [key, revision]),
    );
    const wentBack = [...seen].filter(([key, revision]) => (there.get(key) ?? 0) < revision);
    expect(wentBack).toEqual([]);
    expect(seen.size).toBeGreaterThan(saved.flat().length);
  });
});

/** The newest revision of every key, as it is heard of. */
async function newestRevisions(line: SyncTransport): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number>();
  line.watch(0, async ({ entries }) => {
    for (const { key, revision } of entries) newest.set(key, Math.max(revision, newest.get(key) ?? 0));
  });
  await expect.poll(() => newest.size).toBeGreaterThan(0);
  return newest;
}
