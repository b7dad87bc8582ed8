import { describe, expect, it } from 'vitest';
import { certificateTranslation } from '#renderer/documents/certificate/translation-texts.ts';
import { paperDate } from '#renderer/documents/papers/paper-dates.ts';
import { filledPaperText } from '#renderer/documents/papers/paper-texts.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import { certificateKinds, translationLanguages } from '#shared/domain/certificates/template.ts';
import { certificateOf } from '#tests/unit/certificates/printed-cases.ts';

const setter = await openTextSetter();
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
const cases = translationLanguages.flatMap((language) =>
  certificateKinds.map((kind) => ({ language, kind })),
);

const printed = (kind: (typeof certificateKinds)[number]) =>
  certificateOf({
    kind,
    module: kind === 'module' ? { id: 'm', title: 'Modul Wohnen' } : null,
    result: kind === 'tested' ? { test: 'DTZ', level: 'B1', takenOn: '2024-12-02' } : null,
  });

describe('the translation of a certificate', () => {
  it.each(cases)('says in $language what a $kind certificate says', ({ language, kind }) => {
    const { lines, title, note } = certificateTranslation(printed(kind), language);
    const text = plain([title, ...lines, note].join('\n'));
    expect(text).not.toMatch(/\{\{|undefined|null/);
    const said = [
      ...['Ayşe Öztürk-Ğ', 'Deutsch für den Alltag', '0123-4567-89A', 'Münster'],
      ...['2024-10-31', '2024-12-13'].map((day) => paperDate(language, day)),
      ...(kind === 'honour' ? [] : ['42', '50', '45', 'A1']),
      ...(kind === 'module' ? ['Modul Wohnen'] : []),
      ...(kind === 'tested' ? ['DTZ', 'B1', paperDate(language, '2024-12-02')] : []),
    ];
    for (const value of said) expect(text).toContain(value);
  });

  it.each(cases)('can be set in $language for a $kind certificate', ({ language, kind }) => {
    const { lines, title, note } = certificateTranslation(printed(kind), language);
    expect([title, ...lines, note].flatMap((text) => setter.missing(text))).toEqual([]);
  });

  it('has no UE and no level on a badge of honour', () => {
    const { lines } = certificateTranslation(printed('honour'), 'en');
    expect(lines.some((line) => /\bUE\b|level/.test(line))).toBe(false);
  });

  it('calls no tested result a participation without a level', () => {
    const noLevel = (kind: 'participation' | 'tested') =>
      certificateTranslation(printed(kind), 'en').lines.filter((line) => line.includes('not proof'));
    expect(noLevel('participation')).toHaveLength(1);
    expect(noLevel('tested')).toHaveLength(0);
  });

  it('leaves out a number that was not drawn, and one day is no period', () => {
    const { lines } = certificateTranslation(
      certificateOf({ number: null, level: null, periodTo: '2024-10-31' }),
      'en',
    );
    expect(lines.map(plain)).toEqual([
      'We confirm that the person named here took part in this course or activity.',
      'Name: Ayşe Öztürk-Ğ',
      'Course or activity: Deutsch für den Alltag',
      'Area: Language learning',
      'Date: 31\u00a0October\u00a02024',
      'Teaching units (UE) attended: 42 of 50. One UE is 45 minutes.',
      'This certificate is not proof of a language level.',
      'Issued: Münster, 13\u00a0December\u00a02024',
    ]);
  });

  it('is written in the direction of its script', () => {
    const rightToLeft = translationLanguages.filter(
      (language) => certificateTranslation(printed('participation'), language).direction === 'rtl',
    );
    expect(rightToLeft).toEqual(['ar', 'fa', 'ps', 'ckb']);
  });

  it('keeps a value apart from the sentence around it, and never leaves a place empty', () => {
    expect(filledPaperText('الاسم: {{name}}', { name: 'Ali (A1)' })).toBe('الاسم: \u2068Ali (A1)\u2069');
    expect(() => filledPaperText('{{name}}', {})).toThrow('name');
  });
});

describe('days', () => {
  it.each([
    ['de', '31.10.2024', '01.03.2024'],
    ['en', '31 October 2024', '1 March 2024'],
    ['fr', '31 octobre 2024', '1er mars 2024'],
    ['uk', '31 жовтня 2024', '1 березня 2024'],
    ['ru', '31 октября 2024', '1 марта 2024'],
    ['tr', '31 Ekim 2024', '1 Mart 2024'],
    ['ar', '31/10/2024', '01/03/2024'],
    ['fa', '2024/10/31 میلادی', '2024/03/01 میلادی'],
    ['ti', '31/10/2024', '01/03/2024'],
  ] as const)('are written as readers of %s know them', (language, autumn, spring) => {
    const written = (day: string) => paperDate(language, day).replaceAll('\u00a0', ' ');
    expect([written('2024-10-31'), written('2024-03-01')]).toEqual([autumn, spring]);
  });
});
