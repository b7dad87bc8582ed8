/**
 * How far two readings (sounds.ts) lie apart: the cheapest way to turn one into the other, where sounds that languages
 * and clerks write for one another cost little and others cost 1.
 */

/**
 * Costs of writing one sound for another, either way round; what is not listed costs 1, a vowel for another vowel 0.6.
 * Which sounds go together follows from the tables of letters (latin-sounds.ts and its neighbours); the amounts say how
 * often: under 0.2 both are written for one name every day, from 0.5 on it mostly makes another name.
 */
const swaps: Readonly<Record<string, number>> = {
  // Vowels: e stands between a and i; o and u are one letter in Arabic script, as are their half vowels.
  ...{ 'ae ei': 0.15, ou: 0.1, iy: 0.1, ey: 0.2, uw: 0.1, ow: 0.15 },
  ...{ ai: 0.6, ao: 0.45, au: 0.6, eo: 0.45, eu: 0.5, iu: 0.55, io: 0.6 },
  ...{ 'aw ay': 0.7, 'iw ew': 0.6, 'uy oy': 0.6 },
  // Vowels that the script leaves open.
  ...{ '@a @e @i @o @u @y @w @~': 0.05, '~a ~e ~i ~o ~u ~y': 0.05 },
  // Hissing sounds: marks fall away (ş and s), z and s are one letter in German.
  ...{ 'SC Ss sz zJ': 0.15, 'CJ zC': 0.2, 'SJ sC': 0.25, Sz: 0.4, sJ: 0.6 },
  // Throat and palate: kh, h and gh; q between k and g; Egyptian g.
  ...{ kg: 0.25, gh: 0.3, kh: 0.35, Jy: 0.4, Jg: 0.5 },
  ...{ 'td bp': 0.3, 'wf fp wb': 0.5, 'ts dz tC dJ': 0.5, mn: 0.6, lr: 0.7 },
};

const vowels = 'aeiouwy@~';
const isVowel = (sound: number): boolean => vowels.includes(String.fromCharCode(sound));

const swapCost = new Float32Array(128 * 128).fill(1);
for (const first of [...vowels])
  for (let other = 0; other < 128; other += 1) {
    const mixed = isVowel(other) ? 0.6 : 1.3;
    swapCost[first.charCodeAt(0) * 128 + other] = mixed;
    swapCost[other * 128 + first.charCodeAt(0)] = mixed;
  }
for (const [pairs, cost] of Object.entries(swaps))
  for (const pair of pairs.split(' ')) {
    swapCost[pair.charCodeAt(0) * 128 + pair.charCodeAt(1)] = cost;
    swapCost[pair.charCodeAt(1) * 128 + pair.charCodeAt(0)] = cost;
  }
for (let sound = 0; sound < 128; sound += 1) swapCost[sound * 128 + sound] = 0;

/** Last sounds that are written for one another: Ahmed and Ahmet, Yakub and Yakup. */
const hardened = new Set(['td', 'dt', 'bp', 'pb', 'gk', 'kg']);

export interface Reading {
  readonly sounds: string;
  /** Short vowels are not written in the script that this was read from. */
  readonly abjad: boolean;
}

/** What it costs that one spelling has this sound and the other has nothing in its place. */
function gapCost({ sounds, abjad }: Reading, at: number, other: Reading): number {
  const sound = sounds.charCodeAt(at);
  if (sound === 126) return 0.02;
  if (!isVowel(sound)) return sounds[at] === 'h' ? 0.4 : 1;
  const first = at === 0;
  const last = at === sounds.length - 1;
  if (sound === 64) return first ? 0.35 : 0.05;
  const here = sounds[at] ?? '';
  const [before, after] = [sounds[at - 1] ?? '', sounds[at + 1] ?? ''];
  const half = here === 'y' || here === 'w';
  if (abjad && other.abjad) return half ? 0.9 : 0.4;
  if (abjad && half && !first && !last) return 0.65;
  if (other.abjad && !first && !last) return half ? 0.3 : 0.04;
  if (first) return here === 'y' && (after === 'u' || after === 'e') ? 0.3 : 0.65;
  // Within a group of vowels spellings go apart: iia and ia, aei and ai, iu and yu.
  const grouped =
    (half && (vowels.includes(before) || (after !== '' && vowels.includes(after)))) ||
    ('iey'.includes(here) && 'iy'.includes(before || '-')) ||
    ('iey'.includes(here) && 'iy'.includes(after || '-')) ||
    ('ou'.includes(here) && (before === 'u' || after === 'u'));
  // A last vowel makes another name (Amin, Amina).
  if (last) return here !== 'w' && grouped ? (half ? 0.1 : 0.2) : 0.7;
  return grouped ? 0.15 : 0.4;
}

const longest = 60;
const rowA = new Float64Array(longest + 1);
const rowB = new Float64Array(longest + 1);
const gaps = new Float64Array(longest + 1);

/**
 * The distance of two readings, 0 for equal ones. With `begins`, `one` may also be only the beginning of `other`.
 * Gives `Infinity` as soon as it is over `most`.
 */
export function distance(one: Reading, other: Reading, most: number, begins = false): number {
  const [a, b] = [one.sounds, other.sounds];
  if (a === b || (begins && b.startsWith(a))) return 0;
  if (a.length > longest || b.length > longest) return Number.POSITIVE_INFINITY;
  const hard = hardened.has(a.slice(-1) + b.slice(-1));
  let [before, row] = [rowA, rowB];
  before[0] = 0;
  for (let j = 1; j <= b.length; j += 1) {
    gaps[j] = gapCost(other, j - 1, one);
    before[j] = (before[j - 1] ?? 0) + (gaps[j] ?? 0);
  }
  for (let i = 1; i <= a.length; i += 1) {
    const sound = a.charCodeAt(i - 1) * 128;
    const gap = gapCost(one, i - 1, other);
    row[0] = (before[0] ?? 0) + gap;
    let least = row[0];
    for (let j = 1; j <= b.length; j += 1) {
      let swap = swapCost[sound + b.charCodeAt(j - 1)] ?? 1;
      // Hard and soft ends are written alike in many languages; another first vowel is another name.
      if (hard && i === a.length && j === b.length) swap = 0.1;
      if (i === 1 && j === 1 && swap > 0.2 && swap < 1) swap += 0.15;
      const best = Math.min(
        (before[j - 1] ?? 0) + swap,
        (before[j] ?? 0) + gap,
        (row[j - 1] ?? 0) + (gaps[j] ?? 0),
      );
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    [before, row] = [row, before];
  }
  let end = before[b.length] ?? Number.POSITIVE_INFINITY;
  if (begins) for (let j = a.length - 1; j < b.length; j += 1) end = Math.min(end, before[j] ?? end);
  return end > most ? Number.POSITIVE_INFINITY : end;
}

/** How far readings of one name may lie apart. */
export function tolerance(one: Reading, other: Reading): number {
  return 0.1 * Math.min(one.sounds.length, other.sounds.length) + 0.08;
}
