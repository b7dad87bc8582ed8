import { installedElectron } from '#scripts/electron-binary.ts';
import { startOnElectron } from './electron-process.ts';
import type { RunningApp, StartOptions } from './running-app.ts';
import { startOnStandIn } from './stand-in-process.ts';

/** Starts the app on Electron where there is one, else on the stand-in. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const executable = installedElectron();
  return executable === undefined
    ? await startOnStandIn(options)
    : await startOnElectron(executable, options);
}
