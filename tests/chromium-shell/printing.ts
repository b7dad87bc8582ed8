/**
 * Printing on the stand-in: pages become a PDF, which goes to the test if there is one, else to CUPS' `lp`. Which
 * printer is taken, and the words for what went wrong, are Electron's; there is no print dialog, so nobody can cancel:
 * a test says so through `print-outcome`.
 */

import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { control } from './control.ts';

const run = promisify(execFile);

const printer = (name: string): Electron.PrinterInfo => ({
  name,
  displayName: name,
  description: '',
  options: {},
});

/** The printers that a test named, else those that CUPS knows. */
export async function listPrinters(): Promise<Electron.PrinterInfo[]> {
  if (control.attached) return (control.printers ?? ['Test printer']).map(printer);
  const { stdout } = await run('lpstat', ['-e']).catch(() => ({ stdout: '' }));
  return stdout
    .split('\n')
    .filter((name) => name !== '')
    .map(printer);
}

type Outcome = { readonly success: boolean; readonly reason: string };
type Options = Electron.WebContentsPrintOptions;

/** Electron's choice of the printer, or its words for why there is none. */
async function deviceOf({ deviceName = '' }: Options): Promise<{ device: string } | { reason: string }> {
  const names = (await listPrinters()).map(({ name }) => name);
  if (deviceName !== '')
    return names.includes(deviceName) ? { device: deviceName } : { reason: 'Invalid deviceName provided' };
  const [first] = names;
  return first === undefined ? { reason: 'No printers available on the network' } : { device: first };
}

const sides = { simplex: 'one-sided', longEdge: 'two-sided-long-edge', shortEdge: 'two-sided-short-edge' };

function lpArguments(title: string, device: string, options: Options): string[] {
  const { copies = 1, duplexMode = 'simplex', pageSize } = options;
  const media = typeof pageSize === 'string' ? ['-o', `media=${pageSize}`] : [];
  return ['-t', title, '-d', device, '-n', `${copies}`, '-o', `sides=${sides[duplexMode]}`, ...media, '-'];
}

async function printByCups(pdf: Buffer, lines: readonly string[]): Promise<Outcome> {
  return await new Promise((resolve) => {
    const job = spawn('lp', lines, { stdio: ['pipe', 'ignore', 'ignore'] });
    job.once('error', () => resolve({ success: false, reason: 'Print job failed' }));
    job.once('exit', (code) =>
      resolve(code === 0 ? { success: true, reason: '' } : { success: false, reason: 'Print job failed' }),
    );
    job.stdin.end(pdf);
  });
}

/** Hands the job over. `pages` makes its PDF, once a printer is known. */
export async function printPdf(
  pages: () => Promise<Buffer>,
  title: string,
  options: Options,
): Promise<Outcome> {
  const found = await deviceOf(options);
  if ('reason' in found) return { success: false, reason: found.reason };
  const pdf = await pages();
  if (!control.attached) return await printByCups(pdf, lpArguments(title, found.device, options));
  if (control.printOutcome.success) {
    const { silent = false, landscape = false, copies = 1, duplexMode = 'simplex', pageSize } = options;
    control.report({
      kind: 'printed',
      title,
      landscape,
      silent,
      copies,
      duplexMode,
      device: found.device,
      paper: typeof pageSize === 'string' ? pageSize : '',
      pdf: pdf.toString('base64'),
    });
  }
  return control.printOutcome;
}
