import { describe, expect, it } from 'vitest';
import { imageFacts, largestFile, readLogo } from '#renderer/features/courses/logo-file.ts';
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
    expect(await readLogo(new File(['GIF89a'], 'logo.png'))).toEqual({ ok: false, error: 'not-an-image' });
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
    const large = new File([new Uint8Array(largestFile + 1)], 'logo.png');
    expect(await readLogo(large)).toEqual({ ok: false, error: 'too-large' });
  });

  it.each(['image/png', 'image/jpeg'] as const)(
    'as %s is kept no larger than it is printed',
    async (kind) => {
      const large = await readLogo(await picture(3_000, 1_000, kind));
      if (!large.ok) throw new Error(large.error);
      const image = await drawn(large.value);
      expect([image.naturalWidth, image.naturalHeight]).toEqual([1_024, 341]);
      expect(large.value.startsWith(`data:${kind};base64,`)).toBe(true);
      const small = await picture(1_024, 300, kind);
      expect(await readLogo(small)).toEqual({ ok: true, value: await asDataUrl(small) });
    },
  );

  it('that is noise still fits where partners and certificates hold it, or is refused', async () => {
    const logo = await readLogo(await noise(1_200, 400));
    if (!logo.ok) throw new Error(logo.error);
    expect((await drawn(logo.value)).naturalWidth).toBe(614);
    expect(partnerSchema.safeParse({ ...madePartner('IHK'), logo: logo.value }).success).toBe(true);
    expect(await readLogo(await noise(1_200, 1_200))).toEqual({ ok: false, error: 'too-detailed' });
  });

  it('that can not be decoded is refused', async () => {
    const bytes = await bytesOf(await picture(120, 40, 'image/png'));
    bytes.fill(0, 40);
    expect(await readLogo(new File([bytes], 'logo.png'))).toEqual({ ok: false, error: 'unreadable' });
  });

  it('of 40 MB is refused without being read', async () => {
    const large = new File([new Uint8Array(40 * 1024 * 1024)], 'logo.png', { type: 'image/png' });
    let isRead = false;
    large.arrayBuffer = () => {
      isRead = true;
      return Promise.resolve(new ArrayBuffer(0));
    };
    expect(await readLogo(large)).toEqual({ ok: false, error: 'too-large' });
    expect(isRead).toBe(false);
  });
});

/** A PNG that does not get smaller by packing. */
async function noise(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const image = pen.createImageData(width, height);
  const mostAtOnce = 65_536;
  for (let at = 0; at < image.data.length; at += mostAtOnce)
    crypto.getRandomValues(image.data.subarray(at, at + mostAtOnce));
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  pen.putImageData(image, 0, 0);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'logo.png');
}

const asDataUrl = async (file: File): Promise<string> =>
  `data:${file.type};base64,${btoa(String.fromCharCode(...(await bytesOf(file))))}`;

const svg = (inside: string, attributes = 'viewBox="0 0 60 20"'): File =>
  new File([`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`], 'logo.svg');
const square = '<rect width="60" height="20" fill="#0B5563"/>';
const tooLongSvg = svg(`<desc>${'x'.repeat(600_000)}</desc>`);
const drawn = async (logo: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = logo;
  await image.decode();
  return image;
};

describe('a drawn logo (SVG)', () => {
  it('of too many bytes is refused', async () => {
    expect(await readLogo(tooLongSvg)).toEqual({ ok: false, error: 'too-large' });
  });

  it('is kept with its shapes, gradients and styles, and can be drawn', async () => {
    const gradient = '<linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>';
    const file = new File(
      [
        '<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" ',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3"><title>IHK</title>',
        `<style>.b { fill: url(#a) }</style><defs>${gradient}</defs><g transform="scale(2)">${square}`,
        '<path class="b" data-name="x" d="M0 0h4v4z"/></g><metadata>x</metadata></svg>',
      ],
      'logo.svg',
    );
    const logo = await readLogo(file);
    if (!logo.ok) throw new Error(logo.error);
    expect(partnerSchema.safeParse({ ...madePartner('IHK'), logo: logo.value }).success).toBe(true);
    const kept = atob(logo.value.slice(logo.value.indexOf(',') + 1));
    expect(kept).toMatch(/^<svg /);
    for (const part of ['viewBox="0 0 60 20"', 'linearGradient', 'url(#a)', 'class="b"', 'M0 0h4v4z'])
      expect(kept).toContain(part);
    expect(kept).not.toMatch(/inkscape|title|metadata|data-name|made by hand|60mm/);
    expect((await drawn(logo.value)).naturalWidth).toBeGreaterThan(0);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<rect width="9" height="9" onload="alert(1)"/>'],
    ['foreign content', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
    ['content of the web', '<p xmlns="http://www.w3.org/1999/xhtml">x</p>'],
    ['a picture from outside', '<image href="https://example.org/a.png"/>'],
    ['an embedded picture', '<image href="data:image/png;base64,AAAA"/>'],
    ['a link', '<a href="https://example.org"><rect width="9" height="9"/></a>'],
    ['an old link', '<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="a.svg#b"/>'],
    ['a copy', '<g id="a"/><use href="#a"/>'],
    ['an animation', '<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>'],
    ['a colour from outside', '<rect width="9" height="9" fill="url(https://example.org/a.svg#b)"/>'],
    ['a style from outside', '<rect width="9" height="9" style="fill: url( \'a.svg#b\' )"/>'],
    ['an imported style', '<style>@import "a.css";</style>'],
    ['a hidden address', '<style>.a { fill: u\\72l(a.svg) }</style>'],
    ['a filter', '<filter id="a"/>'],
  ])('with %s is refused', async (_what, inside) => {
    expect(await readLogo(svg(square + inside))).toEqual({ ok: false, error: 'svg-content' });
    expect(await readLogo(svg(`<g>${inside}</g>`))).toEqual({ ok: false, error: 'svg-content' });
  });

  it('with entities or a style sheet is refused', async () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${square}</svg>`;
    expect(await readLogo(new File([bomb], 'logo.svg'))).toEqual({ ok: false, error: 'svg-content' });
    const sheet = `<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${square}</svg>`;
    expect(await readLogo(new File([sheet], 'logo.svg'))).toEqual({ ok: false, error: 'svg-content' });
  });

  it('with letters is refused, as they would be set in another font', async () => {
    expect(await readLogo(svg(`${square}<text>IHK</text>`))).toEqual({ ok: false, error: 'svg-text' });
  });

  it('that is too deep or has too many parts is refused', async () => {
    const deep = `${'<g>'.repeat(60)}${square}${'</g>'.repeat(60)}`;
    expect(await readLogo(svg(deep))).toEqual({ ok: false, error: 'svg-content' });
    expect(await readLogo(svg('<g/>'.repeat(6_000)))).toEqual({ ok: false, error: 'svg-content' });
  });

  it.each([
    ['broken', new File(['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g></svg>'], 'a.svg')],
    ['something else', new File(['<html xmlns="http://www.w3.org/1999/xhtml"/>'], 'a.svg')],
    ['without a size', svg(square, '')],
    ['without a size that counts', svg(square, 'viewBox="0 0 0 5"')],
    ['empty', svg('')],
  ])('that is %s is refused', async (_what, file) => {
    expect(await readLogo(file)).toEqual({ ok: false, error: 'unreadable' });
  });
});
