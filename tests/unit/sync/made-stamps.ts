import { formatStamp } from '#shared/sync/stamp.ts';

export const [pc1, pc2] = ['1'.repeat(16), '2'.repeat(16)] as const;

/** The stamp of a workstation at a millisecond. */
export const stampAt = (time: number, workstationId: string): string =>
  formatStamp({ time, counter: 0, workstationId });
