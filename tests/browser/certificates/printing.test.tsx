import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IssuedDocument } from '#renderer/features/certificates/IssuedDocument.tsx';
import type { Stored } from '#shared/domain/records/registry.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { DocumentPort, NamedFile, PrintOrder } from '#shared/ports/documents.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { violations } from '#tests/browser/violations.ts';
import { madeRequests } from '#tests/memory/made.ts';
import { memoryDocuments } from '#tests/memory/memory-documents.ts';
import { groupOf, people } from './group-cases.ts';

let unmount: () => void = () => undefined;
beforeEach(() => page.viewport(1366, 768));
afterEach(() => unmount());

const passphrase = 'sieben Störche über Münster';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const says = (text: string) =>
  expect.poll(() => document.body.textContent, { timeout: 40_000 }).toContain(text);

/** Two issued certificates on a screen of their own, and what left the app. */
async function shown(documents: Partial<DocumentPort> = {}, look: { readonly mode?: 'light' | 'dark' } = {}) {
  const services = groupOf(people);
  const issued = await services.commands.execute(
    'certificate.issue',
    madeRequests('group-1', ['person-0', 'person-1']),
  );
  if (!issued.ok) throw new Error(issued.error.code);
  const certificates: Stored<'certificate'>[] = await services.records.getMany(
    'certificate',
    issued.value.ids,
  );
  const jobs: { readonly order: PrintOrder; readonly pages: number }[] = [];
  const deeds: string[] = [];
  const watching: AppServices = {
    ...services,
    commands: {
      allows: services.commands.allows,
      execute: (name, input) => {
        deeds.push(name);
        return services.commands.execute(name, input);
      },
    },
    documents: memoryDocuments({
      print: async (order, pages) => {
        let count = 0;
        for await (const one of pages) if (one) count += 1;
        jobs.push({ order, pages: count });
        return { ok: true, value: true };
      },
      ...documents,
    }),
  };
  unmount = await mountScreen({
    services: watching,
    address: '/',
    routes: { '/': <IssuedDocument certificates={certificates} label="Bescheinigungen" /> },
    ...look,
  });
  await expect.poll(() => document.querySelectorAll('canvas').length, { timeout: 40_000 }).toBeGreaterThan(0);
  const numbers = certificates.map(({ value }) => value.number);
  return { jobs, deeds, numbers };
}

