import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const config = join(root, 'scripts/dependency-rules.cjs');

/** Names of the rules that the tree breaks. */
function broken(folder: string): { readonly rules: readonly string[]; readonly modules: number } {
  const run = spawnSync(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', 'electron', 'renderer', 'shared'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 67_108_864,
    },
  );
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: { rule: { name: string } }[]; totalCruised: number };
  };
  return {
    rules: [...new Set(summary.violations.map(({ rule }) => rule.name))].sort(),
    modules: summary.totalCruised,
  };
}

describe('the import rules', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'wegmarke-rules-'));
    for (const folder of ['electron', 'renderer', 'shared']) mkdirSync(join(tree, folder));
    writeFileSync(join(tree, 'tsconfig.json'), '{}');
  });
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  const file = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };

  it.each([
    ['features-are-apart', 'renderer/features/a/x.ts', '../b/y.ts', 'renderer/features/b/y.ts'],
    ['features-use-ports', 'renderer/features/a/x.ts', '../../data/y.ts', 'renderer/data/y.ts'],
    ['renderer-not-main', 'renderer/app/x.ts', '../../electron/y.ts', 'electron/y.ts'],
    ['main-not-renderer', 'electron/x.ts', '../renderer/y.ts', 'renderer/y.ts'],
    ['shared-is-pure', 'shared/x.ts', '../renderer/y.ts', 'renderer/y.ts'],
    ['domain-is-alone', 'shared/domain/x.ts', '../ipc/y.ts', 'shared/ipc/y.ts'],
    ['ui-is-domain-free', 'renderer/ui/x.ts', '../../shared/domain/y.ts', 'shared/domain/y.ts'],
    ['data-below-app', 'renderer/vault/x.ts', '../app/y.ts', 'renderer/app/y.ts'],
    ['verify-page-is-apart', 'renderer/verify-page/x.ts', '../ui/y.ts', 'renderer/ui/y.ts'],
    ['renderer-has-no-node', 'renderer/x.ts', 'node:fs', 'renderer/unused.ts'],
  ])('%s is an error', (rule, from, specifier, to) => {
    file(to, 'export const y = 1;\n');
    file(from, `import { y } from '${specifier}';\nconsole.log(y);\n`);
    expect(broken(tree).rules).toContain(rule);
  });

  it('hold for types too, and for circles', () => {
    file('renderer/data/y.ts', 'export interface Y { readonly a: 1 }\n');
    file(
      'renderer/features/a/x.ts',
      "import type { Y } from '../../data/y.ts';\nexport const x: Y = { a: 1 };\n",
    );
    file('shared/a.ts', "import { b } from './b.ts';\nexport const a = () => b;\n");
    file('shared/b.ts', "import { a } from './a.ts';\nexport const b = () => a;\n");
    expect(broken(tree).rules).toEqual(expect.arrayContaining(['features-use-ports', 'no-cycles']));
  });

  it('look at the whole product', () => {
    expect(broken(root).modules).toBeGreaterThan(200);
  });
});
