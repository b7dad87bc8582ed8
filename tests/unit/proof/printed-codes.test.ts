import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { proofCodeMm, proofCodePath } from '#renderer/documents/proof-code.ts';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { checkPageFrom } from '#shared/domain/proof/check-page.ts';
import { judgeProof } from '#shared/domain/proof/judge-proof.ts';
import { parseProof } from '#shared/domain/proof/proof-digits.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { memoryVerifier } from '#tests/memory/memory-signer.ts';
import { madeFacility, names, proofContent, pseudoRandom } from './made-proofs.ts';
import { readPrinted } from './printed-codes.ts';

const count = 200;
/** As long as an address may be, with digits in it. */
const longestAddress = `https://pruefen.zue-2.example/${'pfad/'.repeat(10)}`;

/** 200 certificates with names of every kind and offers up to the full length of a code. */
async function batch() {
  const { signer, lists } = await madeFacility();
  const random = pseudoRandom(42);
  const contents = Array.from({ length: count }, (_, at) =>
    proofContent(signer.keyId, {
      number: drawCertificateNumber(random),
      name: `${names[at % names.length]}`,
      offer: 'Deutsch A1.1 für den Beruf und den Alltag'.slice(0, 8 + (at % 33)),
      ueAttended: at * 3,
    }),
  );
  const digits = await Promise.all(contents.map((content) => sealProof(content, signer)));
  return { lists, contents, digits };
}

describe('a code on paper', () => {
  it('is tried with the longest address that may be set', () => {
    expect(checkPageFrom(longestAddress)).toBe(longestAddress);
    expect(checkPageFrom(`${longestAddress}x`)).toBeUndefined();
  });

  it('is a square of bars within the symbol, the same for the same digits', async () => {
    const { digits } = await batch();
    const code = proofCodePath(digits[0] ?? '');
    expect(code.path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/);
    for (const [, x, y, width] of code.path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(code.modules);
      expect(Number(y)).toBeLessThan(code.modules);
    }
    expect(proofCodePath(digits[0] ?? '')).toEqual(code);
  });

  it('has modules of 0.47 mm or more in the longest proof, of 0.4 mm behind the longest address', () => {
    const longest = '9'.repeat(386);
    expect(proofCodeMm / proofCodePath(longest).modules).toBeGreaterThan(0.47);
    expect(proofCodeMm / proofCodePath(longest, longestAddress).modules).toBeGreaterThan(0.4);
  });

  it('is made of digits only', () => {
    expect(() => proofCodePath('12a')).toThrow(RangeError);
    expect(() => proofCodePath('')).toThrow(RangeError);
  });
});

describe.each([
  { dpi: 300, checkPage: null },
  { dpi: 150, checkPage: null },
  { dpi: 300, checkPage: longestAddress },
  { dpi: 150, checkPage: longestAddress },
])('200 codes of 25 mm, printed at $dpi dpi, behind $checkPage', ({ dpi, checkPage }) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wegmarke-proofs-'));
    return () => rmSync(folder, { recursive: true });
  });

  it('are read by ZXing and by ZBar and are genuine', async () => {
    const { lists, contents, digits } = await batch();
    const { zxing, zbar } = await readPrinted(
      folder,
      digits.map((one) => proofCodePath(one, checkPage)),
      dpi,
    );
    const texts = digits.map((one) => (checkPage === null ? one : `${checkPage}#${one}`));
    expect(zxing.toSorted()).toEqual(texts.toSorted());
    expect(zbar.toSorted()).toEqual(texts.toSorted());
    const found = await Promise.all(
      zxing.map(async (text) => {
        const parsed = parseProof(text);
        return parsed.ok ? judgeProof(parsed.value, lists, memoryVerifier) : undefined;
      }),
    );
    expect(found.map((one) => one?.state)).toEqual(Array.from({ length: count }, () => 'genuine'));
    const numbers = found.map((one) => one?.content?.number ?? '');
    expect(numbers.toSorted()).toEqual(contents.map(({ number }) => number).toSorted());
  }, 120_000);
});
