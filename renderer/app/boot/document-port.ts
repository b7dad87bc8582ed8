import { call } from '#renderer/host/host.ts';
import { asBytes } from '#renderer/vault/bytes.ts';
import { passphraseStrength } from '#renderer/vault/passphrase-strength.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { DocumentPort, NamedFile, SavedFiles } from '#shared/ports/documents.ts';

const refused = (code: string): Result<never, Refusal> => err({ code });

/** Streams the pages into a job of main's. @returns false where `signal` ended it; throws what `pages` throws. */
async function addPages(
  job: string,
  pages: AsyncIterable<Uint8Array | null>,
  signal: { readonly aborted: boolean } | undefined,
): Promise<Result<boolean, Refusal>> {
  for await (const page of pages) {
    if (signal?.aborted) return ok(false);
    const picture = page && asBytes(page);
    const added = await call('printing.addPage', { job, picture });
    if (!added.ok) return refused(added.error);
  }
  return ok(!signal?.aborted);
}

async function addFiles(
  folder: string,
  files: readonly NamedFile[],
  options: Parameters<DocumentPort['saveMany']>[2] = {},
): Promise<SavedFiles> {
  const names: string[] = [];
  for (const { name, bytes } of files) {
    if (options.signal?.aborted) break;
    const added = await call('documents.addFile', { folder, mark: name, bytes: asBytes(bytes) });
    if (!added.ok) return { names, refusal: { code: added.error } };
    names.push(added.value.name);
    options.onSaved?.(names.length, files.length);
  }
  return { names, refusal: null };
}

/** Saving and printing documents through main. */
export const documentPort: DocumentPort = {
  save: async (kind, format, bytes) => {
    const answer = await call('documents.save', { kind, format, bytes: asBytes(bytes) });
    return answer.ok ? ok(answer.value.saved) : refused(answer.error);
  },
  saveMany: async (kind, make, options) => {
    const opened = await call('documents.openFolder', { kind });
    if (!opened.ok) return { names: [], refusal: { code: opened.error } };
    const { folder } = opened.value;
    if (folder === null) return null;
    try {
      const made = await make();
      return made.ok ? await addFiles(folder, made.value, options) : { names: [], refusal: made.error };
    } finally {
      void call('documents.closeFolder', { folder });
    }
  },
  printers: async (kind) => {
    const answer = await call('printing.printers', { kind });
    return answer.ok ? answer : refused(answer.error);
  },
  print: async (order, pages, signal) => {
    const begun = await call('printing.begin', order);
    if (!begun.ok) return refused(begun.error);
    const { job } = begun.value;
    const added = await addPages(job, pages, signal).catch(() =>
      signal?.aborted ? ok(false) : refused('print.failed'),
    );
    if (!added.ok || !added.value) {
      void call('printing.abort', { job });
      return added;
    }
    const answer = await call('printing.handOver', { job });
    return answer.ok ? ok(answer.value.outcome === 'handed-over') : refused(answer.error);
  },
  judge: (passphrase) => passphraseStrength(passphrase),
};
