import { describe, expect, it } from 'vitest';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import { seeded } from './seeded.ts';

const name = 'Deutschkurse';

/** A seed with one template of the facility's own. */
async function withTemplate() {
  const seed = await seeded();
  const { id } = await seed.done('certificateTemplate.create', { name, content: firstTemplate });
  return { ...seed, id, template: () => seed.records.get('certificateTemplate', id) };
}

describe('a template of the facility', () => {
  it('begins with version 1, and is in use', async () => {
    const { template } = await withTemplate();
    expect(await template()).toEqual({ name, version: 1, content: firstTemplate, retired: false });
  });

  it('has a next version when its content is another, and only then', async () => {
    const { done, id, template } = await withTemplate();
    const renamed = { id, name: 'Deutsch', content: firstTemplate };
    expect(await done('certificateTemplate.revise', renamed)).toEqual({ id, version: 1 });
    expect(await template()).toMatchObject({ name: 'Deutsch', version: 1 });
    // The same content with its fields in another order.
    const { title, ...rest } = firstTemplate;
    expect(
      (await done('certificateTemplate.revise', { id, name, content: { ...rest, title } })).version,
    ).toBe(1);
    const content: TemplateContent = { ...firstTemplate, stamp: false };
    expect((await done('certificateTemplate.revise', { id, name, content })).version).toBe(2);
    expect(await template()).toMatchObject({ version: 2, content });
  });

  it('goes out of use and comes back as it was', async () => {
    const { done, id, template } = await withTemplate();
    await done('certificateTemplate.retire', { id, retired: true });
    expect(await template()).toMatchObject({ retired: true, version: 1 });
    await done('certificateTemplate.retire', { id, retired: false });
    expect(await template()).toEqual({ name, version: 1, content: firstTemplate, retired: false });
  });

  it.each([
    [{ title: '{kurs}' }, 'certificateTemplate.unknown', 'content.title', { field: 'kurs' }],
    [{ title: 'Kurs {offer' }, 'certificateTemplate.unclosed', 'content.title', { field: 'offer' }],
    [{ footer: '{module}' }, 'certificateTemplate.elsewhere', 'content.footer', { field: 'module' }],
    [{ title: 'Zertifikat' }, 'certificateTemplate.kept-word', 'content.title', undefined],
    [{ blocks: [{ type: 'offer' }] }, 'certificateTemplate.no-name', 'content.blocks', undefined],
    [
      { colours: { primary: '#FFFFFF', accent: '#0B5563' } },
      ...(['certificateTemplate.pale', 'content.colours.primary', undefined] as const),
    ],
  ] satisfies [Partial<TemplateContent>, string, string, unknown][])(
    'refuses %j at its place, new or revised',
    async (but, code, field, values) => {
      const { commands, id, template } = await withTemplate();
      const content = { ...firstTemplate, ...but };
      const error = { code, field, ...(values === undefined ? {} : { values }) };
      const before = await template();
      expect(await commands.execute('certificateTemplate.create', { name, content })).toEqual({
        ok: false,
        error,
      });
      expect(await commands.execute('certificateTemplate.revise', { id, name, content })).toEqual({
        ok: false,
        error,
      });
      expect(await template()).toEqual(before);
    },
  );

  it.each([
    { name: '  ' },
    { content: { ...firstTemplate, title: ' ' } },
    { content: { ...firstTemplate, blocks: [] } },
  ])('refuses what is empty: %j', async (but) => {
    const { commands } = await seeded();
    const answer = await commands.execute('certificateTemplate.create', {
      name,
      content: firstTemplate,
      ...but,
    });
    expect(answer).toMatchObject({ ok: false });
  });

  it('is missing if it was never there', async () => {
    const { commands } = await seeded();
    const error = { code: 'certificateTemplate.missing' };
    expect(await commands.execute('certificateTemplate.retire', { id: 'x', retired: true })).toEqual({
      ok: false,
      error,
    });
    const revised = { id: 'x', name, content: firstTemplate };
    expect(await commands.execute('certificateTemplate.revise', revised)).toEqual({ ok: false, error });
  });
});
