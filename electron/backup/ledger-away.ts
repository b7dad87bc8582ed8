import { inTurn } from '#electron/disk/in-turn.ts';
import type { KeepLedger } from '#electron/erasures/ledger-copies.ts';
import type { LedgerFile } from '#electron/erasures/ledger-file.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import type { BackupWorker } from './process-link.ts';
import { backOff } from './schedule.ts';

interface LedgerAwayDeps {
  /** The second place's: a dead share holds up nobody but its process. */
  readonly worker: BackupWorker;
  /** The ledger on this computer, which gets what only the folder has. */
  readonly ledger: LedgerFile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly changed: () => void;
}

/**
 * Keeps the erasure ledger's copy in the second place up to date: whoever sets a new computer up from an older snapshot
 * there must not bring back who was erased since. Tries again while that fails; nobody waits for it.
 */
export class LedgerAway {
  problem: BackupState['away']['ledger'] = null;
  readonly #deps: LedgerAwayDeps;
  readonly #alone = inTurn();
  /** At the start it is not known what lies there. */
  #isDue = true;
  #failures = 0;
  #nextTry = 0;

  constructor(deps: LedgerAwayDeps) {
    this.#deps = deps;
  }

  /** The ledger grew, or the place may have changed. */
  due(): void {
    this.#isDue = true;
  }

  /** Another folder was chosen, or someone asks now. */
  tryAgain(): void {
    this.#isDue = true;
    this.#failures = 0;
    this.#nextTry = 0;
  }

  /** Copies if that is due and the last failure long enough ago; says what came of it in `problem`, never by throwing. */
  consider(kept: KeepLedger): Promise<void> {
    return this.#alone(async () => {
      const { worker, ledger, now, changed } = this.#deps;
      if (!this.#isDue || now() < this.#nextTry) return;
      this.#isDue = false;
      const before = this.problem;
      try {
        const { entries, problem } = await worker.run('keepLedger', kept);
        if (entries.length > 0) await ledger.add(entries);
        this.problem = problem;
        this.#failures = 0;
      } catch {
        this.#isDue = true;
        this.problem = 'behind';
        this.#failures += 1;
        this.#nextTry = now() + backOff(this.#failures);
      }
      if (this.problem !== before) changed();
    });
  }
}
