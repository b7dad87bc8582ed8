/**
 * Print jobs on their way, wherever staff go meanwhile. Guarantees that one job at a time is drawn, page by page; that
 * nothing reaches a printer before all its pages are there, so that a cancelled or failed job has printed nothing; and
 * that everything is forgotten when the centre is closed (at the lock).
 */
import { renderInOrder } from '#renderer/documents/render-pages.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { DocumentPort, PrintOrder } from '#shared/ports/documents.ts';
import { printOrder } from './print-order.ts';

/** A document to be printed. */
export interface PrintTask {
  readonly order: PrintOrder;
  readonly pdf: Uint8Array;
  /** What people call it. */
  readonly label: string;
  /** Pages of each of its parts, in order. */
  readonly parts?: readonly number[] | undefined;
  /** Notes in the audit log that it was printed; `again` if only some pages of it were, once more. */
  readonly noted?: ((again: boolean) => Promise<Result<unknown, Refusal>>) | undefined;
}

type PrintState =
  | { readonly step: 'waiting' }
  /** `page` of `count` is being drawn; `count` is 0 until it is known. */
  | { readonly step: 'drawing'; readonly page: number; readonly count: number }
  /** Past the point of no return. */
  | { readonly step: 'handing-over' }
  /** With the printer; whether all pages came out is asked. `refusal`: it could not be noted. */
  | { readonly step: 'asking'; readonly refusal: Refusal | null }
  | { readonly step: 'failed'; readonly refusal: Refusal };

export interface PrintJob {
  readonly id: number;
  readonly label: string;
  /** Pages of the document; 0 until they are known. */
  readonly pages: number;
  readonly state: PrintState;
}

/** What became of a job that needs no further answer. */
export type PrintEnding = 'handed-over' | 'cancelled';

type Kept = PrintJob & { readonly task: PrintTask; readonly from: number; readonly again: boolean };

const printDpi = 300;
/** Documents that are kept for the question at most; the oldest goes first. */
const mostAsking = 5;

export class PrintCentre {
  readonly #documents: DocumentPort;
  readonly #told: (ending: PrintEnding) => void;
  readonly #listeners = new Set<() => void>();
  #jobs: readonly Kept[] = [];
  #lastId = 0;
  #running: { readonly id: number; readonly stop: AbortController } | undefined;
  #isClosed = false;

  /** @param told is called when a job was handed over or ended without printing. */
  constructor(documents: DocumentPort, told: (ending: PrintEnding) => void) {
    this.#documents = documents;
    this.#told = told;
  }

  /** The jobs, oldest first; the same array until something changes. */
  readonly current = (): readonly PrintJob[] => this.#jobs;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Prints a document after those that are on their way. */
  print(task: PrintTask): void {
    this.#add(task, 1, false);
  }

  /** Ends a job that was not handed over; nothing of it has been printed. */
  cancel(id: number): void {
    const step = this.#jobs.find((job) => job.id === id)?.state.step;
    if (step !== 'waiting' && step !== 'drawing') return;
    if (this.#running?.id === id) this.#running.stop.abort();
    this.#remove(id);
    this.#told('cancelled');
  }

  /** All pages came out, or the failure was read: the document is forgotten. */
  dismiss(id: number): void {
    const step = this.#jobs.find((job) => job.id === id)?.state.step;
    if (step === 'asking' || step === 'failed') this.#remove(id);
  }

  /** Prints once more: from a page of the document on, or what failed as it was to be. */
  printAgain(id: number, from?: number): void {
    const job = this.#jobs.find((one) => one.id === id);
    if (job?.state.step !== 'asking' && job?.state.step !== 'failed') return;
    const isPrinted = job.state.step === 'asking';
    this.#remove(id);
    this.#add(job.task, from ?? job.from, isPrinted || job.again);
  }

  /** Ends what is on its way and forgets everything. */
  close(): void {
    this.#isClosed = true;
    this.#running?.stop.abort();
    this.#set([]);
  }

  #add(task: PrintTask, from: number, again: boolean): void {
    if (this.#isClosed) return;
    this.#lastId += 1;
    const job: Kept = {
      id: this.#lastId,
      label: task.label,
      pages: 0,
      state: { step: 'waiting' },
      task,
      from,
      again,
    };
    this.#set([...this.#jobs, job]);
    this.#next();
  }

  #next(): void {
    if (this.#running || this.#isClosed) return;
    const job = this.#jobs.find(({ state }) => state.step === 'waiting');
    if (!job) return;
    const stop = new AbortController();
    this.#running = { id: job.id, stop };
    const goOn = (): void => {
      this.#running = undefined;
      this.#next();
    };
    this.#run(job, stop.signal).then(goOn, () => {
      // A bug in what notes it; the paper is there all the same.
      this.#change(job.id, { state: { step: 'asking', refusal: { code: 'write.failed' } } });
      goOn();
    });
  }

  async #run(job: Kept, signal: AbortSignal): Promise<void> {
    const { id, task, again } = job;
    this.#change(id, { state: { step: 'drawing', page: 1, count: 0 } });
    const printed = await this.#documents
      .print(task.order, this.#pages(job, signal), signal)
      .catch(() => err({ code: 'print.failed' }));
    if (!printed.ok) return this.#change(id, { state: { step: 'failed', refusal: printed.error } });
    if (!printed.value) {
      // Where `cancel` ended it, that has told already.
      if (!signal.aborted) this.#told('cancelled');
      return this.#remove(id);
    }
    this.#told('handed-over');
    const noted = await (task.noted?.(again) ?? ok(null));
    this.#change(id, { state: { step: 'asking', refusal: noted.ok ? null : noted.error } });
    const asking = this.#jobs.filter(({ state }) => state.step === 'asking');
    for (const { id: old } of asking.slice(0, -mostAsking)) this.#remove(old);
  }

  async *#pages(job: Kept, signal: AbortSignal): AsyncGenerator<Uint8Array | null, void, undefined> {
    const { id, task, from } = job;
    const choice = task.order.choice;
    const sides = {
      duplex: choice?.duplex === 'long-edge',
      copies: choice?.copies ?? 1,
      parts: task.parts,
    };
    const order = (pages: number): readonly (number | null)[] => {
      const numbers = printOrder(pages, from, sides);
      const count = numbers.filter((number) => number !== null).length;
      this.#change(id, { pages, state: { step: 'drawing', page: 1, count } });
      return numbers;
    };
    const onPage = (done: number, count: number): void =>
      this.#change(id, { state: { step: 'drawing', page: Math.min(done + 1, count), count } });
    yield* renderInOrder(task.pdf, printDpi, order, { signal, onPage });
    // From here on the port hands over without waiting for anything that could still be cancelled.
    signal.throwIfAborted();
    this.#change(id, { state: { step: 'handing-over' } });
  }

  #change(id: number, change: Partial<Pick<PrintJob, 'pages' | 'state'>>): void {
    this.#set(this.#jobs.map((job) => (job.id === id ? { ...job, ...change } : job)));
  }

  #remove(id: number): void {
    this.#set(this.#jobs.filter((job) => job.id !== id));
  }

  #set(jobs: readonly Kept[]): void {
    this.#jobs = jobs;
    for (const listener of this.#listeners) listener();
  }
}
