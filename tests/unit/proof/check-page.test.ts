import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPageFrom, checkPageSchema } from '#shared/domain/proof/check-page.ts';
import { parseProof, proofDigits } from '#shared/domain/proof/proof-digits.ts';

describe('the address of the check page', () => {
  it.each([
    ['zue.example/pruefen', 'https://zue.example/pruefen'],
    ['  https://Zue.Example ', 'https://zue.example/'],
    ['https://münster.example/prüfen/', 'https://xn--mnster-3ya.example/pr%C3%BCfen/'],
    ['zue.example:8443/x?a=1', 'https://zue.example:8443/x?a=1'],
  ])('%s is written %s', (typed, written) => {
    expect(checkPageFrom(typed)).toBe(written);
  });

  it.each([
    '',
    'http://zue.example/',
    'file:///C:/pruefen.html',
    'javascript:alert(1)',
    'https://zue.example/#a',
    'https://kim:geheim@zue.example/',
    'https://zue.example@fremd.example/',
    'https://localhost/',
    'https://zue .example/',
    `https://zue.example/${'a'.repeat(70)}`,
  ])('%s is refused', (typed) => {
    expect(checkPageFrom(typed)).toBeUndefined();
    expect(checkPageSchema.safeParse(typed).success).toBe(false);
  });

  it('stands before the digits without changing them', () => {
    const label = fc.stringMatching(/^[a-z\d]{1,8}$/);
    const address = fc
      .tuple(label, fc.array(label, { maxLength: 4 }))
      .map(([host, path]) => `https://zue.${host}.example/${path.join('/')}`);
    const proof = fc.uint8Array({ minLength: 90, maxLength: 160 }).map(proofDigits);
    fc.assert(
      fc.property(address, proof, (page, digits) => {
        expect(checkPageFrom(page)).toBe(page);
        expect(parseProof(`${page}#${digits}`)).toEqual({ ok: true, value: digits });
      }),
    );
  });
});
