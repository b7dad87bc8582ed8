import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { obtainElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');

/** The app's process and the shell it runs in. */
export type OpenedApp = { readonly child: ChildProcess; readonly shell: 'electron' | 'chromium-shell' };

/** Chromium refuses to run as root with its sandbox; who develops as root has decided that already. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Opens the built app in Electron, or where that can't be had in a Chromium window, and says which. */
export function openApp(args: readonly string[], env: Readonly<Record<string, string>>): OpenedApp {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } } as const;
  const electron = obtainElectron();
  if (electron !== undefined) {
    console.log('Opening in Electron');
    return { child: spawn(electron, [root, ...asRoot(), ...args], options), shell: 'electron' };
  }
  console.log("Opening in a Chromium window (Electron's binary is not available here)");
  const run = join(root, 'tests', 'chromium-shell', 'run.ts');
  return { child: spawn(process.execPath, [run, root, ...args], options), shell: 'chromium-shell' };
}
