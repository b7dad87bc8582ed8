import type { StressPlan } from './stress.ts';
import type { VaultTimes } from './vault-ratios.ts';

/** What `window.wegmarkeLab` offers to the scripts that drive the window. */
export interface Lab {
  isOpen(): boolean;
  /** Fills the open vault with the made-up facility. */
  fillDemo(): Promise<void>;
  /** Journals a site of that size; the window must be loaded anew afterwards. */
  journalStress(plan: Omit<StressPlan, 'today'>): Promise<void>;
  vaultTimes(count: number): Promise<VaultTimes>;
  /** Milliseconds of so many calls to main and back. */
  callTimes(count: number): Promise<number[]>;
}

declare global {
  interface Window {
    readonly wegmarkeLab: Lab;
  }
}
