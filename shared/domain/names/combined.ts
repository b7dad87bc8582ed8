/** What a stretch of letters may sound like; several where languages read it differently. */
export type Sounds = readonly string[];

/** More readings than this say nothing any more. */
const mostReadings = 16;

/** Reads a word part by part; every combination of the parts' sounds is a reading. */
export function combined(parts: readonly Sounds[]): string[] {
  let readings = [''];
  for (const part of parts) {
    const [only = ''] = part;
    if (part.length === 1) {
      readings = readings.length === 1 ? [readings[0] + only] : readings.map((reading) => reading + only);
      continue;
    }
    const next = part.flatMap((sound) => readings.map((reading) => reading + sound));
    readings = next.length > mostReadings ? readings.map((reading) => reading + only) : next;
  }
  return readings;
}
