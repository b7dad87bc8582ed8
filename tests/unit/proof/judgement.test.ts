import { decode, encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { judgeProof, type ProofLists } from '#shared/domain/proof/judge-proof.ts';
import { encodeProofContent } from '#shared/domain/proof/proof-content.ts';
import { parseProof, proofBytes, proofDigits } from '#shared/domain/proof/proof-digits.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import { listBytes, listFile, readListFile, signedList } from '#shared/domain/proof/signed-list.ts';
import { signedMessage } from '#shared/domain/proof/signed-message.ts';
import { memorySigner, memoryVerifier } from '#tests/memory/memory-signer.ts';
import { issuerList, listed, madeFacility, proofContent, pseudoRandom, revocations } from './made-proofs.ts';

const judged = (digits: string, lists: ProofLists) => judgeProof(digits, lists, memoryVerifier);

describe('a proof', () => {
  it('is genuine, with what the paper must show', async () => {
    const { signer, lists } = await madeFacility();
    const content = proofContent(signer.keyId);
    expect(await judged(await sealProof(content, signer), lists)).toEqual({ state: 'genuine', content });
  });

  it('is altered or foreign with any one digit changed, never genuine', async () => {
    const { signer, lists } = await madeFacility();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    const found = new Set<string>();
    for (let at = 0; at < digits.length; at += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        if (digits[at] === String(digit)) continue;
        found.add((await judged(digits.slice(0, at) + digit + digits.slice(at + 1), lists)).state);
      }
    }
    expect([...found].filter((state) => state !== 'altered' && state !== 'foreign')).toEqual([]);
    expect(found.size).toBeGreaterThan(0);
  }, 60_000);

  it('is altered with a swapped name, of the same length or not', async () => {
    const { signer, lists } = await madeFacility();
    const content = proofContent(signer.keyId);
    const bytes = proofBytes(await sealProof(content, signer)) ?? new Uint8Array();
    for (const name of ['Tirhas Gebremedhim', 'Anna']) {
      const other = encodeProofContent({ ...content, name });
      const forged = proofDigits(Uint8Array.from([...other, ...bytes.subarray(-64)]));
      expect(await judged(forged, lists)).toEqual({ state: 'altered', content: null });
    }
  });

  it('is foreign with another key, and altered where that key claims to be a listed one', async () => {
    const { signer, lists } = await madeFacility();
    const stranger = await memorySigner(50);
    const foreign = await sealProof(proofContent(stranger.keyId), stranger);
    expect(await judged(foreign, lists)).toEqual({ state: 'foreign', reason: 'unknown-key', content: null });
    const claiming = await sealProof(proofContent(signer.keyId), { ...stranger, keyId: signer.keyId });
    expect((await judged(claiming, lists)).state).toBe('altered');
  });

  it('is altered when its signature was made over another kind of message', async () => {
    const { signer, lists } = await madeFacility();
    const content = encodeProofContent(proofContent(signer.keyId));
    for (const message of [
      content,
      signedMessage('revocations', content),
      signedMessage('issuers', content),
    ]) {
      const signature = await signer.sign(message);
      expect((await judged(proofDigits(Uint8Array.from([...content, ...signature])), lists)).state).toBe(
        'altered',
      );
    }
  });

  it('counts up to the day before its workstation was struck off, and is foreign from that day on', async () => {
    const { signer, lists } = await madeFacility({ struckOff: '2026-11-23' });
    const states = await Promise.all(
      ['2026-11-22', '2026-11-23', '2026-12-01'].map(async (issuedOn) =>
        judged(await sealProof(proofContent(signer.keyId, { issuedOn }), signer), lists),
      ),
    );
    expect(states.map(({ state }) => state)).toEqual(['genuine', 'foreign', 'foreign']);
    expect(states[1]).toMatchObject({ reason: 'struck-off' });
  });

  it('is foreign outside the days of its key', async () => {
    const { signer, lists } = await madeFacility({ validFrom: '2026-11-20', validTo: '2026-11-24' });
    for (const [issuedOn, state] of [
      ['2026-11-19', 'foreign'],
      ['2026-11-20', 'genuine'],
      ['2026-11-24', 'genuine'],
      ['2026-11-25', 'foreign'],
    ] as const) {
      const digits = await sealProof(proofContent(signer.keyId, { issuedOn }), signer);
      expect((await judged(digits, lists)).state).toBe(state);
    }
  });

  it('is never genuine when it is made of any bytes, and nothing that is read breaks the check', async () => {
    const { signer, lists } = await madeFacility();
    const key = Array.from(encodeProofContent(proofContent(signer.keyId)));
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 86, maxLength: 160 }),
      // Beginnings of real content, so that reading gets far.
      fc
        .tuple(fc.integer({ min: 1, max: key.length }), fc.uint8Array({ minLength: 86, maxLength: 104 }))
        .map(([count, rest]) => Uint8Array.from([...key.slice(0, count), ...rest]).subarray(0, 160)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (proof) => {
        expect(['altered', 'foreign']).toContain((await judged(proofDigits(proof), lists)).state);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(parseProof(text).ok).toBe(false);
      }),
      { seed: 20_261_123 },
    );
  });

  it('is altered where the digits are no proof at all', async () => {
    const { lists } = await madeFacility();
    for (const digits of ['', '0', '123', '9'.repeat(300), `1${'0'.repeat(260)}`])
      expect((await judged(digits, lists)).state).toBe('altered');
  });
});

