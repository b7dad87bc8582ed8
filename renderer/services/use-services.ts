import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { EntryOf, PersonEntry } from '#shared/domain/directory.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { BackupState, SetAside } from '#shared/ipc/contract/backup.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import type { AppServices, ResidentKind, SavingState } from '#shared/ports/app-services.ts';
import type { AuditCheck } from '#shared/ports/audit.ts';
import type { RefusedRow } from '#shared/ports/damage.ts';
import type { KioskInboxState } from '#shared/ports/kiosk-staff.ts';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';

export const AppServicesContext = createContext<AppServices | undefined>(undefined);

/** The services of the open vault. Throws outside the unlocked part of the app. */
export function useServices(): AppServices {
  const services = useContext(AppServicesContext);
  if (!services) throw new Error('used outside the unlocked app');
  return services;
}

/** All entries of a kind, kept up to date. */
export function useEntries<K extends ResidentKind>(kind: K): readonly EntryOf[K][] {
  const { directory } = useServices();
  return useSyncExternalStore(directory.subscribe, () => directory.list(kind));
}

/** People who fit the typed text, best matches first (`DirectoryPort.searchPeople`), kept up to date. */
export function useFoundPeople(text: string, limit: number): readonly PersonEntry[] {
  const { directory } = useServices();
  const version = useSyncExternalStore(directory.subscribe, directory.peopleVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is what the search looks through
  return useMemo(() => directory.searchPeople(text, limit), [directory, version, text, limit]);
}

/**
 * What `load` reads, read again after every write to one of `kinds`. `undefined` until the first answer. A read that
 * fails breaks the screen, which the error boundary around it says; otherwise it would stay empty without a word.
 */
export function useLoaded<T>(
  kinds: readonly RecordKind[],
  load: () => Promise<T>,
  inputs: readonly unknown[],
): T | undefined {
  const { directory } = useServices();
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  const latest = useRef(load);
  latest.current = load;
  const watched = useRef(kinds);
  watched.current = kinds;
  const key = JSON.stringify(inputs);
  const turn = useRef(0);
  const run = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    latest.current().then(
      (answer) => {
        if (mine === turn.current) setValue(() => answer);
      },
      (error: unknown) => {
        if (mine === turn.current) setFailure({ error });
      },
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the answer depends on
  useEffect(() => {
    run();
    const unsubscribe = directory.subscribe((changed) => {
      if (watched.current.some((kind) => changed.has(kind))) run();
    });
    return () => {
      turn.current += 1;
      unsubscribe();
    };
  }, [directory, run, key]);
  if (failure) throw failure.error;
  return value;
}

/** The state that the chip in the top bar shows. */
export function useSaving(): SavingState {
  const { saving } = useServices();
  return useSyncExternalStore(saving.subscribe, saving.current);
}

/** Rows that were refused since the vault was opened. */
export function useDamage(): readonly RefusedRow[] {
  const { damage } = useServices();
  return useSyncExternalStore(damage.subscribe, damage.current);
}

/** Records with overwritten edits that nobody has looked at. */
export function useOverwrittenRecords(): readonly OverwrittenRecord[] {
  const { sync } = useServices();
  return useSyncExternalStore(sync.subscribe, sync.overwritten);
}

/** What has become of the self check-ins since the vault was opened. */
export function useKioskInbox(): KioskInboxState {
  const { kiosk } = useServices();
  return useSyncExternalStore(kiosk.subscribe, kiosk.inbox);
}

/** All staff accounts, by name; `undefined` until they are read, and where they can't be. */
export function useStaffAccounts(): readonly StaffAccount[] | undefined {
  const { accounts } = useServices();
  const [found, setFound] = useState<readonly StaffAccount[]>();
  useEffect(() => {
    let current = true;
    const read = (): void => {
      void accounts.list().then((answer) => {
        if (current && answer.ok) setFound(answer.value);
      });
    };
    read();
    const unsubscribe = accounts.subscribe(read);
    return () => {
      current = false;
      unsubscribe();
    };
  }, [accounts]);
  return found;
}

/** What main says of the snapshots; `undefined` until it has answered. */
export function useBackup(): BackupState | undefined {
  const { backup } = useServices();
  return useSyncExternalStore(backup.subscribe, backup.current);
}

/** What restores have set aside; `undefined` until main has answered, nothing where it can't. `again` reads it anew. */
export function useSetAside(): {
  readonly aside: readonly SetAside[] | undefined;
  readonly again: () => void;
} {
  const { backup } = useServices();
  const [aside, setAside] = useState<readonly SetAside[]>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is what asks again
  useEffect(() => {
    let current = true;
    void backup.listSetAside().then((answer) => {
      if (current) setAside(answer.ok ? answer.value : []);
    });
    return () => {
      current = false;
    };
  }, [backup, turn]);
  return { aside, again: useCallback(() => setTurn((before) => before + 1), []) };
}

/** What the check of the audit log came to. */
export function useAuditCheck(): AuditCheck {
  const { audit } = useServices();
  return useSyncExternalStore(audit.subscribe, audit.current);
}
