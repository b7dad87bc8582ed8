import { describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/documents/engine.ts';

const pdfaid = 'http://www.aiim.org/pdfa/ns/id/';
const dublinCore = 'http://purl.org/dc/elements/1.1/';

async function metadataOf(title: string): Promise<Document> {
  const pdf = new TextDecoder().decode(await makePdf({ title, content: 'Text' }));
  const packet = /<\?xpacket begin=.*?<\?xpacket end="w"\?>/s.exec(pdf)?.[0] ?? '';
  return new DOMParser().parseFromString(packet, 'application/xml');
}

describe('the metadata of a document', () => {
  it.each(['Teilnahmebescheinigung', 'Kunst & Handwerk', '<b> "A" ]]> \'B\' &amp;', 'Świadectwo – شهادة'])(
    'are XML that says what the document is: %s',
    async (title) => {
      const xml = await metadataOf(title);
      expect(xml.querySelector('parsererror')).toBeNull();
      expect(xml.getElementsByTagNameNS(pdfaid, 'part')[0]?.textContent).toBe('3');
      expect(xml.getElementsByTagNameNS(pdfaid, 'conformance')[0]?.textContent).toBe('B');
      expect(xml.getElementsByTagNameNS(dublinCore, 'title')[0]?.textContent?.trim()).toBe(title);
    },
  );
});
