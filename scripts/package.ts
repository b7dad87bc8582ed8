/** `npm run package`: builds what is stale and makes the installers for this system in `release/`. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';

const root = join(import.meta.dirname, '..');

if (!buildIfStale('app')) process.exit(1);
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
const args = [builder, '--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
