import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { decodeProofContent, encodeProofContent } from '#shared/domain/proof/proof-content.ts';
import { maxProofBytes, parseProof, proofBytes, proofDigits } from '#shared/domain/proof/proof-digits.ts';
import { isSameCertificate } from '#shared/domain/proof/same-certificate.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { plainText, shortTexts } from '#shared/domain/proof/short-text.ts';
import { signatureLength } from '#shared/domain/proof/signed-message.ts';
import { anonymousId } from '#shared/domain/retention/anonymous.ts';
import { memorySigner } from '#tests/memory/memory-signer.ts';
import { names, proofContent, pseudoRandom } from './made-proofs.ts';

const keyId = '0123456789abcdef';
const day = fc
  .integer({ min: 0, max: 65_535 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));
const units = fc.integer({ min: 0, max: 65_535 });
const content = fc.record({
  keyId: fc.stringMatching(/^[0-9a-f]{16}$/),
  number: fc.integer().map((seed) => drawCertificateNumber(pseudoRandom(seed))),
  name: fc.string({ unit: 'binary', maxLength: 400 }),
  offer: fc.string({ unit: 'grapheme', maxLength: 400 }),
  periodFrom: day,
  periodTo: day,
  issuedOn: day,
  ueAttended: units,
  ueOffered: units,
});
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe('the content of a proof', () => {
  it('is at most 96 bytes, 160 with its signature, whatever stands in it', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(encodeProofContent(one).length + signatureLength).toBeLessThanOrEqual(maxProofBytes);
      }),
    );
  });

  it.each([
    ['Arabic', 'محمد عبد الرحمن '],
    ['Ethiopic', 'ገብረመድህን ተስፋይ '],
    ['emoji', '👩‍👩‍👧'],
    ['combining marks', 'á̧̈'],
    ['Latin', 'Wolfeschlegelsteinhausen '],
  ])('is at most 160 bytes for a name and an offer of 300 characters: %s', (_script, text) => {
    const long = text.repeat(300).slice(0, 300);
    const far = { ueAttended: 65_535, ueOffered: 65_535, periodFrom: '2000-01-01', periodTo: '2179-06-06' };
    const encoded = encodeProofContent(
      proofContent(keyId, { ...far, name: long, offer: long, issuedOn: '2000-01-01' }),
    );
    expect(encoded.length + signatureLength).toBeLessThanOrEqual(maxProofBytes);
    const read = decodeProofContent(encoded);
    expect(read?.name).toMatch(/…$/);
    expect(read?.offer).toMatch(/…$/);
  });

  it('reads back what was written, names and offers by the rule', () => {
    fc.assert(
      fc.property(content, (one) => {
        const read = decodeProofContent(encodeProofContent(one));
        expect(read).toEqual({ ...one, ...shortTexts(one) });
      }),
    );
  });

  it('has one spelling: other bytes for the same values are refused', () => {
    const bytes = encodeProofContent(proofContent(keyId));
    // The version as an integer of two bytes instead of one.
    expect(bytes[1]).toBe(1);
    const longer = Uint8Array.from([...bytes.subarray(0, 1), 0x18, 1, ...bytes.subarray(2)]);
    expect(decodeProofContent(longer)).toBeUndefined();
    expect(decodeProofContent(Uint8Array.from([...bytes, 0]))).toBeUndefined();
    expect(decodeProofContent(bytes.subarray(0, -1))).toBeUndefined();
    expect(decodeProofContent(new Uint8Array(0))).toBeUndefined();
  });

  it('holds nothing but the nine fields', () => {
    const more = { ...proofContent(keyId), birth: '1990-01-01', room: 'canary' };
    expect(encodeProofContent(more)).toEqual(encodeProofContent(proofContent(keyId)));
  });

  it.each([
    { number: 'ABCDEFGHJKM' },
    { periodFrom: '1999-12-31' },
    { issuedOn: '2179-06-07' },
    { ueAttended: -1 },
    { ueOffered: 1.5 },
    { ueOffered: 65_536 },
  ])('is not made of %j', (wrong) => {
    expect(() => encodeProofContent(proofContent(keyId, wrong))).toThrow(RangeError);
  });
});