describe('revoked certificates', () => {
  it('are revoked with their day, others stay genuine', async () => {
    const { signer, lists } = await madeFacility();
    const content = proofContent(signer.keyId);
    const digits = await sealProof(content, signer);
    const listing = { ...lists, revocations: await revocations(signer, [content.number, content.number]) };
    expect(await judged(digits, listing)).toEqual({ state: 'revoked', content, on: '2026-11-24' });
    const other = {
      ...lists,
      revocations: await revocations(await memorySigner(2), [drawCertificateNumber(pseudoRandom(8))]),
    };
    expect((await judged(digits, other)).state).toBe('genuine');
  });

  it('are listed by nobody but workstations that may issue', async () => {
    const { administrator, signer, lists } = await madeFacility();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    const struck = await issuerList(administrator, [
      listed(signer),
      listed(await memorySigner(2), { struckOff: '2026-11-26' }),
    ]);
    const forged: ProofLists[] = [
      { ...lists, revocations: await revocations(await memorySigner(50), []) },
      // Dated back to before it was struck off: its days are its own word.
      { ...lists, issuers: struck, revocations: await revocations(await memorySigner(2), [], '2026-11-01') },
      { ...lists, revocations: await revocations({ ...(await memorySigner(50)), keyId: signer.keyId }, []) },
      { ...lists, revocations: { content: 'AAAA', signature: '%' } },
    ];
    for (const list of forged) expect((await judged(digits, list)).state).toBe('foreign');
  });
});

describe('the list of issuers', () => {
  it('vouches for nobody when it is forged, changed or signed for something else', async () => {
    const { administrator, signer, lists } = await madeFacility();
    const digits = await sealProof(proofContent(signer.keyId), signer);
    const bytes = listBytes(lists.issuers) ?? { content: new Uint8Array(), signature: new Uint8Array(64) };
    const values = decode(bytes.content) as unknown[];
    const content = encode([...values.slice(0, 1), 99, ...values.slice(2)]);
    const otherContext = await administrator.sign(signedMessage('revocations', bytes.content));
    const forged = [
      await issuerList(await memorySigner(91), [listed(signer)]),
      signedList(content, bytes.signature),
      signedList(bytes.content, otherContext),
      signedList(
        bytes.content,
        bytes.signature.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
      ),
      { content: 'no base64', signature: lists.issuers.signature },
    ];
    for (const issuers of forged) {
      expect((await judged(digits, { ...lists, issuers })).state).toBe('foreign');
    }
  });

  it('travels as the text of a file', async () => {
    const { lists } = await madeFacility();
    const text = listFile('issuers', lists.issuers);
    expect(readListFile('issuers', text.replaceAll('\n', '\r\n'))).toEqual({
      ok: true,
      value: lists.issuers,
    });
    expect(readListFile('revocations', text)).toEqual({ ok: false, error: 'proof.no-list' });
    expect(readListFile('issuers', 'x'.repeat(5_000_000))).toEqual({ ok: false, error: 'proof.no-list' });
  });
});
