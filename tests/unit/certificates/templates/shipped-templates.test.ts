import { describe, expect, it } from 'vitest';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import { shippedTemplates, templatesOf } from '#shared/domain/certificates/shipped-templates.ts';
import { type TemplateContent, templateContentSchema } from '#shared/domain/certificates/template.ts';
import { colourPairs, contrastOnWhite, paleColours } from '#shared/domain/certificates/template-colours.ts';
import { templateProblems } from '#shared/domain/certificates/template-problems.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

describe('the shipped templates', () => {
  it('are one for each kind, under fixed ids', () => {
    expect(shippedTemplates.map(({ id, content }) => [id, content.kind])).toEqual([
      ['participation', 'participation'],
      ['module', 'module'],
      ['tested', 'tested'],
      ['honour', 'honour'],
    ]);
  });

  it.each([
    ...shippedTemplates.map(({ id, content }) => [id, content] as const),
    ['first', firstTemplate] as const,
  ])('are right: %s', (_id, content) => {
    expect(templateContentSchema.safeParse(content).error).toBeUndefined();
    expect(templateProblems(content)).toEqual([]);
  });

  it('come first, then the own ones in use by name', () => {
    const own = (id: string, name: string, retired: boolean): Stored<'certificateTemplate'> => ({
      ...{ kind: 'certificateTemplate', id },
      value: { name, version: 3, content: firstTemplate, retired },
    });
    const offered = templatesOf([own('c', 'Zirkus', false), own('a', 'Alt', true), own('b', 'Ärzte', false)]);
    expect(offered.slice(4).map(({ id, shipped, version }) => [id, shipped, version])).toEqual([
      ['b', false, 3],
      ['c', false, 3],
    ]);
    expect(offered.slice(0, 4)).toEqual(shippedTemplates);
  });
});

describe('what is wrong with a template', () => {
  const problemsOf = (but: Partial<TemplateContent>) => templateProblems({ ...firstTemplate, ...but });
  it.each([
    [{ title: 'Zertifikat' }, [{ path: 'title', problem: 'kept-word' }]],
    [{ footer: 'Teilnahmezertifikat' }, [{ path: 'footer', problem: 'kept-word' }]],
    [{ title: '{kurs}' }, [{ path: 'title', problem: 'unknown', field: 'kurs' }]],
    [{ blocks: [{ type: 'offer' }] }, [{ path: 'blocks', problem: 'no-name' }]],
    [
      {
        blocks: [
          { type: 'text', text: '{name}', size: 'large', align: 'start' },
          { type: 'facts', rows: ['module'] },
        ],
      },
      [{ path: 'blocks.1.rows', problem: 'not-of-kind' }],
    ],
    [{ colours: { primary: '#0B5563', accent: '#FFE9A0' } }, [{ path: 'colours.accent', problem: 'pale' }]],
  ] satisfies [Partial<TemplateContent>, unknown][])('%j', (but, problems) => {
    expect(problemsOf(but)).toEqual(problems);
  });

  it('is none of the colours that are offered', () => {
    for (const pair of Object.values(colourPairs)) expect(paleColours(pair)).toEqual([]);
    expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
  });
});
