/**
 * `npm run sync:scale`: the load of many facilities on one real server, and on a cluster of three, in their busiest
 * minutes. Prints the table of docs/scale.md. `-- --facilities N --servers 1|3 --speed N --seconds N` runs one case.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from '#tests/bench/figure.ts';
import { busyDay, dayFigures, ordinaryDay, yearBytes } from '#tests/scale/day-plan.ts';
import { DeskLoad } from '#tests/scale/desk-load.ts';
import { manyFacilities } from '#tests/scale/many-facilities.ts';
import type { TestServer } from '#tests/sync/nats-servers.ts';
import { findNatsServer } from './nats-server.mjs';

interface Case {
  readonly servers: 1 | 3;
  readonly facilities: number;
  /** Each against the busiest quarter of an hour; one after the other on the same servers. */
  readonly speeds: readonly number[];
  readonly seconds: number;
}

const usual: readonly Case[] = [
  { servers: 1, facilities: 50, speeds: [1], seconds: 25 },
  { servers: 1, facilities: 500, speeds: [1, 4], seconds: 25 },
  { servers: 3, facilities: 50, speeds: [1], seconds: 25 },
  { servers: 3, facilities: 500, speeds: [1], seconds: 25 },
];

/** What the monitoring end point says; bytes, and `cpu` in per cent of a core. */
interface Varz {
  readonly in_msgs: number;
  readonly out_msgs: number;
  readonly in_bytes: number;
  readonly out_bytes: number;
  readonly connections: number;
  readonly cpu: number;
  readonly mem: number;
}

async function varz({ monitor }: TestServer): Promise<Varz> {
  return (await fetch(`${monitor}/varz`)).json() as Promise<Varz>;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const rounded = (value: number): string => `${Number(value.toPrecision(3))}`;
const mib = (bytes: number): string => rounded(bytes / 1024 ** 2);

function bytesBelow(folder: string): number {
  return total(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
  );
}

/** Bytes of all buckets as JetStream counts them, of one copy. */
async function storedBytes(server: TestServer): Promise<number> {
  const { bytes } = (await (await fetch(`${server.monitor}/jsz`)).json()) as { readonly bytes: number };
  return bytes;
}

async function measure(servers: readonly TestServer[], load: DeskLoad, seconds: number, speed: number) {
  load.reset();
  const before = await Promise.all(servers.map(varz));
  const cpu: number[] = [];
  const sampling = setInterval(async () => {
    cpu.push(total((await Promise.all(servers.map(varz))).map((one) => one.cpu)));
  }, 2_000);
  const own = process.cpuUsage();
  const begun = performance.now();
  await load.run(seconds, speed);
  const took = (performance.now() - begun) / 1_000;
  clearInterval(sampling);
  const used = process.cpuUsage(own);
  const after = await Promise.all(servers.map(varz));
  const perS = (field: 'in_msgs' | 'out_msgs' | 'in_bytes' | 'out_bytes'): number =>
    (total(after.map((one) => one[field])) - total(before.map((one) => one[field]))) / took;
  const heard = load.heard();
  return {
    took,
    heard,
    connections: total(after.map((one) => one.connections)),
    'deeds/s': rounded(heard.deeds / took),
    'writes/s': rounded(heard.writes / took),
    'messages/s in': rounded(perS('in_msgs')),
    'messages/s out': rounded(perS('out_msgs')),
    'KiB/s in': rounded(perS('in_bytes') / 1024),
    'KiB/s out': rounded(perS('out_bytes') / 1024),
    'publish p50 ms': rounded(quantile(heard.publishTimes, 0.5)),
    'publish p95 ms': rounded(quantile(heard.publishTimes, 0.95)),
    'heard p95 ms': rounded(quantile(heard.hearingTimes, 0.95)),
    'servers CPU %': rounded(total(cpu) / Math.max(1, cpu.length)),
    'servers memory MiB': after.map((one) => mib(one.mem)).join(' + '),
    'this process CPU %': rounded((used.user + used.system) / 10_000 / took),
    conflicts: heard.conflicts,
    failures: heard.failures,
  };
}

async function runCase({ servers, facilities, speeds, seconds }: Case): Promise<void> {
  const begun = performance.now();
  const { site, facilities: made } = await manyFacilities(servers, facilities);
  try {
    const ready = performance.now();
    const load = await DeskLoad.start(site, made);
    const connected = performance.now();
    console.log(
      `\n${facilities} facilities, ${servers} server(s); made in ${rounded((ready - begun) / 1_000)} s,`,
    );
    console.log(`all connected and filled in ${rounded((connected - ready) / 1_000)} s`);
    for (const speed of speeds) {
      const { heard, took, ...row } = await measure(site.servers, load, seconds, speed);
      console.log(`speed ${speed}, ${rounded(took)} s`);
      for (const [name, value] of Object.entries(row)) console.log(`  ${name}: ${value}`);
      const stored = await storedBytes(site.server);
      const around = (stored - heard.keptBytes) / heard.keptRecords;
      console.log(`  bytes beside each value: ${rounded(around)}`);
      console.log(`  a year of one facility: ${mib(yearBytes(around))} MiB`);
      const onDisk = bytesBelow(join(site.folder, 'data', site.server.name));
      console.log(`  on the first server's disk: ${mib(onDisk)} MiB, of values ${mib(stored)} MiB`);
    }
    await load.end();
  } finally {
    await site.close();
  }
}

function printPlan(): void {
  for (const [name, day] of [
    ['ordinary day', ordinaryDay],
    ['busy day', busyDay],
  ] as const) {
    console.log(`One facility, ${name}:`);
    for (const [figure, value] of Object.entries(dayFigures(day)))
      console.log(`  ${figure}: ${rounded(value)}`);
  }
}

const { values } = parseArgs({
  options: {
    facilities: { type: 'string' },
    servers: { type: 'string' },
    speed: { type: 'string' },
    seconds: { type: 'string' },
  },
});

if (findNatsServer()) {
  printPlan();
  const one: Case = {
    servers: values.servers === '3' ? 3 : 1,
    facilities: Number(values.facilities),
    speeds: [Number(values.speed ?? 1)],
    seconds: Number(values.seconds ?? 25),
  };
  for (const next of values.facilities === undefined ? usual : [one]) await runCase(next);
  process.exit();
} else {
  console.error('There is no NATS server 2.12 or later. Put nats-server on the PATH.');
  process.exitCode = 1;
}
