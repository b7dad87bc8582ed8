import { writeFileSync } from 'node:fs';
import { openDisplay } from '#scripts/display.ts';
import { SyncedSite } from '#tests/e2e/sync-site.ts';
const display = await openDisplay();
const site = await SyncedSite.make(2, 1, display.env);
try {
  const [one, three] = [site.pc(1), site.pc(2)];
  await site.setUp();
  for (const pc of site.pcs) { await site.connect(pc); await pc.says('in-step', 60_000); }
  await three.close();
  await one.page.evaluate((plan) => window.wegmarkeLab.journalStress(plan), { people: 2_000, sheets: 5_000 });
  await one.close();
  const profile = async (pc: typeof one, file: string) => {
    const client = await pc.page.context().newCDPSession(pc.page);
    await client.send('Profiler.enable');
    await client.send('Profiler.start');
    const begun = performance.now();
    const took = await pc.page.evaluate(() => window.wegmarkeLab.sync.filled());
    console.log(file, took, performance.now() - begun, await pc.page.evaluate(() => window.wegmarkeLab.sync.details()));
    const { profile } = (await client.send('Profiler.stop')) as never as { profile: { nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }; children?: number[] }[]; samples: number[]; timeDeltas: number[] } };
    writeFileSync(file, JSON.stringify(profile));
    const self = new Map<number, number>();
    profile.samples.forEach((id, at) => self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas[at] ?? 0)));
    const by = new Map<string, number>();
    for (const node of profile.nodes) {
      const k = `${node.callFrame.functionName} ${node.callFrame.url.split('/').at(-1)}:${node.callFrame.lineNumber}:${node.callFrame.columnNumber}`;
      by.set(k, (by.get(k) ?? 0) + (self.get(node.id) ?? 0));
    }
    for (const [k, v] of [...by].sort((a, b) => b[1] - a[1]).slice(0, 22)) console.log(Math.round(v / 1000), k);
  };
  await one.unlock();
  await profile(one, '/tmp/one.cpuprofile');
  await three.unlock();
  await profile(three, '/tmp/three.cpuprofile');
} finally {
  await site.remove();
}
process.exit();
