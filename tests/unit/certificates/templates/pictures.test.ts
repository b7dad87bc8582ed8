import { expect, it, vi } from 'vitest';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import { papers } from '#shared/domain/certificates/template.ts';
import { keepPictures, pagePictures } from '../page-pictures.ts';
import { readPdf } from '../pdf-reading.ts';
import { longest } from '../printed-cases.ts';
import { certificateWith, contentOf } from './template-cases.ts';

// Drawing pages takes seconds.
vi.setConfig({ testTimeout: 60_000 });

const cases = shippedTemplates.flatMap(({ id }) => papers.map((paper) => [id, paper] as const));

it.each(cases)(
  '%s on %s: a page for everyday, pages for the longest, kept to be looked at',
  async (id, paper) => {
    const content = contentOf(id, paper);
    const { name, offerTitle, contents, facility, partners } = longest;
    const certificates = [
      certificateWith(content),
      certificateWith(content, { copyOn: '2025-01-20', name: name.slice(0, 70) }),
      certificateWith(content, { revokedOn: '2025-02-03', name, offerTitle, contents, facility, partners }),
    ];
    const made = await composeDocument(
      { kind: 'certificates', certificates },
      async () => true,
      () => undefined,
    );
    if (!made.ok) throw new Error(made.error.code);
    keepPictures(`${id}-${paper}`, pagePictures(made.value, 80));
    const { pages } = readPdf(made.value);
    const first = pages.filter((page) => page.includes('Ayşe Öztürk-Ğ'));
    expect(first).toHaveLength(1);
    expect(first[0]).not.toMatch(/Seite \d|[{}]|undefined|null/);
  },
);
