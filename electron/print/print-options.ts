import type { WebContentsPrintOptions } from 'electron';
import type { Paper, PrintChoice } from '#shared/ipc/contract/printing.ts';

/** How a job's pages lie and what was chosen for them; without a choice the system's dialog asks. */
export type PrintOrder = {
  readonly paper: Paper;
  readonly landscape: boolean;
  readonly choice: PrintChoice | null;
};

/** The order in Electron's words. */
export function printOptions({ paper, landscape, choice }: PrintOrder): WebContentsPrintOptions {
  const pages = { landscape, pageSize: paper, color: true, margins: { marginType: 'none' } } as const;
  if (!choice) return { ...pages, silent: false };
  return {
    ...pages,
    silent: true,
    copies: choice.copies,
    // Each copy whole, one after the other: what belongs to one person stays together.
    collate: true,
    duplexMode: choice.duplex === 'long-edge' ? 'longEdge' : 'simplex',
    ...(choice.printer === null ? {} : { deviceName: choice.printer }),
  };
}
