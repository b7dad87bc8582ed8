/**
 * How well a passphrase withstands guessing, judged offline by zxcvbn with German and English word lists (a few MB,
 * loaded when first asked). Results are keys for translation, never texts.
 */

export interface PassphraseStrength {
  /** 0 (guessed at once) to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** At least 12 characters and score 3. */
  readonly acceptable: boolean;
  /** zxcvbn's key of what is weak, or `tooShort`; `null` if nothing stands out. */
  readonly warningKey: string | null;
  readonly suggestionKeys: readonly string[];
}

/** NIST SP 800-63B asks for 8 at least, 15 where it is the only factor; the site secret is the second one here. */
const minimumLength = 12;
const minimumScore = 3;
/**
 * Guesses from which on the scores 1 to 4 begin. zxcvbn lets score 3 begin at 10^8, which "Passwort123!" reaches.
 * Ten times that is, at some thousand tries of Argon2id a second, days of work for whoever has the site secret too.
 */
const guessesOfScore = { 0: 1e3, 1: 1e6, 2: 1e9, 3: 1e10 } as const;
/** zxcvbn's time grows with length; beyond this a passphrase is long enough anyway. */
const judgedLength = 100;

type Judge = (
  passphrase: string,
  userInputs: (string | number)[],
) => Promise<{
  readonly score: PassphraseStrength['score'];
  readonly feedback: { readonly warning: string | null; readonly suggestions: readonly string[] };
}>;

/** A German word, and without umlauts as many type it. */
function spellings(word: string | number): (string | number)[] {
  if (typeof word === 'number') return [word];
  const lower = word.toLowerCase();
  const plain = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return plain === lower ? [word] : [word, plain];
}

let judge: Promise<Judge> | undefined;

async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common, german, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-de'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const germanLists = Object.entries(german.dictionary).map(([name, words]) => [
    `${name}-de`,
    words.flatMap(spellings),
  ]);
  const factory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, ...Object.fromEntries(germanLists) },
    graphs: common.adjacencyGraphs,
    maxLength: judgedLength,
    timeEstimationValues: {
      scoring: guessesOfScore,
      // The library's own; the library wants both.
      attackTime: {
        onlineThrottlingXPerHour: 100,
        onlineNoThrottlingXPerSecond: 10,
        offlineSlowHashingXPerSecond: 1e4,
        offlineFastHashingXPerSecond: 1e10,
      },
    },
  });
  return (passphrase, userInputs) => factory.checkAsync(passphrase, userInputs);
}

/** Whether a passphrase may be set at all, whatever a screen has said of it. */
export async function isStrong(passphrase: string, known: readonly string[]): Promise<boolean> {
  return (await passphraseStrength(passphrase, known)).acceptable;
}

/** Judges a passphrase. `known`: names a guesser would try first, such as the facility's and the person's. */
export async function passphraseStrength(
  passphrase: string,
  known: readonly string[] = [],
): Promise<PassphraseStrength> {
  judge ??= loadJudge();
  const normal = passphrase.normalize('NFKC');
  const inputs = known
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .filter((word) => word.length > 2)
    .flatMap(spellings);
  const { score, feedback } = await (await judge)(normal, inputs);
  const longEnough = [...normal].length >= minimumLength;
  return {
    score,
    acceptable: longEnough && score >= minimumScore,
    warningKey: feedback.warning || (longEnough ? null : 'tooShort'),
    suggestionKeys: feedback.suggestions,
  };
}
