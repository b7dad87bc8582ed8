import { Vault } from '#renderer/vault/vault.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Unsealed } from '#shared/ports/sealing.ts';
import { type MemoryHost, memoryHost } from './memory-host.ts';

export const passphrase = 'sieben Störche über Münster';
export const now = new Date('2026-03-02T08:00:00Z');
export const administratorName = 'Annegret Özdemir';

/** A passphrase that stays, for whoever needs no ceremony. */
export const lasting = (chosen: string) => ({ passphrase: chosen, temporary: false });

/** The value of a result that has to be one. */
export function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.error)}.`);
  return result.value;
}

export interface MadeVault {
  readonly host: MemoryHost;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly recoveryCode: string;
}

/** A vault that was set up to its end. */
export async function madeVault(): Promise<MadeVault> {
  const host = memoryHost();
  const vault = new Vault(host);
  const pending = value(
    await vault.create({
      facilityName: 'ZUE Münster',
      administratorName,
      passphrase,
      workstationId: '0123456789abcdef',
      now,
    }),
  );
  const { recoveryCode } = pending;
  const session = value(await pending.confirmRecoveryCode(recoveryCode));
  return { host, vault, session, recoveryCode };
}

/** Lets a test change the stored header's JSON as a thief with an editor would. */
export function editHeader(host: MemoryHost, edit: (json: EditableHeader) => void): void {
  if (!host.file) throw new Error('There is no header.');
  const json: EditableHeader = JSON.parse(host.file.text);
  edit(json);
  host.file = { generation: json.generation, text: JSON.stringify(json) };
}

/** The header as plain JSON, as far as tests edit it. */
export interface EditableHeader {
  generation: number;
  readableFrom: number;
  signingRoot: string;
  accounts: { id: string; role: string; status: string; publicKey: string; [field: string]: unknown }[];
  epochs: { id: string; sealedKeys: Record<string, unknown>; [field: string]: unknown }[];
  recovery: { publicKey: string };
  [field: string]: unknown;
}

/** The first of a list that has to have one. */
export function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('Expected at least one.');
  return one;
}

/** Equality of opened records. Vitest's own takes seconds for megabytes of bytes. */
export function isSameRecord(a: Unsealed, b: Unsealed): boolean {
  const { bytes: aBytes, ...aRest } = a;
  const { bytes: bBytes, ...bRest } = b;
  return (
    JSON.stringify(aRest) === JSON.stringify(bRest) &&
    aBytes.length === bBytes.length &&
    aBytes.every((byte, at) => byte === bBytes[at])
  );
}

const encoder = new TextEncoder();

/** A record of about 400 bytes. */
export function record(at: number, table = 'participants'): Unsealed {
  const text = JSON.stringify({ familyName: `Müller-${at}`, notes: 'ä'.repeat(170), at });
  return {
    table,
    id: at.toString(16).padStart(32, '0'),
    rev: `${at}.0123456789abcdef.00ff`,
    index: at % 2 === 0 ? {} : { groupId: 'b'.repeat(32), participantId: 'a'.repeat(32) },
    schema: 3,
    bytes: encoder.encode(text),
  };
}
