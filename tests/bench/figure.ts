/** One measured figure, as `npm run bench` prints it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What is aimed at, such as `≤ 150`; empty for figures that explain others. */
  readonly aim: string;
}

/** A group of figures that are measured together. */
export interface Measure {
  readonly names: readonly string[];
  run(): Promise<readonly Figure[]>;
}

/** The value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
