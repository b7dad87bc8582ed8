import anyAscii from 'any-ascii';
import { distance, type Reading, tolerance } from './alignment.ts';
import { foldName } from './fold.ts';
import { type Script, scriptOf, skeletonOf, soundsOf } from './sounds.ts';

/** One word of a name with everything that comparing it needs; read once, however many people bear it. */
export interface Word {
  /** Folded, in its own script. */
  readonly text: string;
  /** Folded, in Latin letters. */
  readonly latin: string;
  readonly inLatin: boolean;
  /** By skeleton (sounds.ts). */
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

/** Reads words and remembers them. */
export interface Lexicon {
  word(written: string): Word;
}

/** What a number has: it says nothing by its sound. */
const silent: Word['readings'] = new Map();
/** Letters and digits only; what is left of an unreadable word is nothing. */
const digit = /\p{Nd}/u;
const unsounded = /[^\p{L}\p{N}\p{M}]/gu;

/** Most words and all numbers: nothing of them has to be folded. */
const plain = /^[a-z0-9]+$/;
const letter = /[a-z]/;

/** Reads one word of a name. */
export function readWord(written: string): Word {
  const small = written.toLowerCase();
  if (plain.test(small)) {
    const readings = digit.test(small) ? silent : readingsOf(small, 'latin', small);
    return { text: small, latin: small, inLatin: letter.test(small), readings };
  }
  const lower = written.normalize('NFC').toLowerCase().replace(unsounded, '').normalize('NFC');
  const text = foldName(written).replace(unsounded, '');
  const script = scriptOf(lower);
  const latin = anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const readings = digit.test(text) ? silent : readingsOf(lower, script, latin);
  return { text, latin, inLatin: script === 'latin', readings };
}

function readingsOf(lower: string, script: Script, latin: string): Word['readings'] {
  const readings = new Map<string, Reading[]>();
  for (const sounds of soundsOf(lower, script, latin)) {
    const skeleton = skeletonOf(sounds);
    const reading = { sounds, abjad: script === 'arabic' };
    const known = readings.get(skeleton);
    if (known) known.push(reading);
    else readings.set(skeleton, [reading]);
  }
  return readings;
}

/** Whether it is a number or has one in it, such as a room. */
export function isCode({ text }: Word): boolean {
  return digit.test(text);
}

export function createLexicon(): Lexicon {
  const words = new Map<string, Word>();
  return {
    word: (written) => {
      const known = words.get(written);
      if (known) return known;
      const word = readWord(written);
      words.set(written, word);
      return word;
    },
  };
}

/**
 * How far two words lie apart in sound: 0 for the same letters, more for other spellings of one name, `undefined` for
 * different names. Whichever way round, the answer is the same.
 */
export function soundDistance(one: Word, other: Word): number | undefined {
  if (one.text === other.text) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [skeleton, ours] of one.readings) {
    for (const theirs of other.readings.get(skeleton) ?? [])
      for (const reading of ours) {
        const most = Math.min(best, tolerance(reading, theirs));
        best = Math.min(best, distance(reading, theirs, most));
      }
  }
  return best === Number.POSITIVE_INFINITY ? undefined : best;
}
