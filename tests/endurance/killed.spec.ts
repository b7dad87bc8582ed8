/**
 * `kill -9` of the app at random moments of steady writing. What was acknowledged is there afterwards, and of what was
 * under way all or nothing. Says nothing about a loss of power: that is the fault file system's matter (tests/unit).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import { labFolder, madeUpSetup } from '#scripts/lab.ts';
import { setUp } from '#tests/e2e/steps.ts';
import { acknowledgedMark } from '#tests/lab/endurance.ts';
import { seededRandom } from '#tests/lab/random.ts';
import { openFolder, unlocked } from './open-lab.ts';

const rounds = Number(process.env.WEGMARKE_ROUNDS ?? 200);
/** Acknowledged writes of a round at least; the kill comes a random moment later. */
const writesPerRound = 100;
const asItShould = { readOnly: null, rebuiltRows: null, refusedRows: 0 };

test(`${rounds} times killed while it writes: nothing acknowledged is lost, nothing is half`, async () => {
  const seed = Number(process.env.WEGMARKE_SEED ?? Date.now() % 1_000_000);
  console.log(`kill moments from WEGMARKE_SEED=${seed}`);
  const random = seededRandom(seed);
  const folder = await labFolder();
  try {
    const first = await openFolder(folder);
    await setUp(first.page, madeUpSetup);
    await first.page.evaluate(() => window.wegmarkeLab.fillDemo());
    const sessionId = await first.page.evaluate(() => window.wegmarkeLab.planCountedSession());
    await first.close();

    let acknowledgedInAll = 0;
    let underWayKept = 0;
    let before: { readonly prefix: string; readonly acknowledged: number } | undefined;
    for (let round = 0; round <= rounds; round += 1) {
      const { running, page } = await unlocked(folder);
      if (before) {
        const { prefix, acknowledged } = before;
        const { people, counted } = await page.evaluate(
          ([of, session]) => window.wegmarkeLab.writtenOf(of, session),
          [prefix, sessionId] as const,
        );
        const expected = Array.from({ length: acknowledged }, (_, at) => at + 1).filter((at) => at % 2 === 1);
        const kept = new Set(people);
        expect(expected.filter((at) => !kept.has(at))).toEqual([]);
        // The one that was under way is there or it is not.
        expect(people.filter((at) => at > acknowledged + 1)).toEqual([]);
        expect(kept.size).toBe(people.length);
        const evens = acknowledged - (acknowledged % 2);
        expect([evens, acknowledged + 1]).toContain(counted);
        expect(await page.evaluate(() => window.wegmarkeLab.isWhole())).toBe(true);
        expect(await page.evaluate(() => window.wegmarkeLab.found())).toEqual(asItShould);
        acknowledgedInAll += acknowledged;
        if (kept.has(acknowledged + 1) || counted === acknowledged + 1) underWayKept += 1;
      }
      if (round === rounds) {
        await running.close();
        break;
      }
      let acknowledged = 0;
      page.on('console', (message) => {
        const text = message.text();
        if (text.startsWith(acknowledgedMark)) acknowledged = Number(text.slice(acknowledgedMark.length));
      });
      const prefix = `R${round}-`;
      page
        .evaluate(([of, session]) => window.wegmarkeLab.writeUntilRefused(of, session), [
          prefix,
          sessionId,
        ] as const)
        .catch(() => undefined);
      while (acknowledged < writesPerRound) await pause(5);
      await pause(random.below(60));
      await running.kill();
      before = { prefix, acknowledged };
      if (round % 20 === 19)
        console.log(`${round + 1} rounds, ${acknowledgedInAll + acknowledged} acknowledged writes`);
    }
    console.log(
      `${rounds} rounds: ${acknowledgedInAll} acknowledged writes, none lost, none half; ${underWayKept} that were under way were kept`,
    );
    expect(acknowledgedInAll).toBeGreaterThanOrEqual(rounds * writesPerRound);
  } finally {
    await folder.remove();
  }
});
