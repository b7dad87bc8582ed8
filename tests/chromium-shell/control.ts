/**
 * What a test decides in place of a person, a printer or the operating system. It speaks over Node's channel to the
 * parent process; without one (`npm start`) there is nobody to ask and the defaults hold.
 */

import { EventEmitter } from 'node:events';

/** From the test to the stand-in. Each is answered by `received` once it holds, after every report made before. */
export type ControlMessage =
  | { readonly kind: 'look-up' }
  | { readonly kind: 'save-dialog'; readonly path: string | null }
  | { readonly kind: 'open-dialog'; readonly path: string | null }
  | { readonly kind: 'message-box'; readonly response: number }
  | { readonly kind: 'printers'; readonly names: readonly string[] }
  | { readonly kind: 'print-outcome'; readonly success: boolean; readonly reason: string }
  | { readonly kind: 'power'; readonly event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume' }
  /** As a person who closes the window. */
  | { readonly kind: 'close-window' }
  | { readonly kind: 'quit' };

/** From the stand-in to the test. */
export type ReportMessage =
  | { readonly kind: 'received' }
  | { readonly kind: 'ready'; readonly endpoint: string; readonly browserPid: number }
  | {
      readonly kind: 'printed';
      readonly title: string;
      readonly landscape: boolean;
      readonly silent: boolean;
      readonly copies: number;
      readonly duplexMode: string;
      readonly device: string;
      readonly paper: string;
      readonly pdf: string;
    }
  | { readonly kind: 'opened-outside'; readonly url: string }
  | { readonly kind: 'refused-request'; readonly url: string };

type Events = { [K in ControlMessage['kind']]: [Extract<ControlMessage, { kind: K }>] };

const savePaths: (string | null)[] = [];
const openPaths: (string | null)[] = [];
const responses: number[] = [];

/** The test's end of the stand-in. */
export const control = {
  /** Whether a test (or another program) holds the other end. */
  attached: process.send !== undefined,
  events: new EventEmitter<Events>(),
  printers: undefined as readonly string[] | undefined,
  printOutcome: { success: true, reason: '' },
  /** The next answer to a save dialog: a path, `null` for cancel, `undefined` if none was given. */
  nextSavePath: (): string | null | undefined => savePaths.shift(),
  /** The same for a dialog that asks for a file or a folder to open. */
  nextOpenPath: (): string | null | undefined => openPaths.shift(),
  nextResponse: (): number | undefined => responses.shift(),
  report: (message: ReportMessage): void => {
    process.send?.(message);
  },
};

function receive(message: ControlMessage): void {
  if (message.kind === 'save-dialog') savePaths.push(message.path);
  else if (message.kind === 'open-dialog') openPaths.push(message.path);
  else if (message.kind === 'message-box') responses.push(message.response);
  else if (message.kind === 'printers') control.printers = message.names;
  else if (message.kind === 'print-outcome') control.printOutcome = message;
  control.report({ kind: 'received' });
  control.events.emit(message.kind, message as never);
}

if (control.attached) {
  process.on('message', (message) => receive(message as ControlMessage));
  // Left behind by a test that was killed: nobody would ever close this window.
  process.on('disconnect', () => process.exit(1));
}
