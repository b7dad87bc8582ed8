/** What a stretch of letters may sound like; several where languages read it differently. */
export type Sounds = readonly string[];

/** More readings than this say nothing any more. */
const mostReadings = 16;

/** Reads a word part by part; every combination of the parts' sounds is a reading. */
export function combined(parts: readonly Sounds[]): string[] {
  let readings = [''];
  for (const part of parts) {
    const next = part.flatMap((sound) => readings.map((reading) => reading + sound));
    readings = next.length > mostReadings ? readings.map((reading) => reading + (part[0] ?? '')) : next;
  }
  return readings;
}
