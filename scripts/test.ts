/**
 * `npm test`: every check, in the order in which a mistake is cheapest to find. Ends with `N passed, N failed`, summed
 * over the steps; a step without a test runner counts as one. `npm run test:endurance` runs what takes long instead; names
 * of its specs behind `--` run only those. `npm run test:nightly` runs the random courses of sync many more times, and then
 * that.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What this machine lacks something for. */
  readonly skipped?: number;
  /** Which tests failed and why, as far as the report says it. */
  readonly failures?: readonly string[];
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads the counts from the step's report, where it writes one. */
  readonly read?: () => Outcome;
}

const reports = mkdtempSync(join(tmpdir(), 'wegmarke-test-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

function vitest(
  name: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Step {
  const report = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`];
  return {
    name,
    command: ['npm', 'run', '--silent', 'test:unit', '--', ...args, ...report],
    env,
    read: () => vitestOutcome(unitReport),
  };
}

const everyday: readonly Step[] = [
  { name: 'typecheck', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  vitest('unit and browser tests'),
  {
    name: 'end-to-end tests',
    command: ['npm', 'run', '--silent', 'test:e2e'],
    read: () => playwrightOutcome(e2eReport),
  },
];

const endurance = (names: readonly string[]): readonly Step[] => [
  {
    name: 'endurance',
    command: ['npx', 'playwright', 'test', '--config', 'tests/endurance/playwright.config.ts', ...names],
    read: () => playwrightOutcome(e2eReport),
  },
];

const nightly: readonly Step[] = [
  vitest('merging', ['--project', 'unit', 'tests/unit/sync'], { WEGMARKE_SEEDS: '1000' }),
  vitest('whole workstations', ['--project', 'browser', 'tests/browser/sync/random-courses'], {
    WEGMARKE_COURSES: '250',
  }),
  vitest('three servers', ['--project', 'sync', 'tests/sync/cluster'], { WEGMARKE_CLUSTER_SECONDS: '150' }),
  ...endurance([]),
];

const [what, ...names] = process.argv.slice(2);
const steps = what === 'endurance' ? endurance(names) : what === 'nightly' ? nightly : everyday;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Of a failure's message, whose beginning says what was expected. */
const mostLines = 20;

function vitestOutcome(path: string): Outcome {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(path, 'utf8'),
  ) as VitestReport;
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => [
      relative(process.cwd(), name),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .flatMap(({ fullName, failureMessages }) => [
          `  ${fullName}`,
          ...failureMessages.flatMap((message) =>
            message
              .split('\n')
              .slice(0, mostLines)
              .map((line) => `    ${line}`),
          ),
        ]),
    ]);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, failures };
}

function playwrightOutcome(path: string): Outcome {
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as {
    stats: { expected: number; unexpected: number };
  };
  return { passed: stats.expected, failed: stats.unexpected };
}

function run({ command, env }: Step): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Counts of a step; a runner that failed without a failed test (or without a report) counts as one failure. */
async function outcome(step: Step): Promise<Outcome> {
  const code = await run(step);
  let counts: Outcome = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    if (step.read) counts = step.read();
  } catch {
    return { passed: 0, failed: 1 };
  }
  if (step.read && counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

let passed = 0;
let failed = 0;
const failures: string[] = [];
for (const step of steps) {
  const begun = Date.now();
  console.log(`\n— ${step.name}`);
  const counts = await outcome(step);
  passed += counts.passed;
  failed += counts.failed;
  failures.push(...(counts.failures ?? []));
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  console.log(
    `— ${step.name}: ${counts.passed} passed, ${counts.failed} failed${skipped} in ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  // Without a build there is nothing to test end to end; what was found so far is said all the same.
  if (step.name === 'build' && counts.failed > 0) break;
}
rmSync(reports, { recursive: true, force: true });
// Said once more at the end: thousands of lines of the steps behind lie over them.
if (failures.length > 0) console.log(`\nfailed:\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