describe('shortened names and offers', () => {
  it('stay whole where there is room', () => {
    for (const name of names.filter((one) => bytesOf(one) <= 40)) {
      expect(shortTexts({ name, offer: 'Deutsch A1' }).name).toBe(name.normalize('NFC'));
    }
  });

  it('are the same when they are shortened again, so that paper and code can be compared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, offer) => {
        const short = shortTexts({ name, offer });
        expect(shortTexts(short)).toEqual(short);
        expect(bytesOf(short.name) + bytesOf(short.offer)).toBeLessThanOrEqual(58);
      }),
    );
  });

  it('are beginnings of the text with a mark, never cut within a character or before a combining mark', () => {
    const text = fc.array(
      fc.constantFrom('a', 'é', 'e\u0301', 'q\u0323\u0307', 'ش', 'ِ', 'ትር', '👩‍👧', ' ', 'क्षि'),
      {
        minLength: 20,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const plain = plainText(parts.join(''));
        const { name } = shortTexts({ name: plain, offer: 'x'.repeat(60) });
        expect(name.isWellFormed()).toBe(true);
        if (name === plain) return;
        expect(name.endsWith('…')).toBe(true);
        const kept = name.slice(0, -1);
        expect(plain.startsWith(kept)).toBe(true);
        expect(kept).toBe(kept.trimEnd());
        expect(plain.slice(kept.length)).not.toMatch(/^[\p{M}\u200c\u200d]/u);
      }),
    );
  });

  it('give the name what the offer leaves', () => {
    const name = 'N'.repeat(60);
    expect(shortTexts({ name, offer: 'Deutsch' }).name).toBe(`${'N'.repeat(48)}…`);
    expect(shortTexts({ name, offer: 'D'.repeat(60) })).toEqual({
      name: `${'N'.repeat(31)}…`,
      offer: `${'D'.repeat(21)}…`,
    });
  });

  it('hold no control characters and nothing that turns the direction of writing', () => {
    expect(plainText(' A\u202eb\n\tc\u0000d\u2066 \ud800')).toBe('Ab c d');
  });

  it('are compared with the register by the same rule', () => {
    const registered = {
      participantId: 'p',
      ...proofContent(keyId),
      name: names[5],
      offerTitle: 'Deutsch A1 '.repeat(9),
      module: null,
    };
    const proof = decodeProofContent(encodeProofContent({ ...registered, offer: registered.offerTitle }));
    if (!proof) throw new Error('not decoded');
    expect(isSameCertificate(proof, registered)).toBe(true);
    expect(isSameCertificate(proof, { ...registered, name: 'Another Name' })).toBe(false);
    expect(isSameCertificate(proof, { ...registered, ueAttended: 41 })).toBe(false);
    const erased = { ...registered, participantId: anonymousId('x'), name: '' };
    expect(isSameCertificate(proof, erased)).toBe(true);
    expect(isSameCertificate(proof, { ...erased, ueAttended: 41 })).toBe(false);
  });
});

describe('the digits of a proof', () => {
  it('are the bytes again, leading zeros included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 86, maxLength: maxProofBytes }), (bytes) => {
        expect(proofBytes(proofDigits(bytes))).toEqual(bytes);
      }),
    );
  });

  it('notice one digit less, one more and none', async () => {
    const signer = await memorySigner();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    expect(parseProof(digits)).toEqual({ ok: true, value: digits });
    for (const wrong of [
      digits.slice(1),
      digits.slice(0, -1),
      `${digits}0`,
      `1${digits}`,
      digits.slice(0, 20),
    ]) {
      expect(parseProof(wrong)).toEqual({ ok: false, error: 'proof.incomplete' });
    }
  });

  it('are found behind an address, with spaces and line breaks, and in what a scanner on another layout makes of it', async () => {
    const signer = await memorySigner();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    const broken = digits.replace(/(.{60})/g, '$1\r\n  ');
    for (const text of [
      digits,
      ` ${digits}\n`,
      broken,
      `https://example.org/verify.html#${digits}`,
      `https://example.org:8443/2026/verify.html#${broken}`,
      `file:///C:/Users/x/verify.html#${digits}`,
      `httpsÖ--example.org-verifz.html§${digits}`,
    ]) {
      expect(parseProof(text)).toEqual({ ok: true, value: digits });
    }
  });

  it('are in nothing else', async () => {
    const signer = await memorySigner();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    const refused = [
      ['', 'proof.empty'],
      [' \n', 'proof.empty'],
      ['https://example.org/', 'proof.unreadable'],
      ['https://example.org/#123', 'proof.incomplete'],
      [`https://example.org/#${digits}x`, 'proof.unreadable'],
      [`javascript:alert(1)#${digits}`, 'proof.unreadable'],
      ['9'.repeat(4096), 'proof.too-long'],
      [`${digits}\u0007`, 'proof.unreadable'],
      [`${digits.slice(0, 9)}\u0000${digits.slice(9)}`, 'proof.unreadable'],
      [digits.replace(/\d/, '٣'), 'proof.unreadable'],
      ['4711081512340042', 'proof.incomplete'],
    ] as const;
    for (const [text, code] of refused) expect(parseProof(text)).toEqual({ ok: false, error: code });
  });

  it("are not made for a key that is not the signer's", async () => {
    const signer = await memorySigner();
    await expect(sealProof(proofContent(keyId), signer)).rejects.toThrow(RangeError);
  });
});
