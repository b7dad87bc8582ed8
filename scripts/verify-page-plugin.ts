/** Builds `verify.html`, one file with everything in it, and gives it to the app as text. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const folder = join(import.meta.dirname, '..', 'renderer', 'verify-page');
const root = join(folder, '..', '..');
const id = '\0verify-page';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      // Browsers of people who check, older than those that know Ed25519.
      target: 'es2020',
      lib: { entry: join(folder, 'page.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('verify.html was not built.');
  return chunk.code
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--');
}

/** The page without lists (renderer/verify-page/page-lists.ts puts them in). Its policy lets nothing in or out. */
export async function buildVerifyPage(): Promise<string> {
  const style = readFileSync(join(folder, 'page.css'), 'utf8');
  const code = await script();
  const { title } = JSON.parse(readFileSync(join(root, 'locales', 'de', 'verify-page.json'), 'utf8'));
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(code)}`,
    `style-src ${hashSource(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  // Functions, since a replacement's text gives a meaning to `$`.
  return readFileSync(join(folder, 'page.html'), 'utf8')
    .replace('__CSP__', () => policy)
    .replace('__TITLE__', () => title)
    .replace('/* style */', () => style)
    .replace('/* script */', () => code);
}

/** Answers `verify-page/page.ts?inline` with the built page. */
export function verifyPage(): Plugin {
  let page: Promise<string> | undefined;
  return {
    name: 'wegmarke-verify-page',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/verify-page/page.ts?inline') ? id : undefined),
    load: async (loaded) => {
      if (loaded !== id) return undefined;
      page ??= buildVerifyPage();
      return `export default ${JSON.stringify(await page)};`;
    },
  };
}
