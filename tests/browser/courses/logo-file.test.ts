import { describe, expect, it } from 'vitest';
import { imageFacts, largestLogo, readLogo } from '#renderer/features/courses/logo-file.ts';
import { partnerSchema } from '#shared/domain/records/partner.ts';
import { madePartner } from '#tests/memory/made.ts';
import { picture } from './courses-cases.tsx';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe('a logo', () => {
  it.each(['image/png', 'image/jpeg'] as const)('as %s is told by its bytes, with its size', async (kind) => {
    const file = await picture(120, 40, kind);
    expect(imageFacts(await bytesOf(file))).toEqual({ kind: kind.slice(6), width: 120, height: 40 });
    const misnamed = new File([file], 'logo.gif', { type: 'image/gif' });
    const logo = await readLogo(misnamed);
    expect(logo.ok && logo.value.startsWith(`data:${kind};base64,`)).toBe(true);
    const partner = { ...madePartner('IHK'), logo: logo.ok ? logo.value : null };
    expect(partnerSchema.safeParse(partner).success).toBe(true);
  });

  it('that is something else, or cut off, is refused', async () => {
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.png', { type: 'image/png' });
    expect(await readLogo(svg)).toEqual({ ok: false, error: 'not-an-image' });
    expect(await readLogo(new File([], 'logo.png'))).toEqual({ ok: false, error: 'not-an-image' });
    for (const kind of ['image/png', 'image/jpeg'] as const) {
      const bytes = await bytesOf(await picture(120, 40, kind));
      for (let length = 0; length < 64; length += 1) imageFacts(bytes.slice(0, length));
      expect(imageFacts(bytes.slice(0, 12))).toBeUndefined();
    }
  });

  it('of too many bytes or pixels is refused before it is decoded', async () => {
    const bytes = await bytesOf(await picture(120, 40, 'image/png'));
    new DataView(bytes.buffer).setUint32(16, 60_000);
    expect(await readLogo(new File([bytes], 'logo.png'))).toEqual({ ok: false, error: 'too-many-pixels' });
    const large = new File([new Uint8Array(largestLogo + 1)], 'logo.png');
    expect(await readLogo(large)).toEqual({ ok: false, error: 'too-large' });
  });

  it('that can not be decoded is refused', async () => {
    const bytes = await bytesOf(await picture(120, 40, 'image/png'));
    bytes.fill(0, 40);
    expect(await readLogo(new File([bytes], 'logo.png'))).toEqual({ ok: false, error: 'unreadable' });
  });
});
