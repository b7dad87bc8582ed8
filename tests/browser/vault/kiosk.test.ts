import { afterEach, describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '#renderer/vault/bytes.ts';
import { deriveKioskSecrets, kioskKeys } from '#renderer/vault/kiosk-keys.ts';
import { type OpenKiosk, openKioskStore } from '#renderer/vault/kiosk-store.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { KioskContent, KioskEntry, KioskGuest } from '#shared/domain/kiosk/kiosk-day.ts';
import { type MadeVault, madeVault, now, passphrase, value } from './made-vault.ts';

const amina: KioskGuest = {
  participantId: 'p'.repeat(26),
  firstName: 'Amina-Özgül',
  language: 'so',
  sessionIds: ['s'.repeat(26), 't'.repeat(26)],
};
const li: KioskGuest = { participantId: 'q'.repeat(26), firstName: 'Li', language: null, sessionIds: [] };
const badge = '1234567890123410';
const otherBadge = '9876543210987693';

const content = (date = '2026-11-23'): KioskContent => ({
  day: {
    date,
    facilityName: 'ZUE Münster',
    sessions: [
      {
        id: 's'.repeat(26),
        title: 'Erstorientierung',
        area: 'language',
        room: 'R 12',
        startsAt: 540,
        endsAt: 630,
        walkIns: true,
      },
    ],
  },
  guests: new Map([
    [badge, amina],
    [otherBadge, li],
  ]),
});

const entry: KioskEntry = {
  id: '0123456789abcdef0123456789abcdef',
  participantId: amina.participantId,
  sessionId: 's'.repeat(26),
  at: '2026-11-23T08:05:00.000Z',
};

const sessions: VaultSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.lock();
});

async function vault(): Promise<MadeVault> {
  const made = await madeVault();
  sessions.push(made.session);
  return made;
}

async function opened({ session }: MadeVault, date?: string) {
  const { store, key } = await session.sealKiosk(content(date));
  const kiosk = await openKioskStore(store, key.slice());
  if (!kiosk) throw new Error('The store does not open.');
  return { store, key, kiosk };
}

/** The JSON of a store or an entry, changed as a thief with an editor would. */
function edited(store: Uint8Array, edit: (json: Record<string, unknown>) => void): Uint8Array {
  const json = JSON.parse(fromUtf8(store)) as Record<string, unknown>;
  edit(json);
  return utf8(JSON.stringify(json));
}

