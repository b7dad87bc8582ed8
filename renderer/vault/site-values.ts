/**
 * What the workstations of a site share over the sync server beside the records: the header, and requests to join.
 *
 * Guarantees that the server sees neither: values are sealed, and their names on the server are random to whoever has
 * no site secret. Keys come from the site secret, because a PC that joins has nothing else yet. Each value is bound to
 * facility, purpose and name, so that none can be put in another's place. Who wrote a value it does not say: a header
 * is verified by the administrators' signature, a request by people who compare its fingerprint.
 */
import { z } from 'zod';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { valueFormats } from '#shared/sync/value-format.ts';
import { asBytes, type Bytes, bound, concat, fromUtf8, randomBytes, toHex, utf8 } from './bytes.ts';
import { parseHeader, serialiseHeader, type VaultHeader, workstationKey } from './header.ts';
import { deriveBoxKey, deriveBytes, importSecret } from './key-derivation.ts';

/** A PC that asks to belong to the site. */
const joinRequest = z.looseObject({
  workstationId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: workstationKey,
  /** What the person who joins it calls the PC. */
  name: z.string().max(80),
  requestedAt: z.iso.datetime(),
  /** An administrator said no. */
  declined: z.boolean().optional(),
});
export type JoinRequest = z.infer<typeof joinRequest>;

/** Names and values of one site. */
export interface SiteValues {
  /** Where the header lies on the server: 32 hex digits. */
  readonly headerName: string;
  /** Where requests to join lie: whoever asks takes one that is free, so that whoever answers knows where to look. */
  readonly requestNames: readonly string[];
  sealHeader(header: VaultHeader): Promise<Bytes>;
  /**
   * The header in a value, not verified yet. `unreadable`: not sealed under the site secret for that name, or no
   * header; `newer`: a newer version of the app wrote it.
   */
  openHeader(value: Uint8Array): Promise<Result<VaultHeader, 'unreadable' | 'newer'>>;
  sealRequest(name: string, request: JoinRequest): Promise<Bytes>;
  /** `null`: no request of this site for that name. */
  openRequest(name: string, value: Uint8Array): Promise<JoinRequest | null>;
}

const nonceLength = 12;
/** Texts are padded to a multiple of this, so that a value's size tells little. */
const step = 1024;

type Format = (typeof valueFormats)['header' | 'joinRequest'];

const nameBytes = 16;
/** PCs that may ask at a time. */
const requestCount = 16;

function padded(text: string): Bytes {
  const bytes = utf8(text);
  // JSON may end in spaces.
  const whole = new Uint8Array(Math.ceil(bytes.length / step) * step).fill(0x20);
  whole.set(bytes);
  return whole;
}

function parseRequest(text: string): JoinRequest | null {
  try {
    return joinRequest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Derives what opens and names a site's values. `siteSecret` stays the caller's to wipe. */
export async function deriveSiteValues(siteSecret: Uint8Array, facilityId: string): Promise<SiteValues> {
  const base = await importSecret(concat(siteSecret));
  const key = await deriveBoxKey(base, facilityId, bound('wegmarke/site-values/1'));
  const nameOf = async (...subject: readonly string[]): Promise<string> => {
    const bytes = await deriveBytes(base, facilityId, bound('wegmarke/site-value-name/1', ...subject));
    return toHex(bytes.subarray(0, nameBytes));
  };
  const headerName = await nameOf('header');
  const requestNames = await Promise.all(
    Array.from({ length: requestCount }, (_, at) => nameOf('request', String(at))),
  );
  const binding = (format: Format, name: string): Bytes =>
    bound('wegmarke/site-value/1', facilityId, String(format), name);

  async function seal(format: Format, name: string, text: string): Promise<Bytes> {
    const iv = randomBytes(nonceLength);
    const additionalData = binding(format, name);
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded(text));
    return concat(new Uint8Array([format]), iv, new Uint8Array(sealed));
  }

  async function open(format: Format, name: string, value: Uint8Array): Promise<string | null> {
    if (value[0] !== format) return null;
    const bytes = asBytes(value);
    const iv = bytes.slice(1, 1 + nonceLength);
    const additionalData = binding(format, name);
    try {
      const sealed = bytes.slice(1 + nonceLength);
      return fromUtf8(
        new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed)),
      );
    } catch {
      return null;
    }
  }

  return {
    headerName,
    requestNames,
    // Each PC counts generations for itself; the server is not told how many.
    sealHeader: (header) =>
      seal(valueFormats.header, headerName, serialiseHeader({ ...header, generation: 1 })),
    openHeader: async (value) => {
      const text = await open(valueFormats.header, headerName, value);
      if (text === null) return err('unreadable');
      const parsed = parseHeader(text);
      if (!parsed.ok) return err(parsed.error === 'header-too-new' ? 'newer' : 'unreadable');
      return parsed.value.facilityId === facilityId ? ok(parsed.value) : err('unreadable');
    },
    sealRequest: (name, request) => seal(valueFormats.joinRequest, name, JSON.stringify(request)),
    openRequest: async (name, value) => {
      const text = await open(valueFormats.joinRequest, name, value);
      return text === null ? null : parseRequest(text);
    },
  };
}
