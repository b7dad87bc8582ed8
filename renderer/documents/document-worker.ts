/**
 * The thread that documents are made in, so that the window stays usable. Errors leave it as a code only: their
 * messages could quote a name.
 */

import { svgOf } from './certificate/svg-logo.ts';
import { composeDocument } from './compose-document.ts';
import type { DocumentAnswer, DocumentRequest } from './document-request.ts';

function answer(message: DocumentAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function canOpenPicture(dataUrl: string): Promise<boolean> {
  try {
    const svg = svgOf(dataUrl);
    if (svg !== undefined) return /^<svg[\s>]/.test(svg);
    const [head = '', base64 = ''] = dataUrl.split(',', 2);
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: head.slice(5, head.indexOf(';')) }));
    picture.close();
    return true;
  } catch {
    return false;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<DocumentRequest>) => {
  composeDocument(data, canOpenPicture, (share) => answer({ kind: 'progress', share })).then(
    (made) => {
      if (made.ok) answer({ kind: 'made', pdf: made.value }, [made.value.buffer as ArrayBuffer]);
      else answer({ kind: 'refused', refusal: made.error });
    },
    () => answer({ kind: 'refused', refusal: { code: 'document.failed' } }),
  );
});