describe('a kiosk’s store', () => {
  it('opens with its key: the day at once, a guest with the badge', async () => {
    const { kiosk } = await opened(await vault());
    expect(kiosk.day).toEqual(content().day);
    expect(await kiosk.recognise(badge)).toEqual(amina);
    expect(await kiosk.recognise(otherBadge)).toEqual(li);
  });

  it('knows no other badge', async () => {
    const { kiosk } = await opened(await vault());
    expect(await kiosk.recognise('1234567890123411')).toBeUndefined();
    expect(await kiosk.recognise('')).toBeUndefined();
  });

  it('does not open with another kiosk’s key', async () => {
    const made = await vault();
    const { store } = await opened(made);
    const { key } = await opened(made);
    expect(await openKioskStore(store, key.slice())).toBeNull();
  });

  it('holds no name, number, id or session in the clear, and no two boxes that differ in length', async () => {
    const { store } = await opened(await vault());
    const text = fromUtf8(store);
    for (const secret of [amina.firstName, 'Amina', badge, amina.participantId, 'Erstorientierung', 'ZUE']) {
      expect(text).not.toContain(secret);
    }
    const boxes = Object.values(
      (JSON.parse(text) as { guests: Record<string, { ciphertext: string }> }).guests,
    );
    expect(new Set(boxes.map(({ ciphertext }) => ciphertext.length)).size).toBe(1);
    expect(boxes.length).toBe(16);
  });

  it('opens no guest with the kiosk key alone', async () => {
    const made = await vault();
    const { store, key } = await opened(made);
    const json = JSON.parse(fromUtf8(store)) as {
      facilityId: string;
      epochId: string;
      kioskId: string;
      guests: Record<string, { nonce: string; ciphertext: string }>;
    };
    const keys = await kioskKeys(key.slice(), json);
    const wrong = await keys.badge('0000000000000000');
    for (const candidate of [keys.day, wrong.key]) {
      for (const { nonce, ciphertext } of Object.values(json.guests)) {
        const bytes = Uint8Array.from(atob(ciphertext), (unit) => unit.charCodeAt(0));
        const iv = Uint8Array.from(atob(nonce), (unit) => unit.charCodeAt(0));
        await expect(crypto.subtle.decrypt({ name: 'AES-GCM', iv }, candidate, bytes)).rejects.toThrow();
      }
    }
  });

  it('refuses another day, kiosk, facility, epoch or inbox in its head', async () => {
    const made = await vault();
    const { store, key } = await opened(made);
    const other = await opened(made, '2026-11-24');
    const head = JSON.parse(fromUtf8(other.store)) as Record<string, unknown>;
    for (const field of ['date', 'kioskId', 'inboxKey']) {
      const changed = edited(store, (json) => {
        json[field] = head[field];
      });
      expect(await openKioskStore(changed, key.slice()), field).toBeNull();
    }
    for (const field of ['facilityId', 'epochId']) {
      const changed = edited(store, (json) => {
        json[field] = '0'.repeat(32);
      });
      expect(await openKioskStore(changed, key.slice()), field).toBeNull();
    }
  });

  it('refuses a guest’s box of yesterday, and one under another badge’s id', async () => {
    const made = await vault();
    const { store, key } = await opened(made);
    type Json = { guests: Record<string, unknown> };
    const json = JSON.parse(fromUtf8(store)) as Json & Record<string, never>;
    const keys = await kioskKeys(key.slice(), json as never);
    const { id } = await keys.badge(badge);
    const { id: otherId } = await keys.badge(otherBadge);
    const swapped = edited(store, (changed) => {
      const { guests } = changed as unknown as Json;
      guests[id] = guests[otherId];
    });
    expect(await (await openKioskStore(swapped, key.slice()))?.recognise(badge)).toBeUndefined();
  });

  it.each(['', 'no store', '{}', '[]', '{"format":"wegmarke-kiosk"}'])('refuses %j', async (text) => {
    expect(await openKioskStore(utf8(text), new Uint8Array(32))).toBeNull();
  });
});

describe('a kiosk’s keys', () => {
  it('are the same again for the same kiosk, and others for every other one', async () => {
    const root = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), 'HKDF', false, [
      'deriveBits',
    ]);
    const kiosk = { facilityId: 'f'.repeat(32), epochId: 'e'.repeat(32), kioskId: 'a'.repeat(32) };
    const once = await deriveKioskSecrets(root, kiosk);
    const again = await deriveKioskSecrets(root, kiosk);
    const other = await deriveKioskSecrets(root, { ...kiosk, kioskId: 'b'.repeat(32) });
    expect(again.kioskKey).toEqual(once.kioskKey);
    expect(again.inboxKey).toBe(once.inboxKey);
    expect(other.kioskKey).not.toEqual(once.kioskKey);
    expect(other.inboxKey).not.toBe(once.inboxKey);
  });

  it('cost a scan a few milliseconds', async () => {
    const { kiosk } = await opened(await vault());
    const begun = performance.now();
    for (let count = 0; count < 10; count++) await kiosk.recognise(badge);
    const each = (performance.now() - begun) / 10;
    console.info(`kiosk: a badge is recognised in ${each.toFixed(1)} ms`);
    expect(each).toBeLessThan(100);
  });

  it('are made for six hundred badges while staff wait', async () => {
    const { session } = await vault();
    const guests = new Map(Array.from({ length: 600 }, (_, at) => [String(at).padStart(16, '0'), amina]));
    const begun = performance.now();
    const { store } = await session.sealKiosk({ ...content(), guests });
    const took = performance.now() - begun;
    console.info(`kiosk: 600 badges sealed in ${took.toFixed(0)} ms, ${store.length} bytes`);
    expect(took).toBeLessThan(20_000);
  });
});

