import { err, ok } from '#shared/domain/result.ts';
import type {
  AskingWorkstation,
  SiteStanding,
  Workstation,
  WorkstationsPort,
} from '#shared/ports/workstations.ts';

/** The site's PCs over lists: what a test says of them is so. */
export interface MemoryWorkstations extends WorkstationsPort {
  set(change: {
    readonly list?: readonly Workstation[];
    readonly asking?: readonly AskingWorkstation[];
    readonly standing?: SiteStanding;
    readonly overruled?: boolean;
  }): void;
  /** What the next deeds answer; `undefined`: they succeed. */
  failure: string | undefined;
}

const addedAt = '2026-11-23T09:05:00.000Z';

export function memoryWorkstations(ownId: string): MemoryWorkstations {
  let list: readonly Workstation[] = [];
  let asking: readonly AskingWorkstation[] = [];
  let standing: SiteStanding = 'off';
  let overruled = false;
  const listeners = new Set<() => void>();
  const change = (work: () => void) => {
    if (port.failure !== undefined) return err({ code: port.failure });
    work();
    for (const listener of listeners) listener();
    return ok(undefined);
  };
  const without = (id: string) => asking.filter((one) => one.workstationId !== id);
  const changed = (id: string, to: Partial<Workstation>) =>
    list.map((one) => (one.id === id ? { ...one, ...to } : one));
  const port: MemoryWorkstations = {
    failure: undefined,
    set: (to) => {
      list = to.list ?? list;
      asking = to.asking ?? asking;
      standing = to.standing ?? standing;
      overruled = to.overruled ?? overruled;
      for (const listener of listeners) listener();
    },
    list: () => list,
    asking: () => asking,
    standing: () => standing,
    overruled: () => overruled,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look: async () => true,
    enter: async (name) =>
      change(() => {
        list = [...list, { id: ownId, name, publicKey: `U${'A'.repeat(55)}`, addedAt, revokedAt: null }];
      }),
    rename: async (id, name) =>
      change(() => {
        list = changed(id, { name });
      }),
    invite: async () =>
      port.failure === undefined
        ? ok({
            code: 'ABCD-EFGH-JKMN-PQRS',
            goodUntil: new Date(2026, 10, 24, 9, 5),
            save: async () => ok(true),
          })
        : err({ code: port.failure }),
    approve: async ({ workstationId: id }, name) =>
      change(() => {
        list = [...list, { id, name, publicKey: `U${'B'.repeat(55)}`, addedAt, revokedAt: null }];
        asking = without(id);
      }),
    decline: async ({ workstationId }) =>
      change(() => {
        asking = without(workstationId);
      }),
    revoke: async (id) =>
      change(() => {
        list = changed(id, { revokedAt: addedAt });
      }),
  };
  return port;
}
