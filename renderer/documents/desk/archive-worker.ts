/**
 * The thread that archives are made in. Guarantees that every entry is sealed with AES-256 (WinZip's AE-2) and that
 * what can be read without the passphrase is neutral: the entries' names and a fixed date. Errors leave it as a code
 * only.
 */
import { BlobReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { NamedFile } from '#shared/ports/documents.ts';

export interface ArchiveRequest {
  readonly files: readonly NamedFile[];
  readonly passphrase: string;
}

export type ArchiveAnswer =
  | { readonly kind: 'packed'; readonly done: number }
  | { readonly kind: 'made'; readonly zip: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed' };

function answer(message: ArchiveAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function pack({ files, passphrase }: ArchiveRequest): Promise<void> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    password: passphrase,
    encryptionStrength: 3,
    // PDFs are compressed already.
    level: 0,
    extendedTimestamp: false,
    // The first day that the format knows: when the archive was made is nobody's business.
    lastModDate: new Date(1980, 0, 1),
    // This is a worker, and the policy for scripts would stop one made from a blob.
    useWebWorkers: false,
  });
  for (const [at, { name, bytes }] of files.entries()) {
    await writer.add(`${name}.pdf`, new BlobReader(new Blob([new Uint8Array(bytes)])));
    answer({ kind: 'packed', done: at + 1 });
  }
  const zip = await writer.close();
  answer({ kind: 'made', zip }, [zip.buffer]);
}

self.addEventListener('message', ({ data }: MessageEvent<ArchiveRequest>) => {
  pack(data).catch(() => answer({ kind: 'failed' }));
});