async function print(): Promise<void> {
  await button('Drucken').first().click();
  await expect.element(page.getByRole('dialog', { name: 'Drucken' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
}

describe('after printing', () => {
  it('it is asked whether all pages are there, and printed again from a page on', async () => {
    const { jobs, deeds } = await shown();
    await print();
    await says('Sind alle Seiten da?');
    expect(jobs.map(({ pages }) => pages)).toEqual([2]);
    expect(deeds).toEqual(['certificate.print']);
    const from = page.getByRole('textbox', { name: 'Ab Seite' });
    await from.fill('7');
    await button('Erneut drucken').click();
    await says('1 bis 2');
    expect(jobs).toHaveLength(1);
    await from.fill('2');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => jobs.map(({ pages }) => pages), { timeout: 40_000 }).toEqual([2, 1]);
    await expect.poll(() => deeds).toEqual(['certificate.print', 'certificate.print']);
    await button('Ja, alle da').click();
    await expect.poll(() => document.body.textContent).not.toContain('Sind alle Seiten da?');
  });

  it('copies and both sides go with the job', async () => {
    const { jobs } = await shown();
    await button('Drucken').first().click();
    await page.getByRole('combobox', { name: 'Exemplare' }).click();
    await page.getByRole('option', { name: '2' }).click();
    await page.getByRole('combobox', { name: 'Seiten' }).click();
    await page.getByRole('option', { name: 'Beidseitig, lange Kante' }).click();
    await button('Drucken').last().click();
    await says('Sind alle Seiten da?');
    expect(jobs[0]?.order.choice).toMatchObject({ copies: 2, duplex: 'long-edge' });
  });
});

describe('what goes wrong', () => {
  it('a cancelled job has printed nothing and is noted nowhere', async () => {
    let handedOver = 0;
    const { deeds } = await shown({
      print: async (_order, pages, signal) => {
        for await (const _page of pages) {
          await button('Abbrechen').click();
          await expect.poll(() => signal?.aborted).toBe(true);
          return { ok: true, value: false };
        }
        handedOver += 1;
        return { ok: true, value: true };
      },
    });
    await print();
    await says('Es wurde nichts gedruckt.');
    expect(handedOver).toBe(0);
    expect(deeds).toEqual([]);
  });

  it('a failure is a sentence that stays, with a way to try again', async () => {
    let tries = 0;
    const { deeds } = await shown({
      print: async (_order, pages) => {
        for await (const _page of pages) tries += 0;
        tries += 1;
        return tries === 1 ? { ok: false, error: { code: 'print.printer-gone' } } : { ok: true, value: true };
      },
    });
    await print();
    await expect.element(page.getByRole('alert').first()).toBeVisible();
    expect(deeds).toEqual([]);
    expect(await violations()).toEqual([]);
    await button('Noch einmal drucken').click();
    await says('Sind alle Seiten da?');
    expect(deeds).toEqual(['certificate.print']);
  });
});

describe('one file for each person', () => {
  const menu = async (item: string): Promise<void> => {
    await button('Weitere Arten zu speichern').click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('goes into a folder under its number', async () => {
    let files: readonly NamedFile[] = [];
    const { deeds, numbers } = await shown({
      saveMany: async (_kind, make) => {
        const made = await make();
        files = made.ok ? made.value : [];
        return { names: files.map(({ name }) => `${name}.pdf`), refusal: null };
      },
    });
    await menu('Einzeln in einen Ordner');
    await says('2 PDF-Dateien sind gespeichert.');
    expect(files.map(({ name }) => name.replaceAll('-', ''))).toEqual(numbers);
    for (const { bytes } of files) expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
    expect(deeds).toEqual(['certificate.save']);
  });

  it('says which ones are there when the disk is full', async () => {
    const { deeds, numbers } = await shown({
      saveMany: async (_kind, make) => {
        const made = await make();
        const [first] = made.ok ? made.value : [];
        return { names: [`${first?.name}.pdf`], refusal: { code: 'disk.full' } };
      },
    });
    await menu('Einzeln in einen Ordner');
    await says('Vollständig gespeichert ist 1 Datei:');
    expect(document.body.textContent?.replaceAll('-', '')).toContain(`${numbers[0]}.pdf`);
    expect(deeds).toEqual(['certificate.save']);
  });

  it('goes into an archive that opens with the passphrase only', async () => {
    let zip = new Uint8Array();
    const { deeds, numbers } = await shown({
      save: async (_kind, format, bytes) => {
        if (format === 'zip') zip = new Uint8Array(bytes);
        return { ok: true, value: true };
      },
    });
    await menu('Als verschlüsseltes ZIP-Archiv');
    const fields = document.querySelectorAll<HTMLInputElement>('[role=dialog] input[type=password]');
    expect(fields).toHaveLength(2);
    for (const field of fields) await userEvent.fill(field, passphrase);
    expect(await violations()).toEqual([]);
    await button('Verschlüsseln und speichern').click();
    await says('Das verschlüsselte Archiv ist gespeichert.');
    expect(deeds).toEqual(['certificate.save']);
    const opened = async (password: string) => {
      const entries = await new ZipReader(new BlobReader(new Blob([zip])), {
        useWebWorkers: false,
      }).getEntries();
      return Promise.all(
        entries.map(async (entry) => {
          if (entry.directory) throw new Error('a folder');
          const bytes = await entry.getData(new Uint8ArrayWriter(), { password, useWebWorkers: false });
          return [entry.filename, entry.encrypted, new TextDecoder().decode(bytes.slice(0, 5))];
        }),
      );
    };
    const files = await opened(passphrase);
    expect(files.map(([name]) => String(name).replaceAll('-', ''))).toEqual(
      numbers.map((one) => `${one}.pdf`),
    );
    for (const [, encrypted, begins] of files) expect([encrypted, begins]).toEqual([true, '%PDF-']);
    await expect(opened(`${passphrase}.`)).rejects.toThrow();
  });
});

describe.each(['light', 'dark'] as const)('for everybody (%s)', (mode) => {
  it('dialog and question have no violation that axe finds', async () => {
    await shown({}, { mode });
    await button('Drucken').first().click();
    await expect.element(page.getByRole('dialog', { name: 'Drucken' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await says('Sind alle Seiten da?');
    expect(await violations()).toEqual([]);
  });
});
