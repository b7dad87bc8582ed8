import { z } from 'zod';

/** What a snapshot's file name says; nothing in it tells of people or of what the facility is called. */
export interface SnapshotName {
  /** First digits of the facility's random id: several facilities may share a folder. */
  readonly facility: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly madeAt: number;
  readonly lastSeq: number;
}

const pattern = /^wegmarke-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{1,15})\.wms$/;

/** `wegmarke-<facility>-<UTC time>-<sequence>.wms`. */
export function snapshotName({ facility, madeAt, lastSeq }: SnapshotName): string {
  const time = new Date(madeAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `wegmarke-${facility}-${time}Z-${lastSeq}.wms`;
}

/** What the name says; `null` for a file that is no snapshot. */
export function parseSnapshotName(name: string): SnapshotName | null {
  const [, facility, year, month, day, hour, minute, second, seq] = pattern.exec(name) ?? [];
  if (facility === undefined) return null;
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number);
  const madeAt = Date.UTC(y ?? 0, (mo ?? 1) - 1, d, h, mi, s);
  const parsed = { facility, madeAt, lastSeq: Number(seq) };
  return snapshotName(parsed) === name ? parsed : null;
}

const withFacility = z.looseObject({ facilityId: z.string().regex(/^[0-9a-f]{32}$/) });

/** The facility's random id in the text of a vault header; `null` if there is none. The rest stays opaque to main. */
export function facilityIdOf(headerText: string): string | null {
  try {
    return withFacility.parse(JSON.parse(headerText)).facilityId;
  } catch {
    return null;
  }
}

/** As it stands in file names. */
export const shortFacility = (headerText: string): string =>
  facilityIdOf(headerText)?.slice(0, 8) ?? '00000000';
