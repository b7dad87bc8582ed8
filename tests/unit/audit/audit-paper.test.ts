import i18next from 'i18next';
import readWorkbook from 'read-excel-file/web-worker';
import { expect, it } from 'vitest';
import audit from '#locales/de/audit.json' with { type: 'json' };
import { composeDocument } from '#renderer/documents/compose-document.ts';
import { auditWorkbook } from '#renderer/documents/lists/audit-workbook.ts';
import { everything } from '#renderer/features/administration/audit/audit-choice.ts';
import { mostPrinted, printedAudit } from '#renderer/features/administration/audit/printed-audit.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';

const now = new Date(2026, 10, 23, 9, 5);

async function texts() {
  const instance = i18next.createInstance();
  await instance.init({ lng: 'de', resources: { de: { audit } }, interpolation: { escapeValue: false } });
  return instance.getFixedT('de', 'audit');
}

async function made(entries: number) {
  const services = memoryServices({ now });
  const created = await services.commands.execute('participant.create', {
    ...{ number: null, given: 'Amina', family: 'Haddad', spellings: [], original: null, languages: [] },
    ...{ birth: { kind: 'unknown' }, room: null, arrivedOn: null, departedOn: null, note: null },
  });
  if (!created.ok) throw new Error(created.error.code);
  const subjects = [{ kind: 'participant', id: created.value.id }];
  services.audit.lines.length = 0;
  for (let at = 0; at < entries; at += 1) services.audit.add({ command: 'participant.view', subjects });
  await services.audit.check();
  const printed = await printedAudit(
    services,
    { ...everything, from: '2026-11-20', category: 'viewed', residentId: created.value.id },
    await texts(),
  );
  if (!printed.ok) throw new Error(printed.error.code);
  return printed.value;
}

async function read(lists: Awaited<ReturnType<typeof made>>) {
  const answer = await composeDocument(
    { kind: 'lists', lists },
    async () => true,
    () => undefined,
  );
  if (!answer.ok) throw new Error(answer.error.code);
  return readPdf(answer.value);
}

it('the log on paper says what was chosen, whether it is complete, and where its chains end', async () => {
  const { pages } = await read(await made(60));
  expect(pages.length).toBeGreaterThan(1);
  const all = pages.join(' ');
  for (const part of [
    ...['Protokoll', 'Nur für den internen Gebrauch', 'Auswahl: ab 20.11.2026, Geöffnet, Amina Haddad'],
    ...['Prüfung: Ja. Alle 60 Einträge sind da und unverändert, geprüft am 23.11.2026, 09:05.'],
    ...['Kim Beispiel', 'Akte geöffnet', 'Haddad, Amina', 'Dieser Computer', 'abababab abababab'],
  ])
    expect(all).toContain(part);
  expect(all).not.toMatch(/undefined|null|NaN|\{\{/);
});

it('of very many entries the newest are printed, which the paper says', async () => {
  const printed = await made(mostPrinted + 1);
  expect(printed.isCut).toBe(true);
  expect(printed.entries).toHaveLength(mostPrinted);
  const { pages } = await read({ ...printed, entries: printed.entries.slice(0, 3) });
  expect(pages[0]).toContain('Es gibt weitere Einträge. Gedruckt sind die neuesten 3.');
});

it('a name in a script that the font does not have does not keep the rest from the paper', async () => {
  const printed = await made(2);
  const entries = printed.entries.map((entry, at) => (at === 0 ? { ...entry, about: '𞤀𞤣𞤤𞤢𞤥' } : entry));
  const { pages } = await read({ ...printed, entries });
  expect(pages[0]).toContain('(Name in anderer Schrift)');
  expect(pages[0]).toContain('Haddad, Amina');
});

it('the workbook has days, times and numbers, and text stays text', async () => {
  const bytes = await auditWorkbook([
    {
      day: '2026-11-23',
      minute: 545,
      who: '=HYPERLINK("x")',
      what: 'Akte geöffnet',
      about: 'Haddad, Amina',
      computer: 'Dieser Computer',
      number: 7,
    },
  ]);
  const [sheet] = await readWorkbook(new Uint8Array(bytes).buffer);
  expect(sheet?.sheet).toBe('Protokoll');
  expect(sheet?.data[1]?.[0]).toEqual(new Date(Date.UTC(2026, 10, 23)));
  expect(sheet?.data[1]?.slice(2)).toEqual([
    ...['=HYPERLINK("x")', 'Akte geöffnet', 'Haddad, Amina', 'Dieser Computer', 7],
  ]);
});
