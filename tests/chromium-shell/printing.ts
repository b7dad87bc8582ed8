/**
 * Printing on the stand-in: pages become a PDF, which goes to the test if there is one, else to CUPS' `lp`. There is
 * no print dialog, so nobody can cancel; a test says so through `print-outcome`.
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

/** Hands the job over. */
export async function printPdf(
  pdf: Buffer,
  title: string,
  landscape: boolean,
): Promise<{ success: boolean; reason: string }> {
  if (control.attached) {
    if (control.printOutcome.success)
      control.report({ kind: 'printed', title, landscape, pdf: pdf.toString('base64') });
    return control.printOutcome;
  }
  return await new Promise((resolve) => {
    const job = spawn('lp', ['-t', title, '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    job.once('error', () => resolve({ success: false, reason: 'lp is not installed' }));
    job.once('exit', (code) => resolve({ success: code === 0, reason: `lp ended with ${code}` }));
    job.stdin.end(pdf);
  });
}