describe('the inbox', () => {
  const sealed = async (kiosk: OpenKiosk): Promise<Uint8Array> => kiosk.seal(entry);

  it('gives an open vault what the kiosk wrote, also after another unlock', async () => {
    const made = await vault();
    const { kiosk } = await opened(made);
    const bytes = await sealed(kiosk);
    expect(await made.session.kioskEntries()(bytes)).toEqual({ ok: true, value: entry });
    const { session } = value(await made.vault.unlock(made.session.signedIn.accountId, passphrase));
    sessions.push(session);
    expect(await session.kioskEntries()(bytes)).toEqual({ ok: true, value: entry });
  });

  it('gives it after a new epoch was begun as well', async () => {
    const made = await vault();
    const { kiosk } = await opened(made);
    const bytes = await sealed(kiosk);
    value(await made.vault.rotateEpoch(made.session, now));
    expect(await made.session.kioskEntries()(bytes)).toEqual({ ok: true, value: entry });
    const next = await opened(made);
    expect(await made.session.kioskEntries()(await sealed(next.kiosk))).toMatchObject({ ok: true });
  });

  it('holds nothing of the entry in the clear, and entries of one length', async () => {
    const { kiosk } = await opened(await vault());
    const one = await sealed(kiosk);
    const other = await kiosk.seal({ ...entry, id: 'f'.repeat(32), sessionId: 't'.repeat(26) });
    const text = fromUtf8(one);
    for (const secret of Object.values(entry)) expect(text).not.toContain(secret);
    expect(other.length).toBe(one.length);
    expect(one.length).toBeLessThan(800);
  });

  it('is closed to whoever has the kiosk key and the store', async () => {
    const made = await vault();
    const { store, key, kiosk } = await opened(made);
    const bytes = await sealed(kiosk);
    const json = JSON.parse(fromUtf8(store)) as Record<string, string>;
    // All that the kiosk key leads to, tried as the seed of the inbox's pair.
    const root = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits']);
    const guess = await deriveKioskSecrets(root, json as never);
    expect(guess.inboxKey).not.toBe(json.inboxKey);
    expect(fromUtf8(bytes)).not.toContain(entry.participantId);
  });

  it('refuses what somebody without the kiosk key sealed to its public key', async () => {
    const made = await vault();
    const { store } = await opened(made);
    const head = JSON.parse(fromUtf8(store)) as Record<string, string>;
    const { sealKioskEntry } = await import('#renderer/vault/kiosk-inbox.ts');
    const guessed = { id: utf8('kiosk'), key: new Uint8Array(32).fill(3) };
    const forged = await sealKioskEntry(head as never, head.inboxKey ?? '', guessed, entry);
    expect(await made.session.kioskEntries()(forged)).toEqual({ ok: false, error: 'refused' });
  });

  it('refuses an entry that was moved to another kiosk or facility, cut, or changed in any byte of its seal', async () => {
    const made = await vault();
    const { kiosk } = await opened(made);
    const { store: otherStore } = await opened(made);
    const other = JSON.parse(fromUtf8(otherStore)) as { kioskId: string };
    const bytes = await sealed(kiosk);
    const open = made.session.kioskEntries();
    const moved = edited(bytes, (json) => {
      json.kioskId = other.kioskId;
    });
    expect(await open(moved)).toEqual({ ok: false, error: 'refused' });
    const otherFacility = await vault();
    expect(await otherFacility.session.kioskEntries()(bytes)).toEqual({ ok: false, error: 'no-key' });
    for (const length of [0, 1, 100, bytes.length - 1]) {
      expect(await open(bytes.slice(0, length))).toEqual({ ok: false, error: 'refused' });
    }
    type Json = { sealed: { enc: string; ciphertext: string } };
    for (const part of ['enc', 'ciphertext'] as const) {
      for (const at of [0, 20, 40]) {
        const changed = edited(bytes, (json) => {
          const box = (json as unknown as Json).sealed;
          const letter = box[part][at] === 'A' ? 'B' : 'A';
          box[part] = box[part].slice(0, at) + letter + box[part].slice(at + 1);
        });
        expect(await open(changed), `${part} ${at}`).toEqual({ ok: false, error: 'refused' });
      }
    }
    expect(await open(bytes)).toMatchObject({ ok: true });
  });

  it('opens nothing more once the vault is locked', async () => {
    const made = await vault();
    const { kiosk } = await opened(made);
    const bytes = await sealed(kiosk);
    const open = made.session.kioskEntries();
    made.session.lock();
    expect(() => open(bytes)).toThrow('locked');
  });
});
