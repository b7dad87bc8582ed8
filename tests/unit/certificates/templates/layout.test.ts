import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { certificatePages, type LaidPage } from '#renderer/documents/certificate/certificate-layout.ts';
import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import {
  frames,
  papers,
  type TemplateContent,
  translationLanguages,
} from '#shared/domain/certificates/template.ts';
import { longest } from '../printed-cases.ts';
import { certificateWith, contentOf } from './template-cases.ts';

// Setting thousands of texts takes seconds.
vi.setConfig({ testTimeout: 120_000 });

const setter = await openTextSetter();
const laid = (certificate: PrintedCertificate): LaidPage[] =>
  certificatePages(certificate, setter, new Map());

/** A hair of rounding. */
const slack = 0.1;

/** What is wrong with the places on a page: parts that run off the paper, or that lie on each other. */
function clashes({ paper, parts }: LaidPage): string[] {
  const found: string[] = [];
  const inFront = parts.filter(({ behind }) => !behind);
  inFront.forEach((one, at) => {
    const isInside =
      one.x >= paper.left - slack &&
      one.y >= 0 &&
      one.x + one.width <= paper.left + paper.textWidth + slack &&
      one.y + one.height <= paper.bottom + slack;
    if (!isInside) found.push(`off the paper: ${JSON.stringify({ ...one, mark: undefined })}`);
    for (const other of inFront.slice(at + 1)) {
      const overlap =
        one.x < other.x + other.width - slack &&
        other.x < one.x + one.width - slack &&
        one.y < other.y + other.height - slack &&
        other.y < one.y + one.height - slack;
      if (overlap) found.push(`overlap at ${one.x} ${one.y} and ${other.x} ${other.y}`);
    }
  });
  return found;
}

const words = fc.constantFrom(
  'Deutsch',
  'für',
  'den',
  'Alltag',
  'Donaudampfschifffahrt',
  'Şevçenko',
  'محمد',
  'Юлія',
  'ሰላም',
  'a',
);
const textOf = (most: number) =>
  fc
    .array(words, { minLength: 1, maxLength: 45 })
    .map((some) => some.join(' ').slice(0, most).trim())
    .filter((text) => text !== '');
const unbroken = (most: number) =>
  fc.integer({ min: 1, max: most }).map((length) => 'Wolfeschlegelstein'.repeat(17).slice(0, length));
const anyText = (most: number) => fc.oneof(textOf(most), unbroken(most));

const templates: fc.Arbitrary<TemplateContent> = fc
  .record({
    base: fc.constantFrom(firstTemplate, ...shippedTemplates.map(({ content }) => content)),
    paper: fc.constantFrom(...papers),
    frame: fc.constantFrom(...frames),
    align: fc.constantFrom('start' as const, 'center' as const),
    stamp: fc.boolean(),
    logos: fc.boolean(),
    footer: anyText(300),
    signatures: fc.array(fc.record({ caption: anyText(80), name: fc.option(anyText(80)) }), { maxLength: 3 }),
  })
  .map(({ base, ...rest }) => ({ ...base, ...rest }));

const certificates = templates.chain((content) =>
  fc
    .record({
      name: anyText(300),
      originalName: fc.option(anyText(300)),
      offerTitle: anyText(160),
      contents: fc.array(anyText(200), { maxLength: 20 }),
      facility: fc.record({ name: anyText(120), place: anyText(80), programme: fc.option(anyText(120)) }),
      partners: fc.array(
        fc.record({ name: anyText(120), shortName: fc.option(anyText(40)), logo: fc.constant(null) }),
        { maxLength: 20 },
      ),
      copyOn: fc.option(fc.constant('2025-01-20')),
      revokedOn: fc.option(fc.constant('2025-01-20')),
      translation: fc.option(
        fc.record({
          language: fc.constantFrom(...translationLanguages),
          place: fc.constantFrom('block' as const, 'page' as const),
        }),
      ),
    })
    .map((but) => certificateWith(content, but)),
);

describe('the pages of a certificate', () => {
  it('have nothing that overlaps or is cut, whatever is written in them', () => {
    fc.assert(
      fc.property(certificates, (certificate) => {
        for (const page of laid(certificate)) expect(clashes(page)).toEqual([]);
      }),
      { seed: 20_241_031, numRuns: 120 },
    );
  });

  it.each(papers)('have room for a name of 300 letters on one %s', (paper) => {
    const name = 'Abdulrahman Muhammad al-Hassan ibn Yusuf '.repeat(8).slice(0, 300).trim();
    for (const { id } of shippedTemplates) {
      const pages = laid(certificateWith(contentOf(id, paper), { name, contents: [] }));
      expect(pages).toHaveLength(1);
      expect(pages.flatMap(clashes)).toEqual([]);
    }
  });

  it('are one for everyday on both papers, and more when everything is as long as it may be', () => {
    const { name, offerTitle, contents, facility, partners } = longest;
    for (const paper of papers) {
      for (const { id } of shippedTemplates) {
        expect(laid(certificateWith(contentOf(id, paper)))).toHaveLength(1);
        if (id === 'honour') continue;
        const pages = laid(
          certificateWith(contentOf(id, paper), { name, offerTitle, contents, facility, partners }),
        );
        expect(pages.length).toBeGreaterThan(1);
        expect(pages.flatMap(clashes)).toEqual([]);
      }
    }
  });

  it('move nothing for a mark that the first print had not', () => {
    const content = contentOf('participation', 'A4');
    const places = (but: Partial<PrintedCertificate>): Set<string> =>
      new Set(
        laid(certificateWith(content, but)).flatMap(({ parts }) =>
          parts.map(({ mark: _mark, ...box }) => JSON.stringify(box)),
        ),
      );
    const first = places({});
    const later = places({ copyOn: '2025-01-20', revokedOn: '2025-02-03' });
    expect([...first].filter((place) => !later.has(place))).toEqual([]);
    expect([...later].filter((place) => !first.has(place))).toHaveLength(2);
  });
});

describe('a translation', () => {
  it('stands below the German text where there is room, else on a page of its own', () => {
    const content = contentOf('participation', 'A4');
    for (const language of translationLanguages) {
      const pages = (but: Partial<PrintedCertificate>, place: 'block' | 'page'): LaidPage[] =>
        laid(certificateWith(content, { ...but, translation: { language, place } }));
      expect(pages({ contents: [], partners: [] }, 'block')).toHaveLength(1);
      expect(pages({}, 'page')).toHaveLength(2);
      const full = Array.from({ length: 12 }, () =>
        'Ein Inhalt mit so vielen Worten, dass er zwei Zeilen braucht, '.repeat(2),
      );
      expect(pages({ contents: full }, 'block').length).toBeGreaterThan(1);
    }
  });
});
