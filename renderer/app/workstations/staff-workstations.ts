/** The site's PCs as administrators have them once the vault is open. A deed is noted before it is done. */
import { utf8 } from '#renderer/vault/bytes.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultFailure } from '#renderer/vault/vault-failure.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { NamedWorkstation } from '#renderer/vault/workstations.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import type { AskingWorkstation, Workstation, WorkstationsPort } from '#shared/ports/workstations.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';
import type { SyncHost } from '../sync/host-transport.ts';
import type { FoundRequest } from '../sync/join-requests.ts';
import type { SharedHeader } from '../sync/shared-header.ts';
import type { StaffSync } from '../sync/staff-sync.ts';

interface StaffWorkstationsDeps {
  readonly vault: Pick<
    Vault,
    'workstations' | 'addWorkstation' | 'renameWorkstation' | 'revokeWorkstation' | 'invite' | 'fingerprint'
  >;
  readonly session: VaultSession;
  readonly commands: CommandPort;
  readonly documents: Pick<DocumentPort, 'save'>;
  readonly host: Pick<SyncHost, 'configuration' | 'addressFile'>;
  /** Its header comes and goes with the server. */
  readonly sync: Pick<StaffSync, 'header' | 'subscribe'>;
  readonly workstationId: string;
  readonly now: () => Date;
  /** A new key for the data has begun. */
  readonly keyBegun: () => void;
}

type Deed =
  | 'workstation.add'
  | 'workstation.rename'
  | 'workstation.decline'
  | 'workstation.revoke'
  | 'workstation.invite';

const refusal = (failure: VaultFailure): Result<never, Refusal> => err({ code: failureOf(failure).code });

export function staffWorkstations(deps: StaffWorkstationsDeps): WorkstationsPort {
  const { vault, session, commands, documents, host, sync, workstationId, now, keyBegun } = deps;
  const listeners = new Set<() => void>();
  let shared: SharedHeader | undefined;
  let unshare: (() => void) | undefined;
  let list: readonly NamedWorkstation[] = [];
  let asking: readonly (AskingWorkstation & { readonly found: FoundRequest })[] = [];

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  async function askingNow(): Promise<typeof asking> {
    return Promise.all(
      (shared?.requests() ?? []).map(async (found) => ({
        workstationId: found.request.workstationId,
        name: found.request.name,
        requestedAt: found.request.requestedAt,
        fingerprint: await vault.fingerprint(session, found.request),
        found,
      })),
    );
  }

  /** Reads anew what others may have changed. Locked meanwhile: nobody looks any more. */
  async function read(): Promise<void> {
    try {
      const found = await vault.workstations(session);
      if (found.ok) list = found.value;
      asking = await askingNow();
      tell();
    } catch {
      list = [];
    }
  }

  /** Times in the header are the server's: this PC's clock may be wrong. */
  const serverNow = async (): Promise<Date> =>
    new Date(now().getTime() + ((await shared?.clockAheadMs()) ?? 0));

  async function noted<T>(
    deed: Deed,
    id: string,
    change: () => Promise<Result<T, VaultFailure>>,
  ): Promise<Result<T, Refusal>> {
    const note = await commands.execute(deed, { ids: [id] });
    if (!note.ok) return note;
    const done = await change().catch(unforeseen);
    await shared?.readRequests();
    await read();
    return done.ok ? done : refusal(done.error);
  }

  const requestOf = ({ workstationId: id }: AskingWorkstation): FoundRequest | undefined =>
    asking.find((one) => one.workstationId === id)?.found;

  const follow = (): void => {
    const next = sync.header();
    if (next === shared) return;
    unshare?.();
    shared = next;
    unshare = next?.subscribe(() => void read());
    void shared?.readRequests();
    void read();
  };
  sync.subscribe(follow);
  follow();
  void read();
  return {
    list: () => list satisfies readonly Workstation[],
    asking: () => asking,
    standing: () => shared?.standing() ?? 'off',
    overruled: () => shared?.overruled() ?? false,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: async () => (await shared?.readRequests()) ?? false,
    enter: async (name) => {
      const configured = await host.configuration();
      if (!configured.ok) return err({ code: configured.error });
      if (!configured.value) return err({ code: 'sync.off' });
      const { publicKey } = configured.value;
      const at = await serverNow();
      return noted('workstation.add', workstationId, () =>
        vault.addWorkstation(session, { id: workstationId, publicKey, name }, at),
      );
    },
    rename: (id, name) => noted('workstation.rename', id, () => vault.renameWorkstation(session, id, name)),
    invite: async () => {
      const address = await host.addressFile();
      if (!address.ok) return err({ code: address.error });
      const { value: addressFile } = address;
      if (addressFile === null) return err({ code: 'sync.off' });
      const made = await noted('workstation.invite', facilityId, () =>
        vault.invite(session, addressFile, now()),
      );
      if (!made.ok) return made;
      const { text, code, goodUntil } = made.value;
      return ok({
        code,
        goodUntil: new Date(goodUntil),
        save: () => documents.save('join-file', 'json', utf8(text)),
      });
    },
    approve: async (one, name) => {
      const request = requestOf(one)?.request;
      if (!request) return err({ code: 'workstation.not-asking' });
      const { workstationId: id, publicKey } = request;
      const at = await serverNow();
      return noted('workstation.add', id, () => vault.addWorkstation(session, { id, publicKey, name }, at));
    },
    decline: async (one) => {
      const request = requestOf(one);
      if (!request || !shared) return err({ code: 'workstation.not-asking' });
      const there = shared;
      return noted('workstation.decline', one.workstationId, () => there.decline(request));
    },
    revoke: async (id) => {
      const at = await serverNow();
      const done = await noted('workstation.revoke', id, () =>
        vault.revokeWorkstation(session, id, workstationId, at),
      );
      if (done.ok) keyBegun();
      return done;
    },
  };
}
