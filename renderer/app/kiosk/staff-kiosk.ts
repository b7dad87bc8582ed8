/**
 * The kiosk as staff have it once the vault is open: starting one, and taking over what it has written.
 *
 * Guarantees that a self check-in leaves the inbox only after its command was journalled, after staff dropped it, or
 * (what no kiosk of this facility wrote) into the file beside the inbox. Ended at any moment, the next unlock takes
 * the same entries again, and their ids keep them from being there twice.
 */
import { isFailure } from '#renderer/data/saving-state.ts';
import { wipe } from '#renderer/vault/bytes.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import type { KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { KioskInboxState, KioskStaffPort } from '#shared/ports/kiosk-staff.ts';
import type { KioskHost } from './kiosk-host.ts';

interface StaffKioskDeps {
  readonly host: KioskHost;
  readonly session: Pick<VaultSession, 'sealKiosk' | 'kioskEntries'>;
  readonly commands: CommandPort;
  readonly lock: () => void;
}

export interface StaffKiosk extends KioskStaffPort {
  /** Takes over the inbox. Never throws; what could not be taken stays for the next unlock. */
  takeInbox(): Promise<void>;
  /** Drops self check-ins of people who are erased, and leaves no entry of it. */
  forget(participantIds: readonly string[]): Promise<void>;
  /** Runs no further command. */
  stop(): void;
}

/** An entry of the inbox that opened. */
interface Opened {
  readonly seq: number;
  readonly entry: KioskEntry;
}

/** What is done with the inbox's entries; those in neither list stay. */
interface Outcome {
  readonly taken: number[];
  readonly aside: number[];
}

export function staffKiosk({ host, session, commands, lock }: StaffKioskDeps): StaffKiosk {
  let state: KioskInboxState = { taken: 0, refused: [], putAside: 0, damaged: false };
  let stopped = false;
  /** Where the refused entries lie in the inbox, by their ids; one that was slow to be written may lie there twice. */
  const places = new Map<string, number[]>();
  const listeners = new Set<() => void>();
  const set = (change: Partial<KioskInboxState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** `false`: this entry could not be written, and the next ones can't be either. */
  const take = async ({ seq, entry }: Opened, outcome: Outcome): Promise<boolean> => {
    const { id, participantId, sessionId, at } = entry;
    // The kiosk can't know how many came; whoever it let in was there.
    const answer = await commands
      .execute('attendance.checkIn', {
        ...{ sessionId, participantId, at, entryId: id, via: 'kiosk', overCapacity: true, reason: null },
      })
      .catch(() => undefined);
    // One that breaks its command stays in the inbox and holds nobody else up.
    if (!answer) return true;
    if (answer.ok) {
      outcome.taken.push(seq);
      if (!answer.value.already) state = { ...state, taken: state.taken + 1 };
      return true;
    }
    const { code } = answer.error;
    // It waits for a colleague who may record in that group.
    if (code === 'not-own-group') return true;
    if (isFailure(code) || code === 'role') return false;
    const before = places.get(id);
    places.set(id, [...(before ?? []), seq]);
    if (before) return true;
    state = { ...state, refused: [...state.refused, { entry, code }] };
    return true;
  };

  const takeAll = async (): Promise<void> => {
    const inbox = await host.readInbox();
    if (!inbox.ok) return;
    const open = session.kioskEntries();
    const outcome: Outcome = { taken: [], aside: [] };
    const opened: Opened[] = [];
    for (const { seq, bytes } of inbox.value.entries) {
      const entry = await open(bytes);
      if (entry.ok) opened.push({ seq, entry: entry.value });
      else if (entry.error === 'refused') outcome.aside.push(seq);
    }
    for (const entry of opened.sort((a, b) => a.entry.at.localeCompare(b.entry.at))) {
      if (stopped || !(await take(entry, outcome))) break;
    }
    if (outcome.taken.length + outcome.aside.length > 0) await host.clearInbox(outcome);
    set({ putAside: outcome.aside.length, damaged: inbox.value.damaged });
  };

  return {
    start: async (content) => {
      const noted = await commands.execute('kiosk.start', { ids: [facilityId] });
      if (!noted.ok) return noted;
      const { store, key } = await session.sealKiosk(content);
      const started = await host.start({ store, key });
      wipe(key);
      if (!started.ok) return err({ code: started.error });
      lock();
      return ok(undefined);
    },
    inbox: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    discard: async (entryIds) => {
      const dropped = state.refused.filter(({ entry }) => entryIds.includes(entry.id));
      const ids = dropped.map(({ entry }) => entry.participantId);
      if (ids.length === 0) return ok(undefined);
      const noted = await commands.execute('kiosk.discard', { ids });
      if (!noted.ok) return noted;
      const taken = dropped.flatMap(({ entry }) => places.get(entry.id) ?? []);
      const cleared = await host.clearInbox({ taken, aside: [] });
      if (!cleared.ok) return err({ code: cleared.error });
      set({ refused: state.refused.filter((refused) => !dropped.includes(refused)) });
      return ok(undefined);
    },
    forget: async (participantIds) => {
      const gone = state.refused.filter(({ entry }) => participantIds.includes(entry.participantId));
      const taken = gone.flatMap(({ entry }) => places.get(entry.id) ?? []);
      if (taken.length > 0) await host.clearInbox({ taken, aside: [] });
      set({ refused: state.refused.filter((refused) => !gone.includes(refused)) });
    },
    // Locked meanwhile: the next unlock goes on.
    takeInbox: () => takeAll().catch(() => undefined),
    stop: () => {
      stopped = true;
    },
  };
}
