import names from '#tests/fixtures/names-in-scripts.json' with { type: 'json' };

/** A text with its language (BCP 47). */
export interface ScriptText {
  readonly text: string;
  readonly language: string;
}

const { groups } = names;

export const allNames: readonly ScriptText[] = groups.flatMap(({ language, names: those }) =>
  those.map((text) => ({ text, language })),
);

export const alphabets: readonly ScriptText[] = groups.map(({ alphabet, language }) => ({
  text: alphabet.normalize('NFC'),
  language,
}));

export const mixedLines: readonly ScriptText[] = names.mixed;
