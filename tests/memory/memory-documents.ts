import type { DocumentPort } from '#shared/ports/documents.ts';

/** Takes all pages as main does. @returns those that are not empty */
export async function takenPages(pages: AsyncIterable<Uint8Array | null>): Promise<readonly Uint8Array[]> {
  const taken: Uint8Array[] = [];
  for await (const page of pages) if (page) taken.push(page);
  return taken;
}

/** A computer on which everything is saved and printed, except for what `other` does. */
export function memoryDocuments(other: Partial<DocumentPort> = {}): DocumentPort {
  return {
    save: async () => ({ ok: true, value: true }),
    saveMany: async (_kind, make) => {
      const made = await make();
      return made.ok
        ? { names: made.value.map(({ name }) => `${name}.pdf`), refusal: null }
        : { names: [], refusal: made.error };
    },
    printers: async () => ({
      ok: true,
      value: { printers: [{ name: 'office', label: 'Büro' }], last: null },
    }),
    print: async (_order, pages) => {
      await takenPages(pages);
      return { ok: true, value: true };
    },
    judge: async (passphrase) => ({ score: 4, acceptable: passphrase.length >= 12, warningKey: null }),
    ...other,
  };
}
