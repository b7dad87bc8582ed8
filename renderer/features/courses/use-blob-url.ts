import { useEffect, useState } from 'react';

/** A `blob:` address for a picture kept as a data URL: the content security policy lets no `data:` picture in. */
export function useBlobUrl(dataUrl: string | null): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const [, kind, base64] = /^data:(image\/(?:png|jpeg|svg\+xml));base64,(.+)$/.exec(dataUrl ?? '') ?? [];
    if (kind === undefined || base64 === undefined) {
      setAddress(undefined);
      return undefined;
    }
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: kind }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [dataUrl]);
  return address;
}
