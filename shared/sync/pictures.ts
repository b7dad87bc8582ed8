/**
 * Pictures apart from the records they stand in: the same logo is in a partner and in every certificate that names it,
 * and several of them are more than the server takes in one value. Guarantees that a record that was put together again
 * is the one that was taken apart.
 */
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { RecordVersion } from './field-stamps.ts';

/** Kinds that hold pictures. Those of another kind would travel inside its record. */
export const picturedKinds: readonly RecordKind[] = ['partner', 'certificate'];

/** Names and places in lists, from the outside inwards. */
type Path = readonly (string | number)[];

/** A picture that was taken out, and from where. */
interface TakenOut {
  readonly path: Path;
  readonly picture: string;
}

/** Below this a picture stays where it is: values of their own would cost more. */
const smallest = 4_096;
/** Characters of one piece: with what the seal adds it fits the server's limit (512 KiB), padding included. */
const pieceLength = 400_000;

const isPicture = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= smallest && value.startsWith('data:image/');

/** The version without its large pictures, overwritten edits included. */
export function withoutPictures(version: RecordVersion): {
  readonly bare: RecordVersion;
  readonly pictures: readonly TakenOut[];
} {
  const pictures: TakenOut[] = [];
  const bare = (value: unknown, path: Path): unknown => {
    if (isPicture(value)) {
      pictures.push({ path, picture: value });
      return null;
    }
    if (Array.isArray(value)) return value.map((one, at) => bare(one, [...path, at]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one, [...path, name])]));
  };
  const without = bare(version, []) as RecordVersion;
  return { bare: pictures.length > 0 ? without : version, pictures };
}

/**
 * Puts pictures back into a version that was just read, in place.
 *
 * @throws where one of the paths leads nowhere
 */
export function putBack(bare: RecordVersion, pictures: readonly TakenOut[]): void {
  for (const { path, picture } of pictures) {
    let at: unknown = bare;
    for (const name of path.slice(0, -1)) at = inside(at, name)[name];
    const last = path.at(-1) ?? '';
    inside(at, last)[last] = picture;
  }
}

function inside(value: unknown, name: string | number): Record<string | number, unknown> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
    throw new Error('there is no such place in the record');
  return value as Record<string | number, unknown>;
}

/** A picture in pieces that fit the server; the same picture always in the same ones. */
export function piecesOf(picture: string): readonly string[] {
  return Array.from({ length: Math.ceil(picture.length / pieceLength) }, (_, at) =>
    picture.slice(at * pieceLength, (at + 1) * pieceLength),
  );
}
