/**
 * `npm test`: every check, in the order in which a mistake is cheapest to find. Ends with `N passed, N failed`, summed
 * over the steps; a step without a test runner counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads the counts from the step's report, where it writes one. */
  readonly read?: () => Outcome;
}

const reports = mkdtempSync(join(tmpdir(), 'wegmarke-test-'));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

const steps: readonly Step[] = [
  { name: 'typecheck', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'unit and browser tests',
    command: [
      'npm',
      'run',
      '--silent',
      'test:unit',
      '--',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    read: () => vitestOutcome(unitReport),
  },
  {
    name: 'end-to-end tests',
    command: ['npm', 'run', '--silent', 'test:e2e'],
    read: () => playwrightOutcome(e2eReport),
  },
];

function vitestOutcome(path: string): Outcome {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(path, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}

function playwrightOutcome(path: string): Outcome {
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as {
    stats: { expected: number; unexpected: number };
  };
  return { passed: stats.expected, failed: stats.unexpected };
}

function run(command: readonly string[]): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Counts of a step; a runner that failed without a failed test (or without a report) counts as one failure. */
async function outcome(step: Step): Promise<Outcome> {
  const code = await run(step.command);
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
for (const step of steps) {
  const begun = Date.now();
  console.log(`\n— ${step.name}`);
  const counts = await outcome(step);
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    `— ${step.name}: ${counts.passed} passed, ${counts.failed} failed in ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  // Without a build there is nothing to test end to end; what was found so far is said all the same.
  if (step.name === 'build' && counts.failed > 0) break;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
