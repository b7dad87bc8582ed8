import { describe, expect, test } from 'vitest';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';

describe('the strength of a passphrase', () => {
  test.each([
    '',
    'hallo',
    'Passwort123!',
    'aaaaaaaaaaaaaaaa',
    'qwertzuiopasdf',
    'Preußen1906!',
    'Muenster2024!',
  ])('finds %j weak', async (passphrase) => {
    expect((await passphraseStrength(passphrase)).acceptable).toBe(false);
  });

  test('accepts several unrelated words', async () => {
    expect(await passphraseStrength('sieben Störche über Münster')).toMatchObject({
      acceptable: true,
      warningKey: null,
    });
  });

  test('a short one is not acceptable however random', async () => {
    const { acceptable, score, warningKey } = await passphraseStrength('x7#Kq!vZ2m');
    expect({ acceptable, strong: score >= 3, warningKey }).toEqual({
      acceptable: false,
      strong: true,
      warningKey: 'tooShort',
    });
  });

  test('names that are known count as guessed first', async () => {
    const passphrase = 'Unterbringungsheim Annegret';
    const unaware = await passphraseStrength(passphrase);
    const aware = await passphraseStrength(passphrase, ['Unterbringungsheim Süd', 'Annegret Özdemir']);
    expect(aware.score).toBeLessThan(unaware.score);
  });

  test('gives keys, not sentences', async () => {
    const { warningKey, suggestionKeys } = await passphraseStrength('passwort');
    expect(warningKey).toMatch(/^[a-zA-Z]+$/);
    expect(suggestionKeys.length).toBeGreaterThan(0);
    for (const key of suggestionKeys) expect(key).toMatch(/^[a-zA-Z0-9]+$/);
  });

  test('of a pasted page of text only the beginning is judged', async () => {
    const page = 'Wort '.repeat(20_000);
    expect(await passphraseStrength(page)).toEqual(await passphraseStrength(page.slice(0, 256)));
  });
});
