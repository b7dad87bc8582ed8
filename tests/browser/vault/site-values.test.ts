import { beforeEach, describe, expect, test } from 'vitest';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { isSameHeader } from '#renderer/vault/merge-headers.ts';
import { deriveSiteValues, type SiteValues } from '#renderer/vault/site-values.ts';
import { valueFormats } from '#shared/sync/value-format.ts';
import { administratorName, type MadeVault, madeVault, value } from './made-vault.ts';

const request = {
  workstationId: 'fedcba9876543210',
  publicKey: `U${'A'.repeat(55)}`,
  name: 'PC 2, Empfang',
  requestedAt: '2026-03-02T08:00:00.000Z',
};

let made: MadeVault;
let values: SiteValues;
beforeEach(async () => {
  made = await madeVault();
  values = value(await made.vault.siteValues(made.session));
});

describe('what a site shares over the server', () => {
  test('the header comes back as it was, without how often it was written here', async () => {
    const header = made.session.verifiedHeader();
    const sealed = await values.sealHeader({ ...header, generation: 77 });
    expect(sealed[0]).toBe(valueFormats.header);
    const opened = value(await values.openHeader(sealed));
    expect(isSameHeader(opened, header)).toBe(true);
    expect(opened.generation).toBe(1);
  });

  test('shows the server neither ids nor keys, and names that others can not tell from random ones', async () => {
    const { facilityId, signature } = made.session.verifiedHeader();
    const sealed = new TextDecoder('latin1').decode(await values.sealHeader(made.session.verifiedHeader()));
    for (const secret of [facilityId, signature, 'wegmarke-vault', administratorName])
      expect(sealed).not.toContain(secret);
    const names = [values.headerName, ...values.requestNames];
    expect(new Set(names).size).toBe(17);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
    const stranger = await deriveSiteValues(randomBytes(32), facilityId);
    expect(names).not.toContain(stranger.headerName);
  });

  test('does not open altered, in another format, under another name or at another site', async () => {
    const header = made.session.verifiedHeader();
    const sealed = await values.sealHeader(header);
    const refused = { ok: false, error: 'unreadable' };
    for (const at of [0, 5, 40, sealed.length - 1]) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await values.openHeader(altered)).toEqual(refused);
    }
    expect(await values.openHeader(new Uint8Array())).toEqual(refused);
    const other = value(await (await madeVault()).vault.siteValues((await madeVault()).session));
    expect(await other.openHeader(sealed)).toEqual(refused);

    const [name = '', another = ''] = values.requestNames;
    const asked = await values.sealRequest(name, request);
    expect(await values.openRequest(name, asked)).toEqual(request);
    expect(await values.openRequest(another, asked)).toBeNull();
    expect(await values.openRequest(values.headerName, sealed)).toBeNull();
    expect(await values.openHeader(asked)).toEqual(refused);
  });

  test('a header that only a newer app reads is told from a damaged one', async () => {
    const newer = { ...made.session.verifiedHeader(), readableFrom: 2 };
    expect(await values.openHeader(await values.sealHeader(newer))).toEqual({ ok: false, error: 'newer' });
  });
});
