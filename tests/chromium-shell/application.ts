import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArchive, readArchived } from './archive.ts';

type Manifest = {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
};

const root = process.argv[2] ?? '.';
const manifest = JSON.parse(
  isArchive(root)
    ? readArchived(join(root, 'package.json')).toString('utf8')
    : readFileSync(join(root, 'package.json'), 'utf8'),
) as Manifest;

/** What is run: a folder with a package.json, or an `app.asar` as it is packaged. */
export const application = {
  root,
  packaged: isArchive(root),
  name: manifest.productName ?? manifest.name,
  version: manifest.version,
  main: join(root, manifest.main),
} as const;
