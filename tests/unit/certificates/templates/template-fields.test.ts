import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateKinds } from '#shared/domain/certificates/template.ts';
import {
  fieldsOf,
  filledText,
  optionalFields,
  type TemplateField,
  templateFields,
  unknownFields,
} from '#shared/domain/certificates/template-fields.ts';

const values = Object.fromEntries(templateFields.map((field) => [field, `<${field}>`])) as Record<
  TemplateField,
  string | null
>;

describe('fields in the text of a template', () => {
  it('are filled where they stand, and the rest stays as written', () => {
    expect(filledText('Frau/Herr {name}, {birth}: 100 % {offer}.', values)).toBe(
      'Frau/Herr <name>, <birth>: 100 % <offer>.',
    );
  });

  it('do not fill what a value says', () => {
    expect(filledText('{name} und {offer}', { ...values, name: '{offer}' })).toBe('{offer} und <offer>');
  });

  it('leave out the line in which a field has no value, and only that', () => {
    const text = 'Kurs {offer}\n{level}\nin {place}';
    expect(filledText(text, { ...values, level: null })).toBe('Kurs <offer>\nin <place>');
    expect(filledText('{level}', { ...values, level: null })).toBe('');
  });

  it.each([
    ['Kurs {angebot}', 'participation', [{ problem: 'unknown', field: 'angebot', at: 5 }]],
    ['Kurs { offer }', 'participation', [{ problem: 'unknown', field: ' offer ', at: 5 }]],
    ['Kurs {}', 'participation', [{ problem: 'unknown', field: '', at: 5 }]],
    ['{offer und {name}', 'participation', [{ problem: 'unclosed', field: 'offer und', at: 0 }]],
    [
      '{offer\n}',
      'participation',
      [
        { problem: 'unclosed', field: 'offer', at: 0 },
        { problem: 'unopened', field: '', at: 7 },
      ],
    ],
    ['Kurs offer}', 'participation', [{ problem: 'unopened', field: '', at: 10 }]],
    ['{module}', 'participation', [{ problem: 'elsewhere', field: 'module', at: 0 }]],
    ['{module}', 'module', []],
    ['{result}', 'module', [{ problem: 'elsewhere', field: 'result', at: 0 }]],
    ['{result}', 'tested', []],
    ['{ueAttended}', 'honour', [{ problem: 'elsewhere', field: 'ueAttended', at: 0 }]],
    ['{constructor}', 'honour', [{ problem: 'unknown', field: 'constructor', at: 0 }]],
  ] as const)('of %j for %s are found wrong at their place', (text, kind, problems) => {
    expect(unknownFields(text, kind)).toEqual(problems);
  });

  it('are all known where they are offered, and never leave a brace', () => {
    for (const kind of certificateKinds) {
      for (const field of fieldsOf(kind)) {
        expect(unknownFields(`{${field}}`, kind)).toEqual([]);
        expect(filledText(`{${field}}`, values)).toBe(`<${field}>`);
      }
    }
    for (const field of optionalFields) expect(templateFields).toContain(field);
  });

  it('with nothing wrong in it, any text has no brace left when it is filled', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '{name}', '{level}', '{x}', '\n', ' '),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const filled = filledText(text, values);
        if (unknownFields(text, 'participation').length === 0) expect(filled).not.toMatch(/[{}]/);
        else expect(text).toMatch(/[{}]/);
      }),
      { seed: 20_241_031, numRuns: 500 },
    );
  });
});
